import { text } from '#shared/i18n/language.ts'
import { type OwnField, TYPES, type TypeName } from '#shared/trade/index.ts'
import { ownKey } from './custom.ts'
import type { Field, Fields } from './field.ts'

/** The fields of every type as one firm has them: those of the standard template, and after them its own. */
export type FirmFields = Readonly<Record<TypeName, Fields>>

/** What is kept of an own field for everybody who works with it. */
export type FieldDefinition = Pick<
  OwnField,
  'entity' | 'key' | 'label_en' | 'label_zh' | 'kind' | 'options' | 'currency' | 'access' | 'required'
> & { readonly in_panel: boolean; readonly in_forms: boolean }

/** A firm without own fields. */
export const STANDARD_FIELDS = Object.fromEntries(
  Object.entries(TYPES).map(([name, { fields }]): [string, Fields] => [name, fields]),
) as FirmFields

/** The fields of a firm with these of its own, in the order in which they are shown. */
export function firmFields(definitions: readonly FieldDefinition[]): FirmFields {
  const added = new Map<TypeName, [string, Field][]>()
  for (const definition of definitions) {
    const fields = added.get(definition.entity) ?? []
    fields.push([ownKey(definition.key), fieldOf(definition)])
    added.set(definition.entity, fields)
  }
  const changed = [...added].map(([type, own]) => [type, { ...STANDARD_FIELDS[type], ...Object.fromEntries(own) }])
  return { ...STANDARD_FIELDS, ...Object.fromEntries(changed) }
}

function fieldOf(definition: FieldDefinition): Field {
  const { label_en, label_zh, access, required, in_panel, in_forms } = definition
  return {
    label: text(label_en, label_zh),
    own: { panel: in_panel, forms: in_forms },
    ...(required ? { required } : {}),
    ...(access === 'open' ? {} : { access }),
    ...KINDS[definition.kind](definition),
  }
}

/** Letters of a text of one line, and of one of several. */
const TEXT_MAX = 500
const LINES_MAX = 2000

type KindOf<F> = F extends Field ? Omit<F, 'label'> : never

/** What each kind that a firm can choose is among the kinds of fields. */
const KINDS: { readonly [K in OwnField['kind']]: (definition: FieldDefinition) => KindOf<Field> } = {
  text: () => ({ kind: 'text', max: TEXT_MAX }),
  lines: () => ({ kind: 'text', lines: true, max: LINES_MAX }),
  number: () => ({ kind: 'decimal' }),
  choice: ({ options }) => {
    const order = options ?? []
    return { kind: 'choice', choices: Object.fromEntries(order.map((one) => [one, text(one, one)])), order }
  },
  date: () => ({ kind: 'date' }),
  money: ({ currency }) => ({ kind: 'money', currency: currency ?? 'base' }),
  boolean: () => ({ kind: 'boolean' }),
}
