import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'

/** The run along the road that a record is of. By this one field everything of a deal is found, a statement for each type. */
export const DEAL_LINK = {
  deal_id: { kind: 'reference', to: 'deal', label: text('Deal', '生意') },
} as const satisfies Fields
