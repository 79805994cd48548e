import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, safeHref } from './markdown'
import type { Block, Piece } from './markdown'

const piecesOf = (blocks: readonly Block[]): Piece[] =>
  blocks.flatMap((block) => (block.is === 'paragraph' ? block.children : [])).flatMap(withChildren)

const withChildren = (piece: Piece): Piece[] => ('children' in piece ? [piece, ...piece.children.flatMap(withChildren)] : [piece])

const linksOf = (content: string) => piecesOf(parseMarkdown(content)).flatMap((piece) => (piece.is === 'link' ? [piece.href] : []))

/** What a reader sees, without its looks. */
const plain = (content: string) =>
  parseMarkdown(content)
    .map((block) => (block.is === 'codeBlock' ? block.text : piecesOf([block]).map(wordsOf).join('')))
    .join('\n')

function wordsOf(piece: Piece): string {
  if (piece.is === 'break') return '\n'
  return piece.is === 'text' || piece.is === 'code' ? piece.text : ''
}

describe('the text of a message', () => {
  it('may be bold, italic, struck and code', () => {
    expect(parseMarkdown('**a** _b_ ~~c~~ `d`')).toEqual([
      {
        is: 'paragraph',
        children: [
          { is: 'bold', children: [{ is: 'text', text: 'a' }] },
          { is: 'text', text: ' ' },
          { is: 'italic', children: [{ is: 'text', text: 'b' }] },
          { is: 'text', text: ' ' },
          { is: 'struck', children: [{ is: 'text', text: 'c' }] },
          { is: 'text', text: ' ' },
          { is: 'code', text: 'd' },
        ],
      },
    ])
  })

  it('may hold a block of code, in which nothing else counts', () => {
    expect(parseMarkdown('```js\na **b** <i>\n```')).toEqual([{ is: 'codeBlock', text: 'a **b** <i>' }])
  })

  it.each(['# a', '- a', '1. a', '> a', '---', '| a | b |', '    a', '<b>a</b>', '<script>alert(1)</script>', '![a](http://b.c/d.png)', 'a &amp; b'])(
    'keeps %j as it was typed',
    (content) => {
      expect(plain(content)).toBe(content)
    },
  )

  it('keeps its lines', () => {
    expect(plain('a\nb')).toBe('a\nb')
  })

  it('links addresses, also those without a scheme and of mail', () => {
    expect(linksOf('https://a.b/c?d=1&e=2 www.f.org me@g.org <http://h.i>')).toEqual([
      'https://a.b/c?d=1&e=2',
      'http://www.f.org/',
      'mailto:me@g.org',
      'http://h.i/',
    ])
  })

  it.each(['[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](data:text/html,y)', '[x](vbscript:z)', '[x](/relative)', '[x](&#106;avascript:alert(1))'])(
    'never links %j',
    (content) => {
      expect(linksOf(content)).toEqual([])
    },
  )

  it('never throws, and links only to http, https and mail, whatever is typed', () => {
    const marks = fc.constantFrom('*', '_', '`', '```', '\n', '[', '](', ')', '<', '>', '~~', '\\', '|', '#', '- ', '    ', 'javascript:', 'https://', 'www.', 'a@b.c', '&#x6a;', 'x')
    const mangled = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme' })), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(mangled, (content) => {
        for (const href of linksOf(content)) expect(href).toMatch(/^(https?|mailto):/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes no address that a click should not follow', () => {
    fc.assert(
      fc.property(fc.string(), (href) => {
        expect(safeHref(href) ?? 'https:').toMatch(/^(https?|mailto):/)
      }),
    )
  })

  it.each(['*', '_', '`', '[', '<', '](', '**a', '~', '\\', '![', 'http://', 'a@'])('is read to its end even as 16 KiB of %j', (mark) => {
    expect(parseMarkdown(mark.repeat(16_384 / mark.length))).not.toEqual([])
  })
})
