import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { useState } from 'react'
import type { Theme } from '../../platform/theme'
import type { User } from '../../protocol/entities'
import { text } from '../../text/en'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useReadable } from '../../ui/useReadable'

const THEMES = [
  { choice: 'light', label: text.theme.light, Icon: Sun },
  { choice: 'dark', label: text.theme.dark, Icon: Moon },
  { choice: 'system', label: text.theme.system, Icon: Monitor },
] as const

interface AccountMenuProps {
  user: User
  theme: Theme
  /** Messages that signing out would lose. */
  unsent: number
  onSignOut: () => void
}

export function AccountMenu({ user, theme, unsent, onSignOut }: AccountMenuProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="border-t border-line p-2">
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={text.account.menu(user.displayName)}
        className="flex w-full items-center gap-3 rounded-xl p-2 text-left transition-colors hover:bg-hover"
      >
        <Avatar name={user.displayName} seed={user.id} of="person" size="sm" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{user.displayName}</span>
          <span className="block truncate text-xs text-soft">@{user.username}</span>
        </span>
        <Settings size={18} aria-hidden="true" className="text-soft" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="fixed inset-auto bottom-[calc(4.5rem+env(safe-area-inset-bottom))] left-2 m-0 w-72 max-w-[calc(100vw-1rem)] animate-rise rounded-2xl border border-line bg-raised p-3 text-ink shadow-float"
      >
        <ThemeChoice theme={theme} />
        <Button
          look="plain"
          className="mt-2 w-full justify-start text-ink"
          onClick={() => (unsent > 0 ? setAsking(true) : onSignOut())}
        >
          <LogOut size={16} aria-hidden="true" />
          {text.account.signOut}
        </Button>
      </div>
      {isAsking && (
        <Dialog title={text.account.signOutUnsentTitle} closeLabel={text.close} onClose={() => setAsking(false)}>
          <p className="mb-4 text-soft">{text.account.signOutUnsent(unsent)}</p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{text.cancel}</Button>
            <Button look="danger" onClick={onSignOut}>
              {text.account.signOutAnyway}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function ThemeChoice({ theme }: { theme: Theme }) {
  const chosen = useReadable(theme.choice)
  return (
    <fieldset>
      <legend className="mb-1.5 px-1 text-xs font-medium text-soft">{text.theme.label}</legend>
      <div className="grid grid-cols-3 gap-1 rounded-xl bg-hover p-1">
        {THEMES.map(({ choice, label, Icon }) => (
          <label
            key={choice}
            className="tap flex cursor-pointer items-center justify-center gap-1.5 rounded-lg text-[0.8125rem] has-checked:bg-raised has-checked:font-medium has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={chosen === choice}
              onChange={() => theme.choose(choice)}
            />
            <Icon size={15} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
