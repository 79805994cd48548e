import { text } from './en'

const DAY_MS = 86_400_000

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' })
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dateOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })
const longDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })

/** All times are in the reader's own time zone. */
export const timeOf = (at: string): string => clock.format(new Date(at))
export const fullTimeOf = (at: string): string => full.format(new Date(at))

/** Whole days from `at` until `now` by the calendar, so that yesterday evening is one day ago in the morning. */
function daysAgo(at: Date, now: Date): number {
  const start = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
  return Math.round((start(now) - start(at)) / DAY_MS)
}

export function dayOf(at: string, now = new Date()): string {
  const day = new Date(at)
  const ago = daysAgo(day, now)
  if (ago === 0) return text.messages.today
  if (ago === 1) return text.messages.yesterday
  return (day.getFullYear() === now.getFullYear() ? longDay : longDate).format(day)
}

/** As short as a list needs: the time today, the weekday within a week, else the date. */
export function shortTimeOf(at: string, now = new Date()): string {
  const day = new Date(at)
  const ago = daysAgo(day, now)
  if (ago <= 0) return clock.format(day)
  if (ago < 7) return weekday.format(day)
  return (day.getFullYear() === now.getFullYear() ? date : dateOfYear).format(day)
}
