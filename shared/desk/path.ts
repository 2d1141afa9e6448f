import type { RecordRef } from '#shared/api.ts'
import { LISTED, type Listed } from '#shared/customer/list-page.ts'

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
export const DESK_BOARD = `${DESK_HOME}board`

/** Which sections a customer's panel has for whom. */
export const DESK_LAYOUT = `${DESK_HOME}panel-layout`

/** What the firm keeps of mails. */
export const DESK_MAILS = `${DESK_HOME}mails`

/** A filed mail, to be read. */
export const mailPath = (id: string): string => `${DESK_HOME}mails/${encodeURIComponent(id)}`

/** A file that somebody may see: it opens for whoever is signed in. */
export const filePath = (id: string): string => `${DESK_HOME}files/${encodeURIComponent(id)}`

/** Where a link of a mail leads, before it is followed. The address stands behind the `#`, which no server is told. */
export const leavePath = (href: string): string => `${DESK_HOME}leave#${encodeURIComponent(href)}`
/** Who may see and do what. */
export const DESK_ACCESS = `${DESK_HOME}access`

/** Who is away, who is out, and who takes over. */
export const DESK_STAFF = '/desk/staff'

/** People's data, for whoever looks after it. */
export const DESK_PRIVACY = '/desk/privacy'

/** Where the desk shows a record: `/desk/orders/01K…`. */
export const deskPath = (type: RecordRef['type'], id: string): string =>
  `${DESK_HOME}${PLURALS[type]}/${encodeURIComponent(id)}`

/** Where the desk lists everything of a type with a customer: `/desk/customers/01K…/quotations`. */
export const deskListPath = (customerId: string, plural: Listed): string =>
  `${deskPath('customer', customerId)}/${plural}`

/** The list whose page has that path, if it is one. */
export function listAt(path: string): { readonly customerId: string; readonly plural: Listed } | undefined {
  const [, customerId, name] = /^\/desk\/customers\/([0-9A-HJKMNP-TV-Z]{26})\/([a-z_]+)$/.exec(path) ?? []
  const plural = LISTED.find((one) => one === name)
  return customerId && plural ? { customerId, plural } : undefined
}

/** Where a record's history is: `/v1/orders/01K…/events`. */
export const historyPath = ({ type, id }: RecordRef): string => `/v1/${PLURALS[type]}/${id}/events`

/** A page of its own, by its script. Null for the pages of records. */
export function pageAt(
  path: string,
): 'board' | 'access' | 'staff' | 'privacy' | 'layout' | 'mail' | 'mails' | 'file' | 'leave' | null {
  if (path === DESK_BOARD) return 'board'
  if (path === DESK_ACCESS) return 'access'
  if (path === DESK_STAFF) return 'staff'
  if (path === DESK_PRIVACY) return 'privacy'
  if (path === DESK_LAYOUT) return 'layout'
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
