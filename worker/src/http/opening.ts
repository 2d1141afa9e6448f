import { recordBehind, type Situation } from '#shared/customer/situation.ts'
import { openDatabase } from '../store/database.ts'
import { keepOpening, type Opening } from '../store/openings.ts'
import type { AppContext } from './app-types.ts'

/**
 * Keeps that somebody opened the customer or the order that stands behind a panel, once the answer is on its way. By
 * a way into the database of its own: nobody waits for this round trip, so it is none of the panel's.
 */
export function openedAfterwards(context: AppContext, situation: Situation): void {
  const { person, now, afterwards } = context.var
  const opening = openingOf(situation)
  if (opening && !isLast(person.id, opening, now)) {
    afterwards(openDatabase(context.env.DB).batch(keepOpening(person, opening, now)))
  }
}

/** Who goes back and forth at one mail opens it once: writing it again would tell nothing. */
function isLast(personId: string, { type, id }: Opening, now: number): boolean {
  const last = LAST.get(personId)
  const same = last?.record === `${type}/${id}` && Math.abs(now - last.at) < REPEAT_MS
  if (!same) {
    // A firm's people fit; what is forgotten is only written once more.
    if (LAST.size >= LAST_MAX) LAST.clear()
    LAST.set(personId, { record: `${type}/${id}`, at: now })
  }
  return same
}

const LAST = new Map<string, { readonly record: string; readonly at: number }>()
const LAST_MAX = 1_000
const REPEAT_MS = 60_000

function openingOf(situation: Situation): Opening | null {
  const record = recordBehind(situation)
  return record && (record.type === 'customer' || record.type === 'order') ? { type: record.type, id: record.id } : null
}
