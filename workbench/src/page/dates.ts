import type { Language } from '#shared/i18n/language.ts'

/** A short date for the list; with its year where that is not the newest mail's. */
export function shortDate(sentAt: string, newest: string | null, language: Language): string {
  const date = new Date(sentAt)
  const sameYear = newest !== null && new Date(newest).getFullYear() === date.getFullYear()
  const options: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' }
  return date.toLocaleDateString(language, sameYear ? options : { ...options, year: 'numeric' })
}

/** The moment a mail was sent, on the reader's clock. */
export function fullDate(sentAt: string, language: Language): string {
  return new Date(sentAt).toLocaleString(language, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' })
}

/** What the sender's clock showed and how far it was from UTC; null where the mail does not tell, or it is the reader's too. */
export function senderClock(sentAt: string): { readonly time: string; readonly offset: string } | null {
  const [, time = '', offset = ''] = /T(\d\d:\d\d).*([+-]\d\d:\d\d)$/.exec(sentAt) ?? []
  if (!offset) return null
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const minutesAhead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
  return new Date(sentAt).getTimezoneOffset() === -minutesAhead ? null : { time, offset: offset.replace('-', '−') }
}
