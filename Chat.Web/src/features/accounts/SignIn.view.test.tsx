// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '../../api/apiError'
import type { LoginRequest } from '../../api/types'
import { Form } from '../../forms/form.model'
import { SignInView } from './SignIn.view'

afterEach(cleanup)

function show(send: (request: LoginRequest) => Promise<void>) {
  const form = new Form<LoginRequest>({ check: ({ username }): Record<string, string> => (username ? {} : { username: 'Please fill this in.' }), send })
  render(<SignInView form={form} hasEnded={false} />)
  return userEvent.setup()
}

describe('the sign-in form', () => {
  it('ties what is wrong with a field to the field', async () => {
    const person = show(async () => {})
    await person.click(screen.getByRole('button', { name: 'Sign in' }))
    const field = screen.getByLabelText('User name')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toBe('Please fill this in.')
  })

  it('says what went wrong with the whole, with a reference for whoever is asked', async () => {
    const person = show(() => Promise.reject(new ApiError('auth.credentials', 401, { traceId: 'trace-7' })))
    await person.type(screen.getByLabelText('User name'), 'ann')
    await person.click(screen.getByRole('button', { name: 'Sign in' }))
    expect((await screen.findByText('User name or password is wrong.')).closest('[role=alert]')).not.toBeNull()
    expect(screen.getByText(/trace-7/)).toBeDefined()
  })

  it('cannot be sent twice while it is on its way', async () => {
    let sends = 0
    const person = show(() => {
      sends += 1
      return new Promise(() => {})
    })
    await person.type(screen.getByLabelText('User name'), 'ann{Enter}{Enter}')
    expect(sends).toBe(1)
    expect(screen.getByRole('button', { name: 'Signing in…' }).hasAttribute('disabled')).toBe(true)
  })
})
