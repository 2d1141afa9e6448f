import { type SQL, sql } from 'drizzle-orm'
import { frozenWith } from '#shared/record/frozen.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

type Find = (values: Readonly<Record<'tenant' | 'id', unknown>>) => Statement

/** Whose id finds the record around: that of the record within, or its own where that one is yet to be made. */
type By = 'within' | 'itself'

type Around = Readonly<Record<By, { readonly read: Find; readonly guard: Find }>>

const AROUND: Readonly<Partial<Record<TypeName, Around>>> = Object.fromEntries(
  (Object.keys(TYPES) as TypeName[]).flatMap((type) => {
    const outer = frozenWith(type)
    if (!outer) return []
    const around: Around = {
      itself: statementsFor(outer.to, sql`${given('id')}`),
      within: statementsFor(
        outer.to,
        sql`(SELECT ${sql.raw(`r.${outer.key}`)} FROM ${tables[type]} r
          WHERE r.tenant_id = ${given('tenant')} AND r.id = ${given('id')})`,
      ),
    }
    return [[type, around] as const]
  }),
)

function statementsFor(type: TypeName, id: SQL) {
  const { frozen }: RecordType = TYPES[type]
  const states = Object.entries(frozen?.when ?? {}).map(
    ([key, values]) => sql`${sql.raw(key)} IN (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`,
  )
  const here = sql`${tables[type]} WHERE tenant_id = ${given('tenant')} AND id = ${id}`
  return {
    read: prepared<'tenant' | 'id'>(sql`SELECT * FROM ${here}`),
    guard: prepared<'tenant' | 'id'>(sql`UPDATE ${tables[type]} SET version = NULL
      WHERE tenant_id = ${given('tenant')} AND id = ${id} AND (${sql.join(states, sql` OR `)})`),
  }
}

/** The record with which one is frozen: no statement for a type that no other freezes. */
export const aroundOf = (type: TypeName, by: By, tenantId: string, id: unknown): Statement[] =>
  statementOf(type, by, 'read', tenantId, id)

/** In the batch of a write: fails all of it where that record was frozen since it was read, and else does nothing. */
export const guardAround = (type: TypeName, by: By, tenantId: string, id: unknown): Statement[] =>
  statementOf(type, by, 'guard', tenantId, id)

function statementOf(type: TypeName, by: By, what: 'read' | 'guard', tenant: string, id: unknown): Statement[] {
  const around = AROUND[type]
  return around ? [around[by][what]({ tenant, id })] : []
}
