import { say, type Text, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { WorkflowWay } from '#shared/workflow/definition/workflow.ts'
import { failing, groundOf } from '#shared/workflow/engine/ground.ts'
import { partFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { changed, type EffectView } from './effects/effect.ts'
import { toPool } from './effects/to-pool.ts'

const WAITING: readonly Inquiry['status'][] = ['received', 'assigned', 'claimed']

/**
 * What nobody has answered is anybody's of the team again (domain 2.3): by the same rules as when somebody gives it back by
 * hand, and with the same that follows. Where those hold it back, the sentences say why.
 */
export function returnedToPool(
  file: DealFile,
  view: EffectView,
): { readonly changes: readonly Change[] } | { readonly held: readonly Text[] } {
  const waiting = file.parts.inquiry.filter(
    ({ status, first_response_at }) => WAITING.includes(status) && !first_response_at,
  )
  const held = waiting.flatMap((one) => heldBack(file, one, view))
  if (held.length > 0) return { held }
  return { changes: waiting.flatMap((one) => given(file, one, view)) }
}

function given(file: DealFile, inquiry: Inquiry, view: EffectView): readonly Change[] {
  const record = inquiry as unknown as AnyRecord
  const pooled = changed('inquiry', record, { status: 'pooled' })
  // What nobody had, nobody gives back.
  if (inquiry.owner_id === null) return [pooled]
  const back = toPool({ file, type: 'inquiry', record, with: {}, view: { ...view, actorId: inquiry.owner_id } })
  return [pooled, ...('changes' in back ? back.changes : [])]
}

/** Why an inquiry may not be given back, by its own way or by any that leads to the pool from elsewhere. */
function heldBack(file: DealFile, inquiry: Inquiry, view: EffectView): readonly Text[] {
  const workflow = file.way('inquiry')
  const back = [...workflow.ways.values()].filter(leadsToPool)
  const way = back.find(({ from }) => from === inquiry.status) ?? back[0]
  // Of a firm that has no such way nothing is given away by a clock either.
  if (!way) return [NO_WAY]
  const facts = partFacts(file, 'inquiry', inquiry as unknown as AnyRecord, view)
  return failing(way.guard, groundOf(workflow, facts, {}, view))
}

const leadsToPool = ({ to, effects }: WorkflowWay): boolean =>
  to === 'pooled' && effects.some(({ spec }) => spec.do === 'to_pool')

const NO_WAY = text('The process of inquiries has no way back to the pool.', '询盘流程没有退回公海的路径。')
const KEPT = text('Not given back to the pool: {why}', '未退回公海：{why}')

/** What whoever decides now is asked to look at. */
export const notReturned = (why: readonly Text[]): Text => {
  const [first = NO_WAY] = why
  return {
    en: say(KEPT, 'en', { why: first.en }),
    'zh-CN': say(KEPT, 'zh-CN', { why: first['zh-CN'] }),
  }
}
