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

/** People's data, for whoever looks after it. */
export const DESK_PRIVACY = '/desk/privacy'

/** Where the desk shows a record: `/desk/orders/01K…`. */
export const deskPath = (type: RecordRef['type'], id: string): string =>
  `${DESK_HOME}${PLURALS[type]}/${encodeURIComponent(id)}`

/** Where a record's history is: `/v1/orders/01K…/events`. */
export const historyPath = ({ type, id }: RecordRef): string => `/v1/${PLURALS[type]}/${id}/events`

/** The record whose page has that path; null for the desk's home, undefined for a path that is none of the desk's pages. */
export function recordAt(path: string): RecordRef | null | undefined {
  if (path === DESK_HOME) return null
  const [, plural, id] = /^\/desk\/([a-z]+)\/([0-9A-HJKMNP-TV-Z]{26})$/.exec(path) ?? []
  const type = (Object.keys(PLURALS) as RecordRef['type'][]).find((name) => PLURALS[name] === plural)
  return type && id ? { type, id } : undefined
}
