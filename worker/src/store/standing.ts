import { type SQL, sql } from 'drizzle-orm'
import type { Access } from '#shared/access/access.ts'
import { DEPUTISED, INVOLVED, OWN, SUBTREE, TEAM } from '#shared/access/standing.ts'
import type { Belonging, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { customerPeople, staffNear, tables } from './schema.ts'
import { given } from './statement.ts'

const { order } = tables

/** Somebody for whom records are read. */
export interface Reader {
  readonly tenantId: string
  readonly id: string
  readonly teamId: string | null
  readonly access: Access
  /** The moment they ask at, ms UTC. */
  readonly now: number
  /** For whom they stand in at that moment. */
  readonly standsFor: readonly { readonly id: string }[]
}

/** What every statement with a {@link standing} in it is given. */
export const asReader = ({ tenantId, id, teamId, standsFor }: Reader) => ({
  tenant: tenantId,
  me: id,
  team: teamId,
  absent: standsFor.length === 0 ? null : JSON.stringify(standsFor.map((one) => one.id)),
})
export type ReaderNames = 'tenant' | 'me' | 'team' | 'absent'

/** Those for whom the reader stands in: nobody, for nearly everybody. */
export const absent = sql`json_each(${given('absent')}) a`

/**
 * How the reader stands to a row of a type, as in `shared/access/standing.ts`: the one place where it is worked out.
 * Every record comes with it, so that deciding what somebody may do asks the store nothing more. `customer` spares
 * the rows of one customer the same look-up.
 */
export function standing(type: TypeName, alias: string, customer?: SQL): SQL {
  const { belongs }: RecordType = TYPES[type]
  const row = (field: string) => sql.raw(`${alias}.${field}`)
  // To themselves nobody's deputy is who they are: when somebody is away, or has left, their deputy does not say.
  if (type === 'user') return bySelf(sql`(${row('id')})`)
  if (type === 'customer') {
    return sql`(${ofCustomer(row('id'))} | ${worksFor(row('id'))} | (${row('team_id')} IS ${given('team')} AND ${given('team')} IS NOT NULL) * ${sql.raw(String(TEAM))})`
  }
  if (!belongs) return sql`0`
  const own = belongs.to ? ofStaff(sql`(${sql.join(belongs.to.map(row), sql`, `)})`) : sql`0`
  const team = belongs.team ? ofTeam(row(belongs.team), row(belongs.to?.[0] ?? 'owner_id')) : sql`0`
  return sql`(${own} | ${team} | ${belongs.within ? within(type, row, belongs, customer) : sql`0`})`
}

/** The type of the record that a record of this type is part of; null for one that is part of nothing. */
export function typeAround(type: TypeName): TypeName | null {
  const { belongs, fields }: RecordType = TYPES[type]
  const field = belongs?.within === undefined ? undefined : fields[belongs.within]
  return field?.kind === 'reference' ? (field.to as TypeName) : null
}

function within(
  type: TypeName,
  row: (field: string) => SQL,
  { to, within = '', about }: Belonging,
  customer = row(within),
): SQL {
  const around = typeAround(type)
  if (around && around !== 'customer') {
    const name = sql.raw(`within_${around}`)
    return sql`coalesce((SELECT ${standing(around, `within_${around}`)} FROM ${tables[around]} ${name}
      WHERE ${name}.tenant_id = ${given('tenant')} AND ${name}.id = ${row(within)}), 0)`
  }
  // Who follows one order of a customer sees the customer, but not the orders that others follow.
  const works = worksFor(customer, about === undefined ? sql`1` : worksOn(row(about)))
  return to ? ofCustomer(customer) : sql`(${ofCustomer(customer)} | ${works})`
}

const best = (bits: readonly number[]): SQL => sql.raw(bits.map((bit) => `max(n.standing & ${bit})`).join(' | '))

const BITS = best([OWN, TEAM, SUBTREE])

/** As a deputy one has what is theirs, and what is below them; their team is not the deputy's. */
const AS_DEPUTY = best([OWN, TEAM, SUBTREE].filter((bit) => bit & DEPUTISED))

/** Looked at by those alone who stand in for somebody. */
const ifDeputy = (standing: SQL): SQL => sql`iif(${given('absent')} IS NULL, 0, coalesce((${standing}), 0))`

/** How the reader stands to the nearest of some members of staff. */
const ofStaff = (list: SQL): SQL =>
  sql`(${bySelf(list)} | ${ifDeputy(sql`SELECT ${AS_DEPUTY} FROM ${absent}
  CROSS JOIN ${staffNear} n ON n.tenant_id = ${given('tenant')} AND n.person_id = a.value AND n.near_id IN ${list}`)})`

const bySelf = (list: SQL): SQL => sql`coalesce((SELECT ${BITS} FROM ${staffNear} n
  WHERE n.tenant_id = ${given('tenant')} AND n.person_id = ${given('me')} AND n.near_id IN ${list}), 0)`

/** To the owners of a customer, and those who share it. */
function ofCustomer(id: SQL): SQL {
  const owners = sql`p.tenant_id = ${given('tenant')} AND p.customer_id = ${id} AND p.part = 'owner'`
  const nearTo = (person: SQL) => sql`n.tenant_id = p.tenant_id AND n.person_id = ${person} AND n.near_id = p.user_id`
  return sql`(coalesce((SELECT ${BITS} FROM ${customerPeople} p
      CROSS JOIN ${staffNear} n ON ${nearTo(sql`${given('me')}`)} WHERE ${owners}), 0)
    | ${ifDeputy(sql`SELECT ${AS_DEPUTY} FROM ${absent} CROSS JOIN ${customerPeople} p ON ${owners}
      CROSS JOIN ${staffNear} n ON ${nearTo(sql`a.value`)}`)})`
}

const worksFor = (id: SQL, also = sql`1`): SQL => {
  const orderOf = sql`p.tenant_id = ${given('tenant')} AND p.customer_id = ${id} AND p.part = 'order'`
  return sql`(((EXISTS (SELECT 1 FROM ${customerPeople} p WHERE ${orderOf} AND p.user_id = ${given('me')})
    OR ${ifDeputy(sql`SELECT 1 FROM ${absent} CROSS JOIN ${customerPeople} p ON ${orderOf} AND p.user_id = a.value`)})
    AND ${also}) * ${sql.raw(String(INVOLVED))})`
}

/** Whether something is about no order in particular, or about one that the reader works on. */
export const worksOn = (id: SQL): SQL => sql`(${id} IS NULL OR EXISTS (SELECT 1 FROM ${order} o
  WHERE o.tenant_id = ${given('tenant')} AND o.id = ${id} AND (${given('me')} IN (o.owner_id, o.merchandiser_id)
    OR ${ifDeputy(sql`SELECT 1 FROM ${absent} WHERE a.value IN (o.owner_id, o.merchandiser_id)`)})))`

/** What is with nobody and in no team is everybody's to take. */
const ofTeam = (team: SQL, owner: SQL): SQL => sql`((${team} IS ${given('team')} AND ${given('team')} IS NOT NULL
  OR ${team} IS NULL AND ${owner} IS NULL) * ${sql.raw(String(TEAM))})`
