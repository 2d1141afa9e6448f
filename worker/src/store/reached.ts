import { type SQL, sql } from 'drizzle-orm'
import { DEPUTISED, type Standing, TEAM } from '#shared/access/standing.ts'
import type { Belonging, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { customerPeople, staffNear, tables } from './schema.ts'
import { absent, typeAround } from './standing.ts'
import { given } from './statement.ts'

/**
 * The ids of every row of a type that can be within reach, found by whose they are, and perhaps of some more. Null
 * where no index tells whose: then each row of the firm has to be looked at.
 */
export function reached(type: TypeName, reach: Standing): SQL | null {
  const inTeam = (reach & TEAM) !== 0
  if (type === 'customer') {
    // One may be with a team, and its owner in another.
    return inTeam ? null : ofOwners(reach)
  }
  const { to = [], team, within }: Belonging = (TYPES[type] as RecordType).belongs ?? {}
  const ways = [
    // Who works on an order is known by its customer.
    ...(type === 'order' ? [] : to.map((field) => ofPeople(type, field, reach))),
    ...(team !== undefined && inTeam ? [ofTeam(type, team), ofNobody(type, to[0] ?? '', team)] : []),
    ...(within === undefined ? [] : [ofParents(type, within, reach)]),
  ]
  const known = ways.filter((way) => way !== null)
  return ways.length > 0 && known.length === ways.length ? sql.join(known, sql` UNION `) : null
}

const BY_USER = { person: 'user_id', id: 'customer_id' }
const ofOwners = (reach: Standing): SQL =>
  ofNear(reach, sql`${customerPeople} r INDEXED BY customer_people_by_user`, BY_USER)

/** What belongs to people whom the reader reaches. */
const ofNear = (reach: Standing, rows: SQL, { person, id }: typeof BY_USER): SQL =>
  sql`SELECT id FROM (${ofOne(reach, rows, { person, id }, sql`${staffNear} n`, sql`${given('me')}`)}
    UNION ${ofOne(reach & DEPUTISED, rows, { person, id }, sql`${absent} CROSS JOIN ${staffNear} n`, sql`a.value`)})`

const ofOne = (reach: Standing, rows: SQL, { person, id }: typeof BY_USER, from: SQL, one: SQL): SQL =>
  sql`SELECT DISTINCT r.${sql.raw(id)} AS id FROM ${from}
    CROSS JOIN ${rows} ON r.tenant_id = n.tenant_id AND r.${sql.raw(person)} = n.near_id
    WHERE n.tenant_id = ${given('tenant')} AND n.person_id = ${one} AND n.standing & ${sql.raw(String(reach))}`

function ofPeople(type: TypeName, person: string, reach: Standing): SQL | null {
  const rows = indexed(type, person)
  return rows && ofNear(reach, rows, { person, id: 'id' })
}

function ofTeam(type: TypeName, team: string): SQL | null {
  const rows = indexed(type, team)
  return (
    rows &&
    sql`SELECT r.id FROM ${rows} WHERE r.tenant_id = ${given('tenant')} AND r.${sql.raw(team)} = ${given('team')}`
  )
}

function ofNobody(type: TypeName, owner: string, team: string): SQL | null {
  const rows = indexed(type, owner)
  return (
    rows &&
    sql`SELECT r.id FROM ${rows} WHERE r.tenant_id = ${given('tenant')}
      AND r.${sql.raw(owner)} IS NULL AND r.${sql.raw(team)} IS NULL`
  )
}

function ofParents(type: TypeName, within: string, reach: Standing): SQL | null {
  const rows = indexed(type, within)
  const around = typeAround(type)
  // What is part of a customer is near by whose the customer is, not by its team.
  const parents = around === 'customer' ? ofOwners(reach) : around && reached(around, reach)
  return (
    rows &&
    parents &&
    sql`SELECT r.id FROM (${parents}) p
      CROSS JOIN ${rows} ON r.tenant_id = ${given('tenant')} AND r.${sql.raw(within)} = p.id`
  )
}

/** The rows of a type by a field, where an index of all of them begins with it. */
function indexed(type: TypeName, field: string): SQL | null {
  const name = indexOn(type, field)
  return name === undefined ? null : sql`${tables[type]} r INDEXED BY ${sql.raw(name)}`
}

/** The index of a whole type that begins with a field. */
export function indexOn(type: TypeName, field: string): string | undefined {
  const indexes = Object.entries((TYPES[type] as RecordType).indexes ?? {})
  return indexes.find(([, { on, where }]) => !where && on[0] === field)?.[0]
}
