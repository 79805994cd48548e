import { errorFromNetwork, errorFromResponse } from './apiError'
import type { AccessTokens } from './tokens'

/** A call without an answer for this long has failed; sends are repeated with the same id, so nothing doubles. */
const TIMEOUT_MS = 20_000

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Call {
  method: 'GET' | 'POST'
  /** Below `/api/v1/`. */
  path: string
  body?: unknown
}

export class Http {
  readonly #fetch: Fetch

  constructor(fetch: Fetch) {
    this.#fetch = fetch
  }

  /** A call that needs no access token (CN4). */
  async open<T>(call: Call): Promise<T> {
    return read<T>(await this.#attempt(call, null))
  }

  /** A call as the signed-in user: a 401 renews the token and tries once more. */
  async signed<T>(call: Call, tokens: AccessTokens): Promise<T> {
    const token = await tokens.current()
    const response = await this.#attempt(call, token)
    if (response.status !== 401) return read<T>(response)
    return read<T>(await this.#attempt(call, await tokens.renew(token)))
  }

  async #attempt(call: Call, token: string | null): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' }
    if (token) headers.Authorization = `Bearer ${token}`
    const init: RequestInit = { method: call.method, headers, signal: AbortSignal.timeout(TIMEOUT_MS) }
    if (call.method === 'POST') {
      headers['Content-Type'] = 'application/json'
      init.body = JSON.stringify(call.body ?? {})
    }
    try {
      return await this.#fetch(`/api/v1/${call.path}`, init)
    } catch (error) {
      throw errorFromNetwork(error)
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await errorFromResponse(response)
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch (error) {
    throw errorFromNetwork(error)
  }
}
