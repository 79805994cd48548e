import { v7 } from 'uuid'

/** A new id, sortable by the time it was made (UUIDv7, CN2). */
export const newId = (): string => v7()
