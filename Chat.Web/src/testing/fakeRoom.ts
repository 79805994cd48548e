import type { Author, Message, Room, User } from '../protocol/entities'

interface Stored {
  kind: string
  seq: number
  at: string
  data: object
}

/** One room's log on the fake server: dense numbers over all facts (docs/protocol.md, PG2). */
export class FakeRoom {
  readonly members = new Map<string, User>()
  #facts: Stored[] = []
  readonly id: string
  readonly code: string
  readonly name: string
  readonly createdAt: string

  constructor(id: string, code: string, name: string, createdAt: string) {
    this.id = id
    this.code = code
    this.name = name
    this.createdAt = createdAt
  }

  get head(): number {
    return this.#facts.length
  }

  append(kind: string, at: string, data: object): Stored {
    const fact = { kind, seq: this.head + 1, at, data }
    this.#facts.push(fact)
    return fact
  }

  /** Forgets everything after `seq`, as a restored backup does. */
  truncate(seq: number): void {
    this.#facts = this.#facts.slice(0, seq)
  }

  factsAfter(seq: number, limit: number): Stored[] {
    return this.#facts.slice(seq, seq + limit)
  }

  messages(): Message[] {
    return this.#facts
      .filter(({ kind }) => kind === 'message.created')
      .map(({ seq, at, data }) => ({ ...(data as { id: string; author: Author; content: string }), room: this.id, seq, at }))
  }

  describe(epoch: string): Room {
    const { id, code, name, createdAt, head } = this
    const lastMessage = this.messages().at(-1) ?? null
    return { id, code, name, role: 'member', memberCount: this.members.size, epoch, headSeq: head, createdAt, lastMessage }
  }
}
