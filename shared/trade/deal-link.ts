import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'

/**
 * The run along the road that a record is of. By this one field everything of a deal is found, a statement for each type. Nothing
 * leaves its deal: what the deal waits for, and who approves it, would be left behind with it.
 */
export const DEAL_LINK = {
  deal_id: { kind: 'reference', to: 'deal', lasting: true, label: text('Deal', '生意') },
} as const satisfies Fields
