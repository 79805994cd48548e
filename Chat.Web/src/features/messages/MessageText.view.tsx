import { memo, useMemo } from 'react'
import { parseMarkdown } from './markdown'
import type { Block, Piece } from './markdown'

/** A message's text, built from elements: no string of HTML ever exists. */
export const MessageText = memo(function MessageText({ content }: { content: string }) {
  const blocks = useMemo(() => parseMarkdown(content), [content])
  return <div className="flex flex-col gap-1.5 [overflow-wrap:anywhere]">{blocks.map(renderBlock)}</div>
})

function renderBlock(block: Block, index: number) {
  return block.is === 'codeBlock' ? (
    <pre
      key={index}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide code scrolls, and must do so by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-panel px-3 py-2 font-mono text-[0.8125rem] whitespace-pre"
    >
      <code>{block.text}</code>
    </pre>
  ) : (
    <p key={index} className="whitespace-pre-wrap">
      {block.children.map(renderPiece)}
    </p>
  )
}

function renderPiece(piece: Piece, index: number) {
  switch (piece.is) {
    case 'text':
      return piece.text
    case 'break':
      return <br key={index} />
    case 'code':
      return (
        <code key={index} className="rounded bg-hover px-1 py-0.5 font-mono text-[0.875em]">
          {piece.text}
        </code>
      )
    case 'bold':
      return <strong key={index}>{piece.children.map(renderPiece)}</strong>
    case 'italic':
      return <em key={index}>{piece.children.map(renderPiece)}</em>
    case 'struck':
      return <del key={index}>{piece.children.map(renderPiece)}</del>
    case 'link':
      return (
        <a
          key={index}
          href={piece.href}
          title={piece.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent-ink underline underline-offset-2 hover:no-underline"
        >
          {piece.children.map(renderPiece)}
        </a>
      )
  }
}
