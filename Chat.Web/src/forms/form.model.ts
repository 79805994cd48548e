import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { ApiError } from '../api/apiError'
import { errorText } from '../text/errorText'

export interface FormState {
  isBusy: boolean
  /** Text under the field of that name. */
  fields: Readonly<Record<string, string>>
  /** What went wrong with the whole; null when nothing did, or when the fields say it all. */
  failure: { text: string; traceId: string | null } | null
}

const CALM: FormState = { isBusy: false, fields: {}, failure: null }

export interface FormPorts<Values> {
  /** Texts for fields that need no server to be wrong. */
  check: (values: Values) => Record<string, string>
  send: (values: Values) => Promise<void>
  /** Error codes that are about one field. */
  fieldOf?: Readonly<Record<string, string>>
}

/** One form: check, send, and say what is wrong where it is wrong. */
export class Form<Values> {
  readonly state: StoreApi<FormState> = createStore<FormState>(() => CALM)
  readonly #ports: FormPorts<Values>

  constructor(ports: FormPorts<Values>) {
    this.#ports = ports
  }

  submit = (values: Values): void => {
    if (this.state.getState().isBusy) return
    const fields = this.#ports.check(values)
    if (Object.keys(fields).length > 0) return this.state.setState({ ...CALM, fields })
    void this.#send(values)
  }

  reset = (): void => {
    this.state.setState(CALM)
  }

  async #send(values: Values): Promise<void> {
    this.state.setState({ ...CALM, isBusy: true })
    try {
      await this.#ports.send(values)
      this.state.setState(CALM)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.state.setState({ isBusy: false, ...this.#describe(error) })
    }
  }

  #describe(error: ApiError): Pick<FormState, 'fields' | 'failure'> {
    const field = this.#ports.fieldOf?.[error.code]
    if (field) return { fields: { [field]: errorText(error.code) }, failure: null }
    const fields = Object.fromEntries(error.fields.map(({ name, reason }) => [name, reason]))
    return { fields, failure: { text: errorText(error.code), traceId: error.traceId } }
  }
}
