import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { WebSocketServer } from 'ws'
import type { Tokens } from '../api/types'
import { FakeServer } from './fakeServer.ts'

const COOKIE = 'chat-refresh'

/** `npm run dev -- --mode fake`: the client on the fake server, for working on views without a database. What is written is gone at the end. */
export function fakeHost(): Plugin {
  const server = new FakeServer()
  const host = ({ middlewares, httpServer }: Pick<ViteDevServer | PreviewServer, 'middlewares' | 'httpServer'>) => {
    middlewares.use('/api/v1', (request, response) => void answer(server, request, response))
    if (httpServer) hostSockets(server, httpServer as Server)
  }
  return { name: 'fake-host', configureServer: host, configurePreviewServer: host }
}

async function answer(server: FakeServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await read(request)
  const cookie = new RegExp(`${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]
  const body = { refreshToken: cookie, ...(text ? JSON.parse(text) : {}) }
  const token = request.headers.authorization?.slice('Bearer '.length) ?? null
  const path = (request.url ?? '').slice(1)
  const { status, body: answered } = server.handle({ method: request.method ?? 'GET', path, body, token })
  if (path === 'auth/logout') response.setHeader('Set-Cookie', `${COOKIE}=; Max-Age=0; Path=/api/v1/auth`)
  else if (path.startsWith('auth/') && status < 300)
    response.setHeader('Set-Cookie', `${COOKIE}=${(answered as Tokens).user.id}; HttpOnly; SameSite=Strict; Path=/api/v1/auth`)
  response.statusCode = status
  response.setHeader('Content-Type', status < 300 ? 'application/json' : 'application/problem+json')
  response.end(JSON.stringify(path === 'realtime/negotiate' ? { url: addressOf(request, token) } : answered))
}

const addressOf = (request: IncomingMessage, token: string | null) =>
  `ws://${request.headers.host}/client/hubs/chat?access_token=${token}`

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** As much of json.webpubsub.azure.v1 as the official client needs to receive. */
function hostSockets(server: FakeServer, http: Server): void {
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'http://fake')
    if (!url.pathname.startsWith('/client/')) return
    const user = url.searchParams.get('access_token') ?? ''
    sockets.handleUpgrade(request, socket, head, (socket) => {
      const send = (frame: object) => socket.send(JSON.stringify(frame))
      const stop = server.connect(user, (data) => send({ type: 'message', from: 'group', group: 'fake', dataType: 'json', data }))
      socket.on('close', stop)
      socket.on('message', (frame) => String(frame).includes('"ping"') && send({ type: 'pong' }))
      send({ type: 'system', event: 'connected', userId: user, connectionId: crypto.randomUUID() })
    })
  })
}
