import type { Text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import type { EffectView } from './effects/effect.ts'
import { stepTold } from './step-told.ts'

/**
 * An item of the customer's timeline when a deal has come to other stages, however that came about. It keeps what the stages are
 * called, in every language that the firm gave them: its road may be another one when the item is read. Stages that are passed
 * in one write are one move.
 */
export function stagesTold(before: DealFile, after: DealFile, view: EffectView): Change[] {
  if (after.deal.state === null || before.deal.stage === after.deal.stage) return []
  const [from, to] = [namesOf(before), namesOf(after)]
  if (to.length === 0) return []
  return stepTold(after, view, {
    kind: 'stage',
    order_id: after.parts.order[0]?.id ?? null,
    subject: after.deal.doc_no || after.deal.subject,
    snippet: `stage:${JSON.stringify([from, to])}`.slice(0, SNIPPET_MAX),
  })
}

const SNIPPET_MAX = 2000

/** The stages or the end at which a deal stands. */
function namesOf({ deal, road }: DealFile): Text[] {
  if (deal.state === null) return []
  const { tokens, finished } = dealState(deal)
  const nodes = finished ? [finished.node] : tokens.map(({ node }) => node)
  return nodes.flatMap((node) => road?.nodes.get(node)?.name ?? [])
}
