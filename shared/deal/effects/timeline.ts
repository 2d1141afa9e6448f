import type { Values } from '#shared/record/change.ts'
import type { EffectContext } from './effect.ts'
import { type Effect, type Effected, effected } from './effect.ts'

/** A reply that went out: the answer that the buyer's mail waited for. */
export const logReply: Effect = (context) => {
  const { subject } = context.record
  return logged(context, { kind: 'mail', direction: 'out', subject: `Re: ${String(subject ?? '')}`.slice(0, 500) })
}

/** A sample that is on its way, with the courier's number. */
export const logSample: Effect = (context) => {
  const { doc_no, courier, tracking_no } = context.record
  const snippet = [courier, tracking_no].filter(Boolean).join(' ')
  return logged(context, { kind: 'sample', direction: 'out', subject: String(doc_no), ...(snippet ? { snippet } : {}) })
}

/** An item of the customer's timeline. An unknown sender has no timeline yet. */
export function logged({ file: { deal, parts }, view }: EffectContext, values: Values): Effected {
  if (!deal.customer_id) return effected()
  return effected({
    kind: 'create',
    type: 'interaction',
    id: view.newId(),
    values: {
      occurred_at: view.now,
      customer_id: deal.customer_id,
      order_id: parts.order[0]?.id ?? null,
      filed_by: view.actorId,
      ...values,
    },
  })
}
