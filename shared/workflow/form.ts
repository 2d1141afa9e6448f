import type { Language } from '#shared/i18n/language.ts'
import type { Form, FormField, Target } from '#shared/panel/panel.ts'
import type { Field, Fields, Kind } from '#shared/record/field.ts'

interface FormSpec {
  readonly action: string
  readonly target: Target
  readonly label: string
  readonly fields: Fields
  readonly language: Language
  /** What the fields start with, as a person would type it. */
  readonly values?: Readonly<Partial<Record<string, string>>>
  readonly hint?: string
  readonly primary?: boolean
  readonly folded?: boolean
}

/** A form for an action, its fields drawn from their definitions. */
export function formOf(spec: FormSpec): Form {
  return {
    kind: 'form',
    action: spec.action,
    target: spec.target,
    label: spec.label,
    ...(spec.hint ? { hint: spec.hint } : {}),
    fields: Object.entries(spec.fields).map(([key, field]) => formField(key, field, spec.language, spec.values?.[key])),
    ...(spec.primary ? { primary: true as const } : {}),
    ...(spec.folded ? { folded: true as const } : {}),
  }
}

/** How each kind of field is entered. */
const INPUTS: Readonly<Record<Kind, FormField['input']>> = {
  text: 'text',
  texts: 'text',
  choice: 'choice',
  integer: 'number',
  money: 'number',
  price: 'number',
  quantity: 'number',
  rate: 'number',
  percent: 'number',
  date: 'date',
  instant: 'text',
  boolean: 'choice',
  email: 'text',
  country: 'text',
  currency: 'text',
  timezone: 'text',
  language: 'text',
  reference: 'text',
}

function formField(key: string, field: Field, language: Language, value: string | undefined): FormField {
  return {
    key,
    label: field.label[language],
    input: field.kind === 'text' && field.lines ? 'lines' : INPUTS[field.kind],
    ...(value === undefined ? {} : { value }),
    ...(field.required ? { required: true as const } : {}),
    ...(field.kind === 'choice'
      ? { choices: Object.entries(field.choices).map(([value, label]) => ({ value, label: label[language] })) }
      : {}),
    ...(field.kind === 'text' && field.max !== undefined ? { max: field.max } : {}),
  }
}
