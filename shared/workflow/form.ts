import { ownFieldsOf, type Viewer } from '#shared/access/field-class.ts'
import type { Language, Text } from '#shared/i18n/language.ts'
import { isCurrency } from '#shared/money/currency.ts'
import type { Form, FormField, Target } from '#shared/panel/panel.ts'
import { ENTRY, type Field, type Fields } from '#shared/record/field.ts'
import { NO, YES } from '#shared/record/shown-value.ts'
import type { TypeName } from '#shared/trade/index.ts'

interface FormSpec {
  readonly action: string
  readonly target: Target
  readonly label: string
  readonly fields: Fields
  readonly language: Language
  /** What the fields start with, as a person would type it. */
  readonly values?: Readonly<Partial<Record<string, string>>>
  readonly hint?: string
  /** What is said beside a field, by its key. */
  readonly hints?: Readonly<Record<string, Text>>
  readonly primary?: boolean
  readonly reads?: boolean
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
    fields: Object.entries(spec.fields).map(([key, field]) => formField(key, field, spec)),
    ...(spec.primary ? { primary: true as const } : {}),
    ...(spec.reads ? { reads: true as const } : {}),
    ...(spec.folded ? { folded: true as const } : {}),
  }
}

/** The fields of a type that the firm has added and asks for in forms, as far as somebody sees them. */
export function ownFormFields(type: TypeName, viewer: Viewer): Fields {
  return Object.fromEntries(ownFieldsOf(type, viewer).filter(([, field]) => field.own?.forms))
}

/** A form offers the two sides of a switch as a choice. */
function inputOf(field: Field): FormField['input'] {
  if (field.kind === 'text' && field.lines) return 'lines'
  const entry = ENTRY[field.kind]
  return entry === 'switch' ? 'choice' : entry
}

function formField(key: string, field: Field, { language, values, hints }: FormSpec): FormField {
  const value = values?.[key]
  const hint = hints?.[key]
  const choices = choicesOf(field)
  return {
    key,
    label: labelOf(field, language),
    input: inputOf(field),
    ...(value === undefined ? {} : { value }),
    ...(field.required ? { required: true as const } : {}),
    ...(hint ? { hint: hint[language] } : {}),
    ...(choices ? { choices: choices.map(([value, label]) => ({ value, label: label[language] })) } : {}),
    ...(field.kind === 'text' && field.max !== undefined ? { max: field.max } : {}),
  }
}

/** What is chosen from, in the order in which it is offered; null for what is typed. */
function choicesOf(field: Field): (readonly [string, Text])[] | null {
  if (field.kind === 'boolean') return Object.entries({ true: YES, false: NO })
  if (field.kind !== 'choice') return null
  const { choices, order = Object.keys(choices) } = field
  return order.flatMap((value) => (choices[value] ? [[value, choices[value]] as const] : []))
}

/** Nobody types an amount without knowing in which currency. */
function labelOf(field: Field, language: Language): string {
  const label = field.label[language]
  return field.kind === 'money' && isCurrency(field.currency) ? `${label} (${field.currency})` : label
}
