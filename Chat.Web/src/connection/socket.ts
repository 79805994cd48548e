/** One attempt at one socket. Whoever wants another opens another. */
export interface Socket {
  /** No handler is called after this. */
  close(): void
}

export interface SocketHandlers {
  /** The server has accepted the connection and put it into its groups: what is published from now on arrives. */
  opened(): void
  received(data: unknown): void
  /** The socket is gone, or never came to be. Called at most once, and last. */
  closed(): void
}

export type OpenSocket = (handlers: SocketHandlers) => Socket
