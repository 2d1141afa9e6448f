import { z } from '@hono/zod-openapi'
import { dataSchema } from '#shared/record/data.ts'
import { tenant } from '#shared/trade/tenant.ts'

/** What is sent: the whole layout; null goes back to the standard. */
export const LayoutRequest = z.strictObject({ layout: dataSchema(tenant.fields.panel_layout).nullable() })
