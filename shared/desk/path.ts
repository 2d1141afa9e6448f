import type { RecordRef } from '#shared/api.ts'

/** The records that have a page of their own, by the noun in its path: that of `/v1/{plural}`. */
const PLURALS: Readonly<Record<RecordRef['type'], string>> = {
  customer: 'customers',
  order: 'orders',
  inquiry: 'inquiries',
  deal: 'deals',
}

/** Where the desk begins: what waits for whoever opens it. */
export const DESK_HOME = '/desk/'

/** Every open order by stage. */
export const DESK_BOARD = '/desk/board'

/** What the firm keeps of mails. */
export const DESK_MAILS = `${DESK_HOME}mails`

/** A filed mail, to be read. */
export const mailPath = (id: string): string => `${DESK_HOME}mails/${encodeURIComponent(id)}`

/** A file that somebody may see: it opens for whoever is signed in. */
export const filePath = (id: string): string => `${DESK_HOME}files/${encodeURIComponent(id)}`

/** Where a link of a mail leads, before it is followed. The address stands behind the `#`, which no server is told. */
export const leavePath = (href: string): string => `${DESK_HOME}leave#${encodeURIComponent(href)}`

/** Where the desk shows a record: `/desk/orders/01K…`. */
export const deskPath = (type: RecordRef['type'], id: string): string =>
  `${DESK_HOME}${PLURALS[type]}/${encodeURIComponent(id)}`

/** Where a record's history is: `/v1/orders/01K…/events`. */
export const historyPath = ({ type, id }: RecordRef): string => `/v1/${PLURALS[type]}/${id}/events`

/** A page of its own, by its script. Null for the pages of records. */
export function pageAt(path: string): 'board' | 'mail' | 'mails' | 'file' | 'leave' | null {
  if (path === DESK_BOARD) return 'board'
  if (path === `${DESK_HOME}leave`) return 'leave'
  if (path === DESK_MAILS) return 'mails'
  const [, noun] = /^\/desk\/(mail|file)s\/[0-9A-HJKMNP-TV-Z]{26}$/.exec(path) ?? []
  return (noun as 'mail' | 'file' | undefined) ?? null
}

/** The record whose page has that path; null for the desk's home, undefined for a path that is none of the desk's pages. */
export function recordAt(path: string): RecordRef | null | undefined {
  if (path === DESK_HOME) return null
  const [, plural, id] = /^\/desk\/([a-z]+)\/([0-9A-HJKMNP-TV-Z]{26})$/.exec(path) ?? []
  const type = (Object.keys(PLURALS) as RecordRef['type'][]).find((name) => PLURALS[name] === plural)
  return type && id ? { type, id } : undefined
}
