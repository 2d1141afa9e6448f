import { OWN, type Standing } from '#shared/access/standing.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import type { PartName } from './parts.ts'

/**
 * How somebody stands to a record of a deal: as to the deal, for whoever has that has what belongs to it; and a record with
 * their own name on it is theirs, whosever the deal is. An inquiry is its owner's alone: who follows the order has no part in it.
 */
export function standingIn(
  { deal }: Pick<DealFile, 'deal'>,
  type: PartName,
  record: AnyRecord,
  personId: string | undefined,
): Standing {
  const { belongs }: RecordType = TYPES[type]
  const named = personId !== undefined && belongs?.to?.some((field) => record[field] === personId)
  const own = named ? OWN : 0
  const ofDeal = deal.standing ?? 0
  if (type !== 'inquiry') return ofDeal | own
  return (record.owner_id === deal.owner_id ? ofDeal & ~OWN : 0) | own
}
