import { createChatApi } from '../api/chatApi'
import { Http } from '../api/http'
import { AccessTokens } from '../api/tokens'
import type { Tokens } from '../api/types'
import { createSession } from '../app/session'
import type { Session } from '../app/session'
import { memoryKeyValue } from '../platform/keyValue'
import type { User } from '../protocol/entities'
import { memoryPendingStorage } from '../store/db'
import type { PendingStorage } from '../store/db'
import { FakeNetwork } from './fakeNetwork'
import type { FakeServer } from './fakeServer'
import { settle } from './manualClock'
import type { ManualClock } from './manualClock'

/** One device: the whole client but its views, on a network that the test turns. */
export class TestClient {
  readonly network: FakeNetwork
  readonly user: User
  session: Session
  readonly #server: FakeServer
  readonly #clock: ManualClock
  readonly #storage: PendingStorage
  readonly #keyValue = memoryKeyValue()

  constructor(server: FakeServer, clock: ManualClock, user: User, storage: PendingStorage = memoryPendingStorage()) {
    this.#server = server
    this.#clock = clock
    this.#storage = storage
    this.user = user
    this.network = new FakeNetwork(server)
    this.session = this.#start()
  }

  /** A new page on the same device: what was in memory is gone. */
  reload(): void {
    this.session.stop()
    this.session = this.#start()
  }

  /** Lets everything arrive, including what follows from it. */
  async deliverAll(): Promise<void> {
    for (await settle(); this.network.waiting > 0; await settle()) this.network.deliver()
  }

  /** What the timeline of a room shows, as `content` or `content (state)` while it is not sent. */
  shown(room: string): string[] {
    const { rows } = this.session.messages.timeline(room).getState()
    return rows.map(({ content, delivery }) => (delivery === 'sent' ? content : `${content} (${delivery})`))
  }

  #start(): Session {
    const { user } = this
    const tokens = new AccessTokens(() => Promise.reject(new Error('no refresh')), () => {}, this.#clock)
    tokens.take(this.#server.tokens(user) as Tokens)
    const session = createSession({
      user,
      api: createChatApi(new Http(this.network.fetch), tokens),
      openSocket: this.network.openSocket(user.id),
      storage: this.#storage,
      keyValue: this.#keyValue,
      clock: this.#clock,
      random: () => 0.5,
      newId: () => this.#server.newId(),
      isOnline: () => true,
      messageBytes: () => 16_384,
      showRoom: () => {},
      limits: { page: 5, farBehind: 40 },
    })
    session.start()
    return session
  }
}

export function addUser(server: FakeServer, name: string): User {
  const answer = server.handle({ method: 'POST', path: 'auth/register', body: { username: name, password: 'secret' }, token: null })
  return (answer.body as Tokens).user
}
