import { sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import { BOARD_STAGES, type BoardChoice, type BoardChoices } from '#shared/desk/board.ts'
import { type BoardFilter, freedoms, listFor } from './board.ts'
import { beginning, WALKS, type WalkName, type WalkNames } from './board-walk.ts'
import type { Row } from './database.ts'
import { tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

const { customer, order, team, user } = tables

/** How many orders of each stage tell what a board can be narrowed by. */
const URGENT_MAX = 15

type Names = ReaderNames | WalkNames | 'stages' | 'owner' | 'in_team' | 'customer' | 'line' | 'all_customers'

/** Whose and what the most urgent orders are, whatever the board is narrowed by, and what it is narrowed by itself. */
const CHOICES = Object.fromEntries(
  (['firm', 'own', 'reach'] as const).map((name) => {
    const urgent = WALKS[name](sql`s.value`, sql.raw(String(URGENT_MAX)))
    const template = sql`WITH met AS MATERIALIZED (
        SELECT DISTINCT o.owner_id, NULL AS team_id, o.customer_id, o.product_line
        FROM json_each(${given('stages')}) s CROSS JOIN json_each((SELECT json_group_array(id) FROM (${urgent}))) j
        CROSS JOIN ${order} o ON o.tenant_id = ${given('tenant')} AND o.id = j.value
        UNION SELECT ${given('owner')}, ${given('in_team')}, ${given('customer')}, ${given('line')})
      SELECT m.owner_id, u.alias, t.id AS team_id, t.name AS team_name, m.customer_id, c.name AS customer_name,
        CASE WHEN ${given('all_customers')} THEN 0 ELSE ${standing('customer', 'c')} END AS standing, m.product_line
      FROM met m
      LEFT JOIN ${user} u ON u.tenant_id = ${given('tenant')} AND u.id = m.owner_id
      LEFT JOIN ${team} t ON t.tenant_id = ${given('tenant')} AND t.id = coalesce(m.team_id, u.team_id)
      LEFT JOIN ${customer} c ON c.tenant_id = ${given('tenant')} AND c.id = m.customer_id`
    return [name, prepared<Names>(template)]
  }),
) as Record<Extract<WalkName, 'firm' | 'own' | 'reach'>, (values: Readonly<Record<Names, unknown>>) => Statement>

export function boardChoices(reader: Reader, filter: BoardFilter): Statement {
  const { walk, list } = listFor(reader, {})
  return CHOICES[walk as keyof typeof CHOICES]({
    ...asReader(reader),
    ...beginning(null),
    ...freedoms(reader),
    list,
    stages: JSON.stringify(BOARD_STAGES),
    owner: filter.owner === 'me' ? null : (filter.owner ?? null),
    in_team: filter.team ?? null,
    customer: filter.customer ?? null,
    line: filter.product_line ?? null,
  })
}

/** Reads what {@link boardChoices} asked for. What the board is narrowed by is there in any case, `unknown` without a name. */
export function readChoices(reader: Reader, filter: BoardFilter, found: readonly Row[], unknown: string): BoardChoices {
  const seesCustomer = ({ standing }: Row) => may(reader.access, 'customer', 'view', Number(standing))
  const choices = (value: string, name: string, chosen: string | undefined, rows = found): BoardChoice[] => {
    const named = rows.flatMap((row) =>
      row[value] && row[name] ? [[String(row[value]), String(row[name])] as const] : [],
    )
    const all = new Map(chosen === undefined || chosen === 'me' ? named : [[chosen, unknown], ...named])
    return [...all].map(([value, name]) => ({ value, name })).sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  return {
    owner: choices('owner_id', 'alias', filter.owner),
    team: choices('team_id', 'team_name', filter.team),
    customer: choices('customer_id', 'customer_name', filter.customer, found.filter(seesCustomer)),
    product_line: choices('product_line', 'product_line', filter.product_line),
  }
}
