import type { Verb } from '#shared/access/grant.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import type { Belonging, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { fieldsToMark } from '../../fixtures/canaries.ts'
import { seesField } from '../../fixtures/posts.ts'
import { strange } from './cell.ts'
import type { LargeFirm } from './large-firm.ts'

export const fieldsOf = (type: TypeName): [string, Field][] => Object.entries(TYPES[type].fields as Fields)

export const belonging = (type: TypeName): Belonging => (TYPES[type] as RecordType).belongs ?? {}

/** Where a type's records are. */
export const pathOf = (type: TypeName): string => (TYPES[type] as RecordType).path ?? `/v1/${TYPES[type].plural}`

/** The classed fields of a type that a post does not see, the firm's own among them as `custom.own_cost`. */
export const hiddenFields = (type: TypeName, role: Role): string[] =>
  fieldsToMark(type).flatMap(([key, field]) => (seesField(role, field) ? [] : [key]))

/** The class of a field, standard or the firm's own. */
export const classOf = (type: TypeName, key: string) => fieldsToMark(type).find(([one]) => one === key)?.[1].access

/** Of those one of the firm's own; a body is read by one schema for all of them. */
export function someHiddenFields(type: TypeName, role: Role): string[] {
  const hidden = hiddenFields(type, role)
  const [own] = hidden.filter(isOwn)
  return hidden.filter((key) => !isOwn(key) || key === own)
}

const isOwn = (key: string): boolean => key.startsWith('custom.')

/** What Quayside keeps itself, what is set once, and which firm a record is of: nobody sends that. */
export function keptFields(type: TypeName, verb: 'create' | 'edit'): string[] {
  const kept = fieldsOf(type).filter(([, field]) => field.computed || (verb === 'edit' && field.fixed))
  return ['id', 'tenant_id', 'version', 'created_by', 'custom', ...kept.map(([key]) => key)]
}

/** What a body says of a field; own fields are nested there. */
export function said(key: string, value: unknown): object {
  const [bare] = key.split('custom.').slice(1)
  return bare === undefined ? { [key]: value } : { custom: { [bare]: value } }
}

/** A field beside it that there is not; and by what alone the two differ. */
export const unknownLike = (key: string) => ({
  like: key.replace(/\w+$/, 'nonsense'),
  but: key.replace(/^custom\./, ''),
})

interface Change {
  readonly what: string
  readonly body: Readonly<Record<string, unknown>>
  /** What allows it. */
  readonly verbs: readonly Verb[]
}

/** One change of each sort: some field, one of the execution, and whose it is. */
export function changesOf({ people }: LargeFirm, type: TypeName): [Change, ...Change[]] {
  const { to = [], team } = belonging(type)
  const open = fieldsOf(type).filter(([, field]) => !field.computed && !field.fixed)
  const plain = open.find(([, field]) => field.kind === 'text' && !field.access && !field.format)?.[0]
  const carriedOut = open.find(([, field]) => field.execution && field.kind === 'date')?.[0]
  return [
    { what: 'a field', body: plain ? { [plain]: 'X' } : { due_date: '2026-12-01' }, verbs: ['edit'] },
    ...(carriedOut
      ? [{ what: carriedOut, body: { [carriedOut]: '2026-12-01' }, verbs: ['edit', 'execute'] } as const]
      : []),
    ...open.flatMap(([key]): Change[] =>
      to.includes(key) || key === team
        ? [{ what: key, body: { [key]: key === team ? people.teams.b : people.mate.id }, verbs: ['assign'] }]
        : [],
    ),
  ]
}

/** What a record is made within, of a type that is made within another. */
export function parentOf(type: TypeName): { readonly key: string; readonly to: TypeName } | null {
  const key = belonging(type).within
  const field = fieldsOf(type).find(([one]) => one === key)?.[1]
  return key !== undefined && field?.kind === 'reference' ? { key, to: field.to as TypeName } : null
}

/** What else a record may refer to: not whose it is, nor what it is within. */
export function referencesOf(type: TypeName): { readonly key: string; readonly to: TypeName }[] {
  const { to = [], team, within } = belonging(type)
  return fieldsOf(type).flatMap(([key, field]) =>
    field.kind !== 'reference' || field.computed || to.includes(key) || key === team || key === within
      ? []
      : [{ key, to: field.to as TypeName }],
  )
}

/** The least that makes a record, and with it what there may be only one of. */
export function bodyOf(firm: LargeFirm, type: TypeName): Record<string, unknown> {
  const taken = firm.record(strange(firm, type).id)
  return Object.fromEntries(
    fieldsOf(type).flatMap(([key, field]) => {
      const needed = field.required && field.initial === undefined && !field.computed
      return needed || isNumber(key, field) ? [[key, taken[key]]] : []
    }),
  )
}

/** The same with what is not there yet. */
export function freshBodyOf(firm: LargeFirm, type: TypeName): Record<string, unknown> {
  const numbers = fieldsOf(type).flatMap(([key, field]) => (isNumber(key, field) ? [key] : []))
  const body = Object.entries(bodyOf(firm, type)).filter(([key]) => !numbers.includes(key))
  return Object.fromEntries(body)
}

const isNumber = (key: string, field: Field): boolean =>
  key === 'message_id' || (field.kind === 'text' && field.numbered !== undefined)

/** Whether {@link freshBodyOf} makes one: what is one of its kind within another record has no number to leave out. */
export const canBeFresh = (type: TypeName): boolean =>
  !isTaken(type) || fieldsOf(type).some(([key, field]) => isNumber(key, field))

/** Whether {@link bodyOf} meets a record that is there already: in everything of which there may be only one. */
export const isTaken = (type: TypeName): boolean =>
  Object.values((TYPES[type] as RecordType).indexes ?? {}).some(
    ({ unique, on }) => unique && on.every((key) => isSaid(type, key)),
  )

/** Whether a body says a field, or its maker does who says nothing. */
function isSaid(type: TypeName, key: string): boolean {
  const field = (TYPES[type].fields as Fields)[key]
  return field !== undefined && !field.computed && (field.required === true || isNumber(key, field))
}
