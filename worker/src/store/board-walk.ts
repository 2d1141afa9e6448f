import { type SQL, sql } from 'drizzle-orm'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { TYPES } from '#shared/trade/index.ts'
import { openOrderLists, tables } from './schema.ts'
import { given } from './statement.ts'

const { order } = tables
const { indexes } = TYPES.order

/** Where a walk goes on: behind an order, by the date of its next step and its id. */
export interface Place {
  readonly due: CivilDate | null
  readonly id: string
}

/** What a walk is given besides the firm: whose list it is, and where it begins. */
export type WalkNames = 'tenant' | 'list' | 'due' | 'after' | 'undated'

/** Orders without a date come last: behind one of them there is none with a date. */
export const beginning = (place: Place | null) => ({
  due: place ? (place.due ?? '9999-12-32') : '',
  after: place && place.due !== null ? place.id : '',
  undated: place && place.due === null ? place.id : '',
})

type Walk = (stage: SQL, most: SQL) => SQL

/**
 * The lists of open orders that can be walked: `id` and `next_due` of those in a stage, the earliest date first. Each is
 * an index that has them in this order, so that a walk costs what it gives and nothing else.
 */
export const WALKS = {
  firm: ofOrders('orders_open_by_stage', sql``),
  customer: ofOrders('orders_open_by_customer_stage', sql`customer_id = ${given('list')} AND `),
  line: ofOrders('orders_open_by_line_stage', sql`product_line = ${given('list')} AND `),
  own: ofList('own'),
  team: ofList('team'),
  /** A person's own, and those of everybody below them. */
  reach: (stage, most) => sql`SELECT * FROM (SELECT * FROM (${ofList('own')(stage, most)}) UNION ALL
    SELECT * FROM (${ofList('above')(stage, most)})) ORDER BY next_due IS NULL, next_due, id LIMIT ${most}`,
} as const satisfies Record<string, Walk>

export type WalkName = keyof typeof WALKS

function ofOrders(index: keyof typeof indexes & `${string}_stage`, isIn: SQL): Walk {
  return walk(
    sql`SELECT id, next_due FROM ${order} INDEXED BY ${sql.raw(index)}
      WHERE tenant_id = ${given('tenant')} AND ${sql.raw(indexes[index].where)} AND ${isIn}`,
    sql`id`,
  )
}

function ofList(part: 'own' | 'above' | 'team'): Walk {
  return walk(
    sql`SELECT order_id AS id, next_due FROM ${openOrderLists} INDEXED BY open_order_lists_by_stage
      WHERE tenant_id = ${given('tenant')} AND list_id = ${given('list')} AND part = ${sql.raw(`'${part}'`)} AND `,
    sql`order_id`,
  )
}

function walk(from: SQL, id: SQL): Walk {
  return (stage, most) => sql`SELECT * FROM (
      ${from}exec_status = ${stage} AND (next_due, ${id}) > (${given('due')}, ${given('after')})
      ORDER BY next_due, ${id} LIMIT ${most})
    UNION ALL SELECT * FROM (
      ${from}exec_status = ${stage} AND next_due IS NULL AND ${id} > ${given('undated')} ORDER BY ${id} LIMIT ${most})
    LIMIT ${most}`
}
