import { type SQL, sql } from 'drizzle-orm'
import { OWN, SUBTREE } from '#shared/access/standing.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { events, tables } from './schema.ts'
import { type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

interface Written {
  readonly tenantId: string
  readonly userId: string
  /** For whom the writer stands in. */
  readonly standsFor: readonly { readonly id: string }[]
  readonly id: string
  readonly version: number
}

type Names = ReaderNames | 'id' | 'version'

const here = sql`tenant_id = ${given('tenant')} AND record_id = ${given('id')} AND version = ${given('version')}`

/** What is noted of an event meanwhile: a number, where there is yet to be somebody's id. */
const isNoted = sql`length(on_behalf_of) < 3`
const noted = sql`CAST(on_behalf_of AS INTEGER)`

const BITS = sql.raw(String(OWN | SUBTREE))

/** How somebody stands to the record, by themselves, whomever they stand in for. */
const standingTo = (type: TypeName): SQL => sql`(SELECT ${standing(type, 'r')} & ${BITS} FROM ${tables[type]} r
  WHERE r.tenant_id = ${given('tenant')} AND r.id = ${given('id')})`

const made = new Map<TypeName, ReturnType<typeof statementsFor>>()

function statementsFor(type: TypeName) {
  return {
    note: prepared<Names>(sql`UPDATE ${events} SET on_behalf_of = ${standingTo(type)} WHERE ${here}`),
    // Theirs in a way in which it is not the writer's; what is the writer's own they do by themselves.
    name: prepared<Names>(sql`UPDATE ${events} SET on_behalf_of = ${given('me')}
      WHERE ${here} AND ${isNoted} AND NOT ${noted} & ${sql.raw(String(OWN))} AND ${standingTo(type)} & ~${noted}`),
    end: prepared<Names>(sql`UPDATE ${events} SET on_behalf_of = NULL WHERE ${here} AND ${isNoted}`),
  }
}

/**
 * Says of an event, in the batch that writes it, for whom its writer stood in: for whom the record is, where it is not the
 * writer's by themselves.
 */
export function deputyStatements(type: TypeName, { tenantId, userId, standsFor, id, version }: Written): Statement[] {
  const make = made.get(type) ?? statementsFor(type)
  made.set(type, make)
  const as = (me: string) => ({ tenant: tenantId, me, team: null, absent: null, id, version })
  return [make.note(as(userId)), ...standsFor.map((one) => make.name(as(one.id))), make.end(as(userId))]
}
