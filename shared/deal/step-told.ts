import type { Change, Values } from '#shared/record/change.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'

/**
 * An item of the customer's timeline about a step of the deal. Its snippet is a key that is said in the reader's language when
 * it is shown (`shared/panel/sections/step-words.ts`). An unknown sender has no timeline yet.
 */
export function stepTold({ deal }: DealFile, { now, actorId, newId }: EffectView, values: Values): Change[] {
  if (!deal.customer_id) return []
  return [
    {
      kind: 'create',
      type: 'interaction',
      id: newId(),
      values: {
        kind: 'system',
        direction: 'internal',
        occurred_at: now,
        customer_id: deal.customer_id,
        filed_by: actorId,
        ...values,
      },
    },
  ]
}
