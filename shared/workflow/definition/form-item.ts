import { z } from 'zod'
import type { FactField, FactValue } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { decimalsOf, isCurrency } from '#shared/money/currency.ts'
import { Exact, toMinor } from '#shared/money/exact.ts'
import type { Field } from '#shared/record/field.ts'
import { Name } from './names.ts'
import { asText, Sentence } from './sentence.ts'

/** A field that a definition brings along: it is asked on the road, and kept in the state of the run. */
export const OwnItem = z.strictObject({
  key: Name,
  label: Sentence,
  kind: z.enum(['text', 'lines', 'number', 'choice', 'date', 'money', 'boolean']),
  required: z.boolean().optional(),
  options: z.array(z.string().min(1).max(60)).max(100).optional(),
  currency: z.string().refine(isCurrency, 'currency').optional(),
})
export type OwnItem = z.infer<typeof OwnItem>

/** What a form asks: a field of the record that runs, by its key, or one of the definition's own. */
export const FormItem = z.union([Name, OwnItem])
export type FormItem = z.infer<typeof FormItem>

export const keyOf = (item: FormItem): string => (typeof item === 'string' ? item : item.key)

/** Letters of a text of one line, and of one of several. */
const TEXT_MAX = 500
const LINES_MAX = 2_000
const CURRENCY = 'USD'

type Shape<F> = F extends Field ? Omit<F, 'label'> : never

const SHAPES: { readonly [K in OwnItem['kind']]: (item: OwnItem) => Shape<Field> } = {
  text: () => ({ kind: 'text', max: TEXT_MAX }),
  lines: () => ({ kind: 'text', lines: true, max: LINES_MAX }),
  number: () => ({ kind: 'decimal' }),
  choice: ({ options = [] }) => ({
    kind: 'choice',
    choices: Object.fromEntries(options.map((one) => [one, text(one, one)])),
    order: options,
  }),
  date: () => ({ kind: 'date' }),
  money: ({ currency = CURRENCY }) => ({ kind: 'money', currency }),
  boolean: () => ({ kind: 'boolean' }),
}

/** The item as a field of a form, with the validation, the entry and the storage of any field of its kind. */
export const fieldOfItem = (item: OwnItem): Field => ({
  label: asText(item.label),
  ...(item.required ? { required: true as const } : {}),
  ...SHAPES[item.kind](item),
})

const FACTS = {
  text: 'text',
  lines: 'text',
  number: 'number',
  choice: 'choice',
  date: 'date',
  money: 'number',
  boolean: 'boolean',
} as const satisfies Record<OwnItem['kind'], FactField['kind']>

/** The item as expressions know it. */
export const factFieldOf = ({ kind, label, options }: OwnItem): FactField => ({
  kind: FACTS[kind],
  label: asText(label),
  ...(kind === 'choice' ? { choices: options ?? [] } : {}),
})

/** A stored value as expressions see it: numbers in natural units, as decimals. */
export function factOf({ kind, currency = CURRENCY }: OwnItem, stored: unknown): FactValue {
  if (stored === null || stored === undefined) return null
  if (typeof stored === 'number') {
    if (kind === 'number') return trimmed(typedNumber(stored, 3))
    if (kind === 'money') return typedNumber(stored, decimalsOf(currency))
  }
  return typeof stored === 'boolean' || typeof stored === 'string' ? stored : null
}

/** The other way round: a value of an expression as it is stored. */
export function storedOf({ kind, currency = CURRENCY }: OwnItem, fact: FactValue): unknown {
  if (fact === null || (kind !== 'number' && kind !== 'money')) return fact
  const decimals = kind === 'number' ? 3 : decimalsOf(currency)
  return toMinor(new Exact(String(fact)).times(10 ** decimals))
}
