import type { Values } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Belonging, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { type Access, may } from './access.ts'
import { INVOLVED, type Standing, TEAM } from './standing.ts'

/** Somebody who makes or changes a record. */
interface Writer {
  readonly id: string
  readonly teamId: string | null
  readonly access: Access
}

/**
 * A new record with its owner: whoever may only make their own makes it for themselves, unless they say whose it is.
 */
export function withOwner(type: TypeName, values: Values, { id, access }: Writer): Values {
  const [owner] = belonging(type).to ?? []
  const limited = access.reach(type, 'create') !== null
  return owner && limited && (values[owner] ?? null) === null ? { ...values, [owner]: id } : values
}

/** How its maker stands to a new record. `standings` are theirs to what its fields refer to. */
export function standingToNew(
  type: TypeName,
  values: Values,
  standings: Readonly<Record<string, Standing>>,
  { teamId }: Writer,
): Standing {
  const { to, team, within } = belonging(type)
  const people = (to ?? []).reduce((near, field) => near | (standings[field] ?? 0), 0)
  const inTeam = team && teamId !== null && values[team] === teamId ? TEAM : 0
  const parent = within ? (standings[within] ?? 0) : 0
  return people | inTeam | (to ? parent & ~INVOLVED : parent)
}

/**
 * Of the fields that a write names, those its writer may not set. Whose a record is takes `assign`, unless its maker
 * keeps it for themselves; of what they may only carry out, the fields of its execution.
 */
export function deniedFields(
  type: TypeName,
  verb: 'create' | 'edit',
  { values, standing }: { readonly values: Values; readonly standing: Standing },
  { id, access }: Writer,
): string[] {
  const fields: Fields = TYPES[type].fields
  const { to = [], team } = belonging(type)
  const able = (what: 'create' | 'edit' | 'execute' | 'assign') => may(access, type, what, standing)
  return Object.entries(values).flatMap(([key, value]) => {
    const whose = to.includes(key) || key === team
    const kept = verb === 'create' && (value === id || value === null)
    const allowed =
      whose && !kept
        ? able('assign')
        : able(verb) || (verb === 'edit' && fields[key]?.execution === true && able('execute'))
    return allowed ? [] : [key]
  })
}

const belonging = (type: TypeName): Belonging => (TYPES[type] as RecordType).belongs ?? {}
