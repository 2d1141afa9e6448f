import { OWN, type Standing } from '#shared/access/standing.ts'
import type { Looking } from '#shared/panel/section-builder.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { type Approval, TYPES } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import type { PartName } from './parts.ts'
import { waitsFor } from './read-approval.ts'

/**
 * How somebody stands to a record of a deal: as to the deal, for whoever has that has what belongs to it; and a record with
 * their own name on it, or that of somebody they stand in for, is theirs, whosever the deal is. An inquiry is its owner's alone: who follows the order has no part in it.
 */
export function standingIn(
  { deal }: Pick<DealFile, 'deal'>,
  type: PartName,
  record: AnyRecord,
  person: Pick<Looking, 'id' | 'standsFor'> | undefined,
): Standing {
  const { belongs }: RecordType = TYPES[type]
  const { standsFor = [] } = person ?? {}
  const ids: readonly unknown[] = person ? [person.id, ...standsFor.map(({ id }) => id)] : []
  const named = belongs?.to?.some((field) => ids.includes(record[field]))
  // What waits for somebody who is away waits for their deputy.
  const awaited = type === 'approval' && standsFor.length > 0 && waitsFor(record as Approval, standsFor)
  const own = named || awaited ? OWN : 0
  const ofDeal = deal.standing ?? 0
  if (type !== 'inquiry') return ofDeal | own
  return (record.owner_id === deal.owner_id ? ofDeal & ~OWN : 0) | own
}
