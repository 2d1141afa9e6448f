import { type SQL, sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import { SUBTREE } from '#shared/access/standing.ts'
import { type BoardCount, type BoardQuery, CARDS_MAX, COUNTED_MAX } from '#shared/desk/board.ts'
import type { OnBoard } from '#shared/desk/board-card.ts'
import { SOON_DAYS } from '#shared/panel/sections/order-item.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { beginning, type Place, WALKS, type WalkName, type WalkNames } from './board-walk.ts'
import type { Row } from './database.ts'
import { isOpenInstallment } from './open-money.ts'
import { seenRecord } from './records.ts'
import { openOrderLists, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * The columns of the board. What one costs grows neither with the firm nor with what is somebody's: it walks one list
 * that has the orders of a stage by the date of their next step, and stops at a bound. Where filters ask for more than
 * a list answers, it is looked for among the first {@link SEARCHED_MAX} of the list; the next page goes on from there.
 */
const { customer, installment, order, user } = tables

/** How many of a list are looked at for what the other filters ask for. */
export const SEARCHED_MAX = 100

/** What a board is narrowed by. */
export type BoardFilter = Pick<BoardQuery, 'owner' | 'team' | 'customer' | 'product_line'>

export interface FoundColumn {
  readonly orders: readonly OnBoard[]
  readonly count: BoardCount
  readonly next: Place | null
}

type Filters = 'owner' | 'mine' | 'in_team' | 'customer' | 'line'
type Names = ReaderNames | WalkNames | Filters | 'stage' | 'today' | 'soon' | 'all_orders' | 'all_customers'
type Prepared = (values: Readonly<Record<Names, unknown>>) => Statement

/** One column in the order of its list. Read by {@link readColumn}. */
export function boardColumn(
  reader: Reader & { readonly today: CivilDate },
  stage: string,
  filter: BoardFilter,
  after: Place | null,
): Statement {
  const { walk, list, searched } = listFor(reader, filter)
  return (searched ? SEARCHED : WHOLE)[walk]({
    ...asReader(reader),
    ...beginning(after),
    ...filtersOf(reader, filter),
    ...freedoms(reader),
    stage,
    list,
    today: reader.today,
    soon: addDays(reader.today, SOON_DAYS),
  })
}

/** The list to walk, and whether its orders have to be searched for what else is asked for. */
export function listFor(
  { access, id }: Reader,
  { owner, team, customer, product_line: line }: BoardFilter,
): { readonly walk: WalkName; readonly list: string | null; readonly searched: boolean } {
  const others = [owner, team, customer, line].filter((value) => value !== undefined).length
  const reach = access.reach('order', 'view')
  // Nobody is led through what is not theirs, not even by a cursor.
  if (owner === 'me') return { walk: 'own', list: id, searched: others > 1 }
  if (reach !== null) return { walk: reach & SUBTREE ? 'reach' : 'own', list: id, searched: others > 0 }
  if (customer !== undefined) return { walk: 'customer', list: customer, searched: others > 1 }
  // Also what they follow, and what their customers' other orders are.
  if (owner !== undefined) return { walk: 'own', list: owner, searched: true }
  if (team !== undefined) return { walk: 'team', list: team, searched: others > 1 }
  return line === undefined
    ? { walk: 'firm', list: null, searched: false }
    : { walk: 'line', list: line, searched: others > 1 }
}

function filtersOf({ id }: Reader, { owner, team, customer, product_line: line }: BoardFilter) {
  const mine = owner === 'me'
  return {
    owner: mine ? null : (owner ?? null),
    mine: mine ? id : null,
    in_team: team ?? null,
    customer: customer ?? null,
    line: line ?? null,
  }
}

/** Where a right holds for every record or for none, how near one stands to it needs no look. */
export function freedoms({ access }: Reader) {
  const [orders, installments, customers] = (['order', 'installment', 'customer'] as const).map((type) =>
    access.reach(type, 'view'),
  )
  return { all_orders: Number(orders === null && !installments), all_customers: Number(!customers) }
}

/** What an order has to be, besides in the list. */
const FITS = (() => {
  const isIn = (list: SQL, part: string) => sql`EXISTS (SELECT 1 FROM ${openOrderLists} l
    WHERE l.tenant_id = o.tenant_id AND l.order_id = o.id AND l.list_id = ${list} AND l.part = ${sql.raw(`'${part}'`)})`
  const asks = (name: Filters, holds: (value: SQL) => SQL) =>
    sql`(${given(name)} IS NULL OR ${holds(sql`${given(name)}`)})`
  const all = [
    asks('owner', (id) => sql`o.owner_id = ${id}`),
    asks('mine', (id) => isIn(id, 'own')),
    asks('in_team', (id) => isIn(id, 'team')),
    asks('customer', (id) => sql`o.customer_id = ${id}`),
    asks('line', (name) => sql`o.product_line = ${name}`),
  ]
  return sql.join(all, sql` AND `)
})()

/** The unpaid installments that a step may wait for. Of one order a firm has a handful. */
const PARTS = sql`(SELECT json_group_array(json_object('order_id', i.order_id, 'guards', i.guards, 'due_date', i.due_date,
    'amount', i.amount, 'paid_amount', i.paid_amount, 'currency', i.currency)) FROM (
  SELECT * FROM ${installment} INDEXED BY installments_by_order
  WHERE tenant_id = o.tenant_id AND order_id = o.id AND ${isOpenInstallment} AND guards > '' ORDER BY seq LIMIT 10) i)`

const unless = (free: 'all_orders' | 'all_customers', near: SQL): SQL =>
  sql`CASE WHEN ${given(free)} THEN 0 ELSE ${near} END`

const rows = (count: number): SQL => sql.raw(String(count))

function statementFor(name: WalkName, searched: boolean): Prepared {
  const walked = WALKS[name](sql`${given('stage')}`, rows(searched ? SEARCHED_MAX : COUNTED_MAX + 1))
  const fitting = searched
    ? sql` CROSS JOIN ${order} o ON o.tenant_id = ${given('tenant')} AND o.id = w.id WHERE ${FITS}`
    : sql``
  // A list that is full goes on behind what was looked at; an order that is found behind what is counted says so itself.
  const stopped = sql`CASE WHEN count(*) > ${rows(COUNTED_MAX)} THEN NULL
    ELSE (SELECT json_array(next_due, id) FROM (${walked}) LIMIT 1 OFFSET ${rows(SEARCHED_MAX - 1)}) END`
  return prepared<Names>(sql`
    WITH found AS MATERIALIZED (SELECT w.id, w.next_due FROM (${walked}) w${fitting} LIMIT ${rows(COUNTED_MAX + 1)})
    SELECT o.*, n.*, c.name AS on_customer, ${unless('all_customers', standing('customer', 'c'))} AS on_near,
      u.alias AS on_owner, ${unless('all_orders', standing('order', 'o'))} AS standing, ${PARTS} AS on_parts
    FROM (SELECT count(*) AS on_found, coalesce(sum(next_due < ${given('today')}), 0) AS on_late,
        coalesce(sum(next_due BETWEEN ${given('today')} AND ${given('soon')}), 0) AS on_soon,
        ${searched ? stopped : sql`NULL`} AS on_stopped
      FROM found) n
    LEFT JOIN (SELECT id FROM found LIMIT ${rows(CARDS_MAX)}) f ON 1
    LEFT JOIN ${order} o ON o.tenant_id = ${given('tenant')} AND o.id = f.id
    LEFT JOIN ${customer} c ON c.tenant_id = o.tenant_id AND c.id = o.customer_id
    LEFT JOIN ${user} u ON u.tenant_id = o.tenant_id AND u.id = o.owner_id
    ORDER BY o.next_due IS NULL, o.next_due, o.id`)
}

const statementsFor = (searched: boolean) =>
  Object.fromEntries((Object.keys(WALKS) as WalkName[]).map((name) => [name, statementFor(name, searched)])) as Record<
    WalkName,
    Prepared
  >

const WHOLE = statementsFor(false)
const SEARCHED = statementsFor(true)

/** Reads what {@link boardColumn} asked for, as far as the reader may see it. */
export function readColumn(reader: Reader, found: readonly Row[]): FoundColumn {
  const { on_found, on_late, on_soon, on_stopped } = found[0] ?? {}
  const shown = found.filter(({ id }) => id !== null)
  const last = shown.at(-1)
  const counted = Number(on_found ?? 0)
  const all = Math.min(counted, COUNTED_MAX)
  const late = Math.min(Number(on_late ?? 0), all)
  const isMore = counted > shown.length
  const stopped = on_stopped ? (JSON.parse(String(on_stopped)) as [string | null, string]) : null
  const behindLast = isMore && last ? { due: last.next_due as string | null, id: String(last.id) } : null
  return {
    orders: shown.flatMap((row) => onBoard(reader, row) ?? []),
    count: {
      late,
      soon: Math.min(Number(on_soon ?? 0), all - late),
      all,
      atLeast: counted > COUNTED_MAX || stopped !== null,
    },
    next: behindLast ?? (stopped && { due: stopped[0], id: stopped[1] }),
  }
}

function onBoard(reader: Reader, row: Row): OnBoard | null {
  const { on_found, on_late, on_soon, on_stopped, on_customer, on_near, on_owner, on_parts, ...rest } = row
  const order = seenRecord<Order>('order', reader, rest)
  if (!order) return null
  const { access } = reader
  const hidden = may(access, 'installment', 'view', order.standing) ? {} : { hidden: true as const }
  const parts = JSON.parse(String(on_parts)) as Installment[]
  return {
    order,
    customer: may(access, 'customer', 'view', Number(on_near)) ? String(on_customer) : null,
    owner: on_owner === null ? null : String(on_owner),
    installments: parts.map((part) => ({ ...part, ...hidden })),
  }
}
