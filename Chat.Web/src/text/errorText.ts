import { text } from './en'

/** What a person reads for each code of docs/protocol.md section 6, and for the codes that the client makes itself. */
const BY_CODE: Readonly<Record<string, string>> = {
  network: 'The server cannot be reached. Check your connection and try again.',
  'answer.unreadable': 'The server gave an answer that we cannot read. Please try again in a moment.',
  'request.invalid': 'Some of this is not right. Please check it and try again.',
  'request.too_large': 'This is too large to send.',
  'auth.required': 'Please sign in again.',
  'auth.credentials': 'User name or password is wrong.',
  'auth.refresh': 'Your session has ended. Please sign in again.',
  'auth.forbidden': 'You are not allowed to do this.',
  'account.username_taken': 'This user name is taken. Try another.',
  'room.not_found': 'There is no such room, or you are not in it.',
  'room.code_taken': 'This code is taken. Try another.',
  'room.full': 'This room is full.',
  'room.daily_limit': 'You have made as many rooms today as one person may. Try again tomorrow.',
  'message.conflict': 'The server holds another message under the same number. Copy the text, delete this one and send it anew.',
  'message.too_large': 'This message is too long. Split it and send it in parts.',
  'rate.limited': 'That was a bit fast. Please wait a moment.',
  'service.unavailable': 'The server is busy right now. Please try again in a moment.',
}

export const errorText = (code: string): string => BY_CODE[code] ?? text.errors.unknown
