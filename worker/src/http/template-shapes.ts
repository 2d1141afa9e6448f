import { z } from '@hono/zod-openapi'
import { TEMPLATE_KINDS, type TemplateKind } from '#shared/paper/template-kind.ts'

/** What a template is brought as. */
export const TemplateQuery = z.object({
  /** What the firm calls it: `quotation-en`. The same again is a further version. */
  key: z.string().regex(/^[a-z][a-z\d-]{1,39}$/),
  kind: z.enum(Object.keys(TEMPLATE_KINDS) as [TemplateKind, ...TemplateKind[]]),
  name: z
    .string()
    .max(120)
    .regex(/^[^\0-\x1f/\\\p{Cs}]+$/u),
})
