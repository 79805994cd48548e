import { Marked } from 'marked'
import type { Token, Tokens } from 'marked'

/** What a message may be made of. Everything else that Markdown knows, HTML above all, stays the text that was typed. */
export type Piece =
  | { is: 'text'; text: string }
  | { is: 'break' }
  | { is: 'code'; text: string }
  | { is: 'bold' | 'italic' | 'struck'; children: Piece[] }
  | { is: 'link'; href: string; children: Piece[] }

export type Block = { is: 'paragraph'; children: Piece[] } | { is: 'codeBlock'; text: string }

const off = () => undefined

/** The tokenizers that are left out here leave their text to the paragraph. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    heading: off,
    lheading: off,
    hr: off,
    blockquote: off,
    list: off,
    table: off,
    html: off,
    def: off,
    code: off,
    tag: off,
    reflink: off,
  },
})

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

/** The address if a click on it is harmless, else null: no script, no data, nothing relative to this page. */
export function safeHref(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null
  return url && SAFE_PROTOCOLS.has(url.protocol) ? url.href : null
}

export function parseMarkdown(content: string): Block[] {
  return marked.lexer(content).flatMap(blocksOf)
}

function blocksOf(token: Token): Block[] {
  if (token.type === 'space') return []
  if (token.type === 'code') return [{ is: 'codeBlock', text: (token as Tokens.Code).text }]
  if ('tokens' in token && token.tokens) return [{ is: 'paragraph', children: token.tokens.flatMap(piecesOf) }]
  return [{ is: 'paragraph', children: [{ is: 'text', text: token.raw }] }]
}

function piecesOf(token: Token): Piece[] {
  switch (token.type) {
    case 'br':
      return [{ is: 'break' }]
    case 'codespan':
      return [{ is: 'code', text: (token as Tokens.Codespan).text }]
    case 'escape':
      return [{ is: 'text', text: (token as Tokens.Escape).text }]
    case 'strong':
      return [{ is: 'bold', children: childrenOf(token) }]
    case 'em':
      return [{ is: 'italic', children: childrenOf(token) }]
    case 'del':
      return [{ is: 'struck', children: childrenOf(token) }]
    case 'link': {
      const href = safeHref((token as Tokens.Link).href)
      return href ? [{ is: 'link', href, children: childrenOf(token) }] : [{ is: 'text', text: token.raw }]
    }
    default:
      return [{ is: 'text', text: token.raw }]
  }
}

const childrenOf = (token: Token): Piece[] => ('tokens' in token ? (token.tokens ?? []).flatMap(piecesOf) : [])
