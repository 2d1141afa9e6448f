import type { Change } from '#shared/record/change.ts'
import { merged } from '#shared/record/merged.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'
import { NO_DEAL } from './lone.ts'
import { freshFile } from './started.ts'

/** A record of no deal, as a task may be, with nothing around it: it goes its own way all the same. */
export function loneFile(type: 'deal' | WayType, record: AnyRecord, view: Pick<EffectView, 'fields'>): DealFile {
  const empty = freshFile({ id: NO_DEAL, values: {} }, null, null, view)
  return type === 'deal'
    ? { ...empty, deal: record as DealFile['deal'] }
    : { ...empty, parts: { ...empty.parts, [type]: [record] } }
}

/** What a step of such a record writes, each record once: what is made along is of no deal either. */
export const ofNoDeal = (changes: readonly Change[]): Change[] =>
  merged(changes).map((change) =>
    change.kind !== 'remove' && change.values.deal_id === NO_DEAL
      ? { ...change, values: { ...change.values, deal_id: null } }
      : change,
  )
