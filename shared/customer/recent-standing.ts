import { INVOLVED, type Standing, TEAM } from '#shared/access/standing.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { type KeptRecord, type Nearness, type RecentRecord, type RecentType, recentOf } from './recent.ts'

/**
 * How a reader stands to what is recent with a customer: what `worker/src/store/standing.ts` works out for a record that is read
 * by itself, worked out of what is kept with it, so that no panel has to look at each. A test compares the two.
 */
export function withStanding(type: RecentType, kept: KeptRecord, nearness: Nearness): RecentRecord {
  const { deal } = kept
  const ofCustomer = nearest(nearness.owners, nearness)
  const dealStanding = deal ? nearest(deal.people, nearness) | inPool(deal.team, nearness) | ofCustomer : 0
  const around = recentOf(type).within === 'deal' ? dealStanding : standingToAll(type, nearness)
  return {
    id: kept.id,
    values: kept.values,
    dealId: deal?.id ?? null,
    standing: nearest(kept.people, nearness) | inPool(kept.team, nearness) | around,
    dealStanding,
  }
}

/** To every record of a type: what is within a customer is as near as that, and what is nobody's by itself also to who works on one of its orders. */
export function standingToAll(type: RecentType, nearness: Nearness): Standing {
  const { within, people } = recentOf(type)
  if (within === null) return 0
  const works = within === 'customer' && people.length === 0 ? nearness.customer & INVOLVED : 0
  return nearest(nearness.owners, nearness) | works
}

const nearest = (people: readonly string[], { near }: Nearness): Standing =>
  people.reduce((standing, id) => standing | (near[id] ?? 0), 0)

const inPool = (team: string | null, { teamId }: Nearness): Standing =>
  team === '' || (team !== null && team === teamId) ? TEAM : 0

/** Where a click on one of a type leads: to its own panel, else to that of the deal it is of. */
export const opens = (
  type: RecentType,
  { id, dealId }: RecentRecord,
): { readonly type: TypeName; readonly id: string } | null =>
  type === 'inquiry' ? { type, id } : dealId === null ? null : { type: 'deal', id: dealId }
