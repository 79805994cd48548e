import type { Fact, FactOf } from '../protocol/facts'

type Reduce<State, F extends Fact> = (state: State, fact: F) => State

/** What each kind of fact changes in a state. Features register theirs; a kind without an entry changes nothing. */
export class Reducers<State> {
  readonly #table = new Map<string, Reduce<State, Fact>>()

  on<Kind extends Fact['kind']>(kind: Kind, reduce: Reduce<State, FactOf<Kind>>): this {
    if (this.#table.has(kind)) throw new Error(`${kind} is registered twice`)
    this.#table.set(kind, reduce as Reduce<State, Fact>)
    return this
  }

  apply(state: State, fact: Fact): State {
    return this.#table.get(fact.kind)?.(state, fact) ?? state
  }
}
