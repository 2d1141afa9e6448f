import type { Progress } from '#shared/privacy/request.ts'
import type { Database, Row } from '../store/database.ts'
import { PLACES, type Place } from '../store/personal-places.ts'
import { type Key, keyOf, pageOf } from '../store/personal-walk.ts'

/** Rows read of a place in one go, and places read together: most tables are small. */
const ROWS = 200
const TOGETHER = 6

/** Some rows of everything a firm has. */
export interface Walked {
  readonly rows: readonly { readonly place: Place; readonly row: Row }[]
  /** Where it goes on; null after the last place. */
  readonly next: Pick<Progress, 'place' | 'after'> | null
}

/** The next rows after what was walked, in one round trip. A full page ends the step: the rest of that place comes with the next. */
export async function walkOn(
  database: Database,
  tenant: string,
  { place: from, after }: Pick<Progress, 'place' | 'after'>,
): Promise<Walked> {
  const places = PLACES.slice(from, from + TOGETHER)
  if (places.length === 0) return { rows: [], next: null }
  const pages = await database.batch(
    places.map((place, index) => pageOf(place, tenant, index === 0 ? after : null, ROWS)),
  )
  const rows: { place: Place; row: Row }[] = []
  for (const [index, place] of places.entries()) {
    const page = pages[index] ?? []
    rows.push(...page.map((row) => ({ place, row })))
    const last = page.at(-1)
    if (page.length === ROWS && last) return { rows, next: { place: from + index, after: keyOf(place, last) as Key } }
  }
  const end = from + places.length
  return { rows, next: end < PLACES.length ? { place: end, after: null } : null }
}

/** The place after all tables: the bytes of files. */
export const FILES_PLACE = PLACES.length
