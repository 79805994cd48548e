import type { User } from '../protocol/entities'
import type { FakeRoom } from './fakeRoom'
import { FakeServer } from './fakeServer'
import { ManualClock } from './manualClock'
import { addUser, TestClient } from './testClient'

/** Ann's device with one room open, in which Bob is too. */
export interface OneRoom {
  clock: ManualClock
  server: FakeServer
  room: FakeRoom
  client: TestClient
  say: (content: string) => void
  bobSays: (...lines: string[]) => void
  shown: () => string[]
}

export async function oneRoom(): Promise<OneRoom> {
  const clock = new ManualClock()
  const server = new FakeServer(clock.now)
  const [ann, bob] = [addUser(server, 'ann'), addUser(server, 'bob')]
  const room = makeRoom(server, ann, 'one')
  server.enter(room, bob)
  const client = new TestClient(server, clock, ann)
  client.session.messages.open(room.id)
  await client.deliverAll()
  return {
    clock,
    server,
    room,
    client,
    say(content) {
      const composer = client.session.messages.composer(room.id)
      composer.write(content)
      composer.send()
    },
    bobSays(...lines) {
      for (const content of lines)
        server.handle({ method: 'POST', path: `rooms/${room.id}/messages`, body: { id: server.newId(), content }, token: bob.id })
    },
    shown: () => client.shown(room.id),
  }
}

export function makeRoom(server: FakeServer, owner: User, name: string): FakeRoom {
  const { body } = server.handle({ method: 'POST', path: 'rooms', body: { name }, token: owner.id })
  const room = server.rooms.get((body as { id: string }).id)
  if (!room) throw new Error('the room was not made')
  return room
}
