import { z } from '@hono/zod-openapi'
import type { ToldEvent } from '#shared/order/milestones-told.ts'
import type { Known } from '#shared/order/shipment-found.ts'
import { createSchema, fieldSchema } from '#shared/record/validation.ts'
import { container } from '#shared/trade/container.ts'
import { milestone } from '#shared/trade/milestone.ts'
import { shipment } from '#shared/trade/shipment.ts'

/** As many milestones as a shipment has; D1 takes some fifty statements of a small plan at once. */
const EVENTS_MAX = 20

const { type, classifier, location, note } = milestone.fields
const { doc_no, booking_no, bl_no } = shipment.fields

export interface MilestonesBody {
  readonly shipment: Known
  readonly events: readonly ToldEvent[]
}

/** No instant before this century is a milestone of a shipment under way, and none after 2199 can be stored. */
const At = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) >= Date.UTC(2000, 0) && Date.parse(at) < Date.UTC(2200, 0), 'format')

const reference = (field: Parameters<typeof fieldSchema>[0]) => fieldSchema({ ...field, required: true }).optional()

/** The body of a webhook: by what the shipment is known, and what is told of it. Fields as in `shared/trade/milestone.ts`. */
export const MilestonesSchema: z.ZodType<MilestonesBody> = z.strictObject({
  shipment: z
    .strictObject({
      number: reference(doc_no),
      bl_no: reference(bl_no),
      booking_no: reference(booking_no),
      container_no: reference(container.fields.no),
    })
    .refine((known) => Object.values(known).some((value) => value !== undefined), 'required'),
  events: z
    .array(createSchema({ fields: { type, classifier, location, note } }).extend({ at: At }))
    .min(1)
    .max(EVENTS_MAX),
}) as unknown as z.ZodType<MilestonesBody>

export const OutcomeSchema = z.object({
  stored: z.int().describe('How many were new'),
  known: z.int().describe('How many were told before, by the same source'),
})

/** How long the secret before goes on being good. */
export const SecretQuery = z.strictObject({ keepPreviousHours: z.coerce.number().int().min(0).max(168).default(24) })

export const SecretSchema = z.object({
  url: z.url().describe('Where the source calls'),
  secret: z.string().describe('`whsec_` and 32 bytes in base64. It is shown this once'),
  previousUntil: z.int().nullable().describe('Until when the secret before is good; null when there is none'),
})
