import type { Field, FieldClass } from '#shared/record/field.ts'

/**
 * The classes of fields that the interface shows. Until posts and grants decide for each person, what only
 * some may see is shown to nobody: cost, profit, suppliers, bank details.
 */
const SHOWN: ReadonlySet<FieldClass> = new Set(['open', 'personal'])

export const isVisible = (field: Field): boolean => SHOWN.has(field.access ?? 'open')
