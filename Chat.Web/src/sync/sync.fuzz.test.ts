import { describe, expect, it } from 'vitest'
import type { FakeRoom } from '../testing/fakeRoom'
import { FakeServer } from '../testing/fakeServer'
import { ManualClock, settle } from '../testing/manualClock'
import { makeRoom } from '../testing/oneRoom'
import { Random } from '../testing/random'
import { addUser, TestClient } from '../testing/testClient'

const STEPS = 120
const SEEDS = 60
/** More seeds for a night: `CHAT_FUZZ_SEEDS=5000 npm test`. */
const seeds = Array.from({ length: Number(process.env.CHAT_FUZZ_SEEDS) || SEEDS }, (_, seed) => seed)

interface Story {
  /** The server loses the end of a room's history now and then, as a restored backup does. */
  losesHistory: boolean
}

/** Several devices, one of them a second one of the same user, in two rooms over networks that do whatever networks do. */
async function play(seed: number, { losesHistory }: Story): Promise<void> {
  const random = new Random(seed)
  const clock = new ManualClock()
  const server = new FakeServer(clock.now)
  const [ann, bob] = [addUser(server, 'ann'), addUser(server, 'bob')]
  const rooms = ['one', 'two'].map((name) => makeRoom(server, ann, name))
  for (const room of rooms) server.enter(room, bob)
  const clients = [new TestClient(server, clock, ann), new TestClient(server, clock, bob), new TestClient(server, clock, bob)]
  const typed: string[] = []

  for (let step = 0; step < STEPS; step += 1) {
    await act(random, clock, server, clients, rooms, typed)
    if (losesHistory && random.chance(0.02)) restore(random, server, random.pick(rooms))
    await settle()
  }
  await calm(clock, clients)

  for (const room of rooms) {
    const stored = room.messages().map(({ content }) => content)
    expect(new Set(stored).size).toBe(stored.length)
    for (const client of clients) {
      const shown = await readWhole(client, room)
      expect(shown, `seed ${seed}, ${client.user.username} in ${room.name}`).toEqual(stored)
      const held = client.session.rooms.all.getState().byId[room.id]
      expect(held).toMatchObject({ headSeq: room.head, memberCount: room.members.size })
      expect(held?.lastMessage?.content).toBe(stored.at(-1))
    }
  }
  if (losesHistory) return
  const everything = rooms.flatMap((room) => room.messages().map(({ content }) => content))
  expect(everything.sort(), `seed ${seed}: what was typed is stored once`).toEqual(typed.sort())
}

async function act(
  random: Random,
  clock: ManualClock,
  server: FakeServer,
  clients: readonly TestClient[],
  rooms: readonly FakeRoom[],
  typed: string[],
): Promise<void> {
  const client = random.pick(clients)
  const room = random.pick(rooms)
  const anywhere = () => random.below(client.network.waiting)
  const dice = random.below(100)
  if (dice < 45) client.network.deliver(random.chance(0.7) ? 0 : anywhere())
  else if (dice < 52) client.network.lose(anywhere())
  else if (dice < 56) client.network.repeat(anywhere())
  else if (dice < 72) {
    typed.push(`${client.user.username} ${typed.length}`)
    client.session.messages.composer(room.id).write(typed.at(-1) ?? '')
    client.session.messages.composer(room.id).send()
    await settle()
  } else if (dice < 78) client.session.messages.open(room.id)
  else if (dice < 82) client.session.messages.readHistory(room.id)
  else if (dice < 87) client.network.breakSockets()
  else if (dice < 90) client.reload()
  else if (dice < 92) client.network.isUp = !client.network.isUp
  else if (dice < 94) server.enter(room, addUser(server, `guest${server.users.size}`))
  else clock.advance(random.below(5_000))
}

/** The networks recover, and enough time passes for every retry. */
async function calm(clock: ManualClock, clients: readonly TestClient[]): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    for (const client of clients) {
      client.network.isUp = true
      await client.deliverAll()
      client.session.refresh()
      await client.deliverAll()
    }
    clock.advance(31_000)
  }
  for (const client of clients) await client.deliverAll()
}

async function readWhole(client: TestClient, room: FakeRoom): Promise<string[]> {
  client.session.messages.open(room.id)
  await client.deliverAll()
  const timeline = client.session.messages.timeline(room.id)
  while (timeline.getState().hasBefore) {
    client.session.messages.readHistory(room.id)
    await client.deliverAll()
  }
  return client.shown(room.id)
}

function restore(random: Random, server: FakeServer, room: FakeRoom): void {
  // The first facts are the room's making and its members, who stay.
  const made = 4
  if (room.head > made) server.restoreBackup(room, made + random.below(room.head - made))
}

describe('whatever the network does, every device ends with what the server holds', () => {
  it.each(seeds)('seed %i', (seed) => play(seed, { losesHistory: false }))
})

describe('and so it does when the server loses history', () => {
  it.each(seeds)('seed %i', (seed) => play(seed, { losesHistory: true }))
})
