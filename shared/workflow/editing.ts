import { fieldsOf } from '#shared/access/field-class.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { fieldValue } from '#shared/record/custom.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { frozenFields, isFrozen } from '#shared/record/frozen.ts'
import { problem } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { asTyped } from '#shared/record/typed.ts'
import type { TypeName, Types } from '#shared/trade/index.ts'
import type { Action } from './action.ts'
import { formOf, ownFormFields } from './form.ts'

interface Editing<T extends TypeName> {
  readonly name: string
  readonly on: T
  readonly section: string
  /** The standard fields that people change daily; the firm's own follow them. */
  readonly fields: readonly (keyof Types[T]['fields'] & string)[]
  /** What of a situation can be changed. */
  readonly records: (situation: Situation) => readonly AnyRecord[]
  readonly label: (record: AnyRecord, language: Language) => string
}

/** An action that changes a record in view: the fields that somebody really changed, and no others. */
export function editing<T extends TypeName>({ name, on, section, fields, records, label }: Editing<T>): Action<T> {
  function asked(record: AnyRecord, view: View): Fields {
    const seen = fieldsOf(on, view)
    const standard = fields.flatMap((key) => (seen[key] ? [[key, seen[key]] as const] : []))
    const whole = [...standard, ...Object.entries(ownFormFields(on, view))]
    return Object.fromEntries(whole.map(([key, field]) => [key, withPresent(field, fieldValue(record, key))]))
  }

  function offer(record: AnyRecord, view: View) {
    const shown = asked(record, view)
    const typed = Object.entries(shown).map(([key, field]) => [
      key,
      typedIn(field, fieldValue(record, key), record, view),
    ])
    const form = formOf({
      action: name,
      target: { type: on, id: record.id, version: record.version },
      label: label(record, view.language),
      fields: shown,
      values: Object.fromEntries(typed),
      language: view.language,
      folded: true,
    })
    return { form, on: record.standing ?? 0 }
  }

  return {
    name,
    on,
    needs: { type: on, verb: 'edit' },
    section,
    offers: (situation, view) =>
      records(situation).flatMap((record) => (isFrozen(on, record) ? [] : [offer(record, view)])),
    fields: ({ target, view }) => asked(target, view),
    decide({ target, input, view }) {
      const known = asked(target, view)
      const changed = Object.entries(input).filter(([key, value]) => {
        const typed = (one: unknown) => known[key] && typedIn(known[key], one, target, view)
        return typed(fieldValue(target, key)) !== typed(value)
      })
      if (changed.length === 0) {
        const message = say(UNCHANGED, view.language)
        return { kind: 'rejected', problems: [{ field: 'input', code: 'unchanged', message }] }
      }
      const values = Object.fromEntries(changed)
      const kept = frozenFields(on, target, undefined, Object.keys(values))
      if (kept.length > 0) {
        return { kind: 'rejected', problems: kept.map((key) => problem(key, 'frozen', view.language)) }
      }
      return { kind: 'saved', changes: [{ kind: 'update', type: on, before: target, values }] }
    },
  }
}

const UNCHANGED = text('There is nothing to change.', '没有需要修改的内容。')

/** As it stands in the form: what looks the same there is no change, however it is stored. */
const typedIn = (field: Field, value: unknown, record: AnyRecord, { currency }: View): string =>
  asTyped(field, value, { record, currency }) ?? ''

/** A choice that is no longer offered stays one for the record that has it; a form would empty it otherwise. */
function withPresent(field: Field, value: unknown): Field {
  if (field.kind !== 'choice' || typeof value !== 'string' || Object.hasOwn(field.choices, value)) return field
  const order = [...(field.order ?? Object.keys(field.choices)), value]
  return { ...field, choices: { ...field.choices, [value]: text(value, value) }, order }
}
