/** When a mail was sent: the instant (ms UTC) and, where the header has one that is somebody's, the offset in minutes. */
export interface Sent {
  readonly instant: number
  readonly offset: number | null
}

/** Reads the header Date (RFC 5322, 3.3); null for what is none. `+0000` is a server's as often as a person's. */
export function sentAt(header: string): Sent | null {
  const instant = Date.parse(header.slice(0, 60).replace(/\([^)]{0,20}\)/g, ''))
  if (Number.isNaN(instant) || instant < 0 || instant > MAX) return null
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)\s*(?:\(|$)/.exec(header.trim().slice(0, 60)) ?? []
  const offset = sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : null
  return { instant, offset: offset === 0 ? null : offset }
}

/** The end of the year 9000. */
const MAX = 221_845_392_000_000
