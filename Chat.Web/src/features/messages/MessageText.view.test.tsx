// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { MessageText } from './MessageText.view'

afterEach(cleanup)

describe('a message on the page', () => {
  it('shows HTML as the text it is', () => {
    const { container } = render(<MessageText content={'<img src=x onerror=alert(1)> <b>hi</b>'} />)
    expect(container.textContent).toBe('<img src=x onerror=alert(1)> <b>hi</b>')
    expect(container.querySelector('img, b')).toBeNull()
  })

  it('opens links elsewhere, without telling where from', () => {
    render(<MessageText content="see https://example.com" />)
    const link = screen.getByRole('link')
    expect(link.getAttribute('href')).toBe('https://example.com/')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toContain('noopener')
  })
})
