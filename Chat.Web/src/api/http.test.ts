import { describe, expect, it } from 'vitest'
import { ManualClock, settle } from '../testing/manualClock'
import { ApiError } from './apiError'
import { Http } from './http'
import { AccessTokens } from './tokens'
import type { Tokens } from './types'

const user = { id: 'u', username: 'ann', displayName: 'Ann' }

function setUp(answer: (token: string | null) => Response) {
  const clock = new ManualClock()
  const asked: (string | null)[] = []
  let refreshes = 0
  let ended = 0
  let isOver = false
  const fresh = (): Tokens => {
    refreshes += 1
    const expiresAt = new Date(clock.now() + 15 * 60_000).toISOString()
    return { accessToken: `token-${refreshes}`, expiresAt, user }
  }
  const refresh = async () => {
    if (isOver) throw new ApiError('auth.refresh', 401)
    return fresh()
  }
  const tokens = new AccessTokens(refresh, () => void (ended += 1), clock)
  const http = new Http(async (_, init) => {
    const token = new Headers(init.headers).get('Authorization')?.slice('Bearer '.length) ?? null
    asked.push(token)
    return answer(token)
  })
  const call = () => http.signed({ method: 'GET', path: 'me' }, tokens)
  const end = () => void (isOver = true)
  return { clock, tokens, http, asked, call, end, refreshes: () => refreshes, ended: () => ended }
}

const ok = () => new Response('{"id":"u"}', { status: 200 })
const problem = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers })
const unauthorized = () => problem(401, { code: 'auth.required' })

describe('[AU1] the access token', () => {
  it('is asked for once by however many calls', async () => {
    const { call, refreshes } = setUp(ok)
    await Promise.all([call(), call(), call()])
    expect(refreshes()).toBe(1)
  })

  it('is renewed before it ends', async () => {
    const { call, clock, asked } = setUp(ok)
    await call()
    clock.advance(14 * 60_000)
    await settle()
    await call()
    expect(asked).toEqual(['token-1', 'token-2'])
  })

  it('is renewed, and the call repeated once, when the server refuses it', async () => {
    const { call, asked } = setUp((token) => (token === 'token-1' ? unauthorized() : ok()))
    await expect(call()).resolves.toEqual({ id: 'u' })
    expect(asked).toEqual(['token-1', 'token-2'])
  })

  it('is not renewed for ever', async () => {
    const { call, asked } = setUp(unauthorized)
    await expect(call()).rejects.toMatchObject({ code: 'auth.required', status: 401 })
    expect(asked).toHaveLength(2)
  })

  it('ends the session when it cannot be renewed', async () => {
    const { call, end, ended } = setUp(ok)
    end()
    await expect(call()).rejects.toMatchObject({ code: 'auth.refresh' })
    expect(ended()).toBe(1)
  })

  it('is trusted for a while by a device whose clock runs ahead', async () => {
    const { tokens, call, refreshes } = setUp(ok)
    tokens.take({ accessToken: 'given', expiresAt: '2026-03-02T08:00:00Z', user })
    await call()
    expect(refreshes()).toBe(0)
  })
})

describe('[CN3] a failure', () => {
  it('keeps its code, its fields and what finds it in the logs', async () => {
    const errors = [{ name: 'username', reason: 'taken' }]
    const { http } = setUp(() => problem(409, { title: 'Taken', code: 'account.username_taken', traceId: 't', errors }))
    const failure = http.open({ method: 'POST', path: 'auth/register' })
    await expect(failure).rejects.toMatchObject({ code: 'account.username_taken', status: 409, traceId: 't', fields: errors, isTransient: false })
  })

  it('says when to try again, also by header', async () => {
    const { http } = setUp(() => problem(429, { code: 'rate.limited' }, { 'Retry-After': '3' }))
    await expect(http.open({ method: 'GET', path: 'x' })).rejects.toMatchObject({ retryAfter: 3, isTransient: true })
  })

  it('of a proxy in between is told apart from one of the API', async () => {
    const { http } = setUp(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(http.open({ method: 'GET', path: 'x' })).rejects.toMatchObject({ code: 'answer.unreadable', status: 502, isTransient: true })
  })

  it('of the network is one that may pass', async () => {
    const http = new Http(() => Promise.reject(new TypeError('failed to fetch')))
    await expect(http.open({ method: 'GET', path: 'x' })).rejects.toMatchObject({ code: 'network', status: 0, isTransient: true })
  })
})
