/** As the server takes it: compared without case, so it can be read out loud. */
export const isRoomCode = (code: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(code)
