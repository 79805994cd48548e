import type { Http } from './http'
import type { Limits, LoginRequest, RegisterRequest, Tokens } from './types'

/** The calls that work without an access token. The refresh token stays in an HttpOnly cookie (AU2), out of reach of scripts. */
export interface AccountsApi {
  register(request: RegisterRequest): Promise<Tokens>
  login(request: LoginRequest): Promise<Tokens>
  refresh(): Promise<Tokens>
  logout(): Promise<void>
  limits(): Promise<Limits>
}

export function createAccountsApi(http: Http): AccountsApi {
  return {
    register: (request) => http.open({ method: 'POST', path: 'auth/register', body: { ...request, cookie: true } }),
    login: (request) => http.open({ method: 'POST', path: 'auth/login', body: { ...request, cookie: true } }),
    refresh: () => http.open({ method: 'POST', path: 'auth/refresh' }),
    logout: () => http.open({ method: 'POST', path: 'auth/logout' }),
    limits: () => http.open({ method: 'GET', path: 'limits' }),
  }
}
