import type { Change } from '#shared/record/change.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'
import { stepTold } from './step-told.ts'

/** A shipment that is expected to leave or arrive on another day than was said is told in the customer's timeline. */
export function datesTold(before: DealFile, after: DealFile, view: EffectView): Change[] {
  return after.parts.shipment.flatMap((shipment) => {
    const known = before.parts.shipment.find(({ id }) => id === shipment.id)
    if (!known) return []
    return (['etd', 'eta'] as const).flatMap((key) => {
      const [then, now] = [known[key], shipment[key]]
      const told = then !== null && now !== null && then !== now
      return told
        ? stepTold(after, view, {
            subject: shipment.doc_no,
            order_id: shipment.order_id,
            snippet: `${key}:${then}>${now}`,
          })
        : []
    })
  })
}
