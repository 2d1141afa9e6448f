import type { AnyRecord } from '#shared/record/record-type.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'
import { freshFile } from './started.ts'

/** A record of no deal, as a task may be, with nothing around it: it goes its own way all the same. */
export function loneFile(type: 'deal' | WayType, record: AnyRecord, view: Pick<EffectView, 'fields'>): DealFile {
  const empty = freshFile({ id: '', values: {} }, null, null, view)
  return type === 'deal'
    ? { ...empty, deal: record as DealFile['deal'] }
    : { ...empty, parts: { ...empty.parts, [type]: [record] } }
}
