import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useRoute } from 'wouter'
import { RegisterView } from '../features/accounts/Register.view'
import { SignInView } from '../features/accounts/SignIn.view'
import type { Theme } from '../platform/theme'
import { text } from '../text/en'
import { Button } from '../ui/Button'
import { Spinner } from '../ui/Spinner'
import { useReadable } from '../ui/useReadable'
import type { Chat } from './chat'
import { Shell } from './Shell.view'

export function App({ chat, theme }: { chat: Chat; theme: Theme }) {
  const account = useReadable(chat.account)
  const session = useReadable(chat.session)
  if (session) return <Shell key={session.user.id} session={session} theme={theme} onSignOut={chat.signOut} />
  switch (account.is) {
    case 'signedOut':
      return <Door chat={chat} hasEnded={account.hasEnded} />
    case 'unreachable':
      return (
        <Splash>
          <p className="mb-4 text-soft">{text.account.unreachable}</p>
          <Button look="primary" onClick={chat.restore}>
            {text.tryAgain}
          </Button>
        </Splash>
      )
    default:
      return (
        <Splash>
          <Spinner label={text.loading} />
        </Splash>
      )
  }
}

function Door({ chat, hasEnded }: { chat: Chat; hasEnded: boolean }) {
  const [isRegister] = useRoute('/register')
  const signIn = useMemo(() => chat.signIn(), [chat])
  const register = useMemo(() => chat.register(), [chat])
  return isRegister ? <RegisterView form={register} /> : <SignInView form={signIn} hasEnded={hasEnded} />
}

function Splash({ children }: { children: ReactNode }) {
  return <main className="flex h-dvh flex-col items-center justify-center bg-panel p-6 text-center">{children}</main>
}
