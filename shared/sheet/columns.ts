import { mayAtAll } from '#shared/access/access.ts'
import { fieldsOf, type Viewer } from '#shared/access/field-class.ts'
import type { Language } from '#shared/i18n/language.ts'
import { ENTRY, type Field, type Fields } from '#shared/record/field.ts'
import { decimalsIn } from '#shared/record/typed.ts'
import type { SheetColumn, SheetType } from './api.ts'

/** The columns of a type's sheet for somebody: the fields that its definition marks, and after them the firm's own. */
export function sheetFields(type: SheetType, viewer: Viewer): Fields {
  const seen = fieldsOf(type, viewer)
  const columns =
    COLUMNS.get(seen) ?? Object.fromEntries(Object.entries(seen).filter(([, one]) => one.sheet || one.own))
  COLUMNS.set(seen, columns)
  return columns
}

const COLUMNS = new WeakMap<Fields, Fields>()

/** The same as the sheet shows them. `currency`: the firm's own, ISO 4217. */
export function sheetColumns(
  type: SheetType,
  viewer: Viewer & { readonly currency: string },
  language: Language,
): SheetColumn[] {
  return Object.entries(sheetFields(type, viewer)).map(([key, field]) => {
    const decimals = decimalsIn(field, { record: {}, currency: viewer.currency })
    return {
      key,
      label: field.label[language],
      kind: ENTRY[field.kind],
      editable: !isKept(field) && mayChange(type, field, viewer),
      ...(decimals === null ? {} : { decimals }),
      ...(field.kind === 'choice' ? { choices: wordsOf(field, language) } : {}),
    }
  })
}

/** Whoever may change no record of the type, or only what belongs to its execution, need not try. */
const mayChange = (type: SheetType, { execution }: Field, { access }: Viewer): boolean =>
  mayAtAll(access, type, 'edit') || (execution === true && mayAtAll(access, type, 'execute'))

/**
 * Whether nobody changes a field in a sheet: Quayside keeps it, it is set once, actions move it, or it is shown there in
 * another form than the one it is kept in: the title of a record, a list, a moment on the firm's clock.
 */
export const isKept = (field: Field): boolean =>
  field.computed === true ||
  field.fixed === true ||
  field.byHand !== undefined ||
  ['reference', 'texts', 'instant', 'data'].includes(field.kind)

/** The words of a choice in the order in which they are offered. */
export function wordsOf({ choices, order }: Extract<Field, { readonly kind: 'choice' }>, language: Language): string[] {
  return (order ?? Object.keys(choices)).map((code) => choices[code]?.[language] ?? code)
}
