import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { KeyValue } from './keyValue'

export type ThemeChoice = 'light' | 'dark' | 'system'

export interface Theme {
  choice: StoreApi<ThemeChoice>
  choose(choice: ThemeChoice): void
}

/** `public/theme.js` reads the same key before the first paint. */
const KEY = 'chat.theme'

export function createTheme(storage: KeyValue, root: HTMLElement): Theme {
  const saved = storage.get(KEY)
  const choice = createStore<ThemeChoice>(() => (saved === 'light' || saved === 'dark' ? saved : 'system'))
  return {
    choice,
    choose(next) {
      choice.setState(next, true)
      if (next === 'system') {
        storage.remove(KEY)
        delete root.dataset.theme
      } else {
        storage.set(KEY, next)
        root.dataset.theme = next
      }
    },
  }
}
