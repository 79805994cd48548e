import { isObject, isText } from '../protocol/guards'
import type { Json } from '../protocol/guards'

/** `network`: no answer came. `answer.unreadable`: an answer came that is not of this API, from a proxy for example. */
export type ClientErrorCode = 'network' | 'answer.unreadable'

export interface FieldError {
  name: string
  reason: string
}

/** Every failed call, made only here. `code` is from docs/protocol.md section 6 or a ClientErrorCode. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly traceId: string | null
  readonly fields: readonly FieldError[]
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfter: number | null
  /** The problem's own members, such as `limit` or `resetsAt`. */
  readonly details: Json

  constructor(code: string, status: number, problem: Json = {}, options?: ErrorOptions) {
    super(isText(problem.title) ? problem.title : code, options)
    this.code = code
    this.status = status
    this.traceId = isText(problem.traceId) ? problem.traceId : null
    this.fields = readFields(problem.errors)
    this.retryAfter = typeof problem.retryAfter === 'number' ? problem.retryAfter : null
    this.details = problem
  }

  /** The same call may succeed later without a change by the user. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

export async function errorFromResponse(response: Response): Promise<ApiError> {
  const problem = await readJson(response)
  if (!isObject(problem) || !isText(problem.code)) return new ApiError('answer.unreadable', response.status)
  const retryAfter = Number(response.headers.get('Retry-After'))
  const known = typeof problem.retryAfter === 'number' || !(retryAfter > 0)
  return new ApiError(problem.code, response.status, known ? problem : { ...problem, retryAfter })
}

export const errorFromNetwork = (cause: unknown): ApiError => new ApiError('network', 0, {}, { cause })

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function readFields(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry) =>
    isObject(entry) && isText(entry.name) && isText(entry.reason) ? [{ name: entry.name, reason: entry.reason }] : [],
  )
}
