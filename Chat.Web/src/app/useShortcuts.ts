import { useEffect } from 'react'
import type { RefObject } from 'react'

interface ShortcutPorts {
  items: readonly { id: string }[]
  current: string | null
  filter: RefObject<HTMLInputElement | null>
  open: (room: string) => void
  showList: () => void
}

/** Alt+Up and Alt+Down go through the rooms, Ctrl+K (or Cmd+K) looks for one. */
export function useShortcuts({ items, current, filter, open, showList }: ShortcutPorts): void {
  useEffect(() => {
    const step = (by: number) => {
      const index = items.findIndex(({ id }) => id === current)
      const next = items[index < 0 ? 0 : Math.min(Math.max(index + by, 0), items.length - 1)]
      if (next && next.id !== current) open(next.id)
    }
    const find = () => {
      // On a phone the list is another page; the field is there once it is shown.
      if (filter.current?.offsetParent === null) showList()
      requestAnimationFrame(() => filter.current?.focus())
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const isStep = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (isStep && event.key === 'ArrowUp') step(-1)
      else if (isStep && event.key === 'ArrowDown') step(1)
      else if (isFind) find()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [items, current, filter, open, showList])
}
