import { type SQL, sql } from 'drizzle-orm'
import { DECIMALS } from '#shared/money/currency.ts'
import { type Change, changedId, valuesAfter } from '#shared/record/change.ts'
import { tables } from './schema.ts'

const { contract, quotation, quotation_line: line, tenant } = tables

/** What follows from a line of a quotation: also what it earns, by which it is judged whether somebody looks at its price. */
export const ofQuotationLine = (tenantId: string, record: Readonly<Record<string, unknown>>): SQL[] => [
  quotationTotals(tenantId, record.quotation_id),
  expectedMargin(tenantId, record.quotation_id),
]

/**
 * What follows from a quotation. Its margin does from the fields that it is worked out of, and stays where another is written:
 * one that was brought along with lines without costs cannot be worked out here.
 */
export const ofQuotation = (tenantId: string, change: Change): SQL[] => [
  quotationTotals(tenantId, changedId(change)),
  ...(change.kind === 'update' && MARGIN_OF.some((key) => Object.hasOwn(change.values, key))
    ? [expectedMargin(tenantId, changedId(change))]
    : []),
]

const MARGIN_OF = ['discount', 'fx_rate']

/** What is offered: the lines, freight and insurance, less the discount. */
function quotationTotals(tenantId: string, quotationId: unknown): SQL {
  const sum = sql`(SELECT coalesce(sum(${line.line_total}), 0) FROM ${line} INDEXED BY quotation_lines_by_quotation
    WHERE ${line.tenant_id} = ${tenantId} AND ${line.quotation_id} = ${quotationId})`
  return sql`UPDATE ${quotation} SET lines_total = ${sum},
      total = ${sum} + coalesce(freight, 0) + coalesce(insurance, 0) - coalesce(discount, 0)
    WHERE ${quotation.tenant_id} = ${tenantId} AND ${quotation.id} = ${quotationId}`
}

/**
 * The same as `expectedMargin` of shared/order: price less cost, each rounded to the minor unit, of the price. Nothing where a
 * line's cost is not known, or the rate, or there is no price. That costs were known is not forgotten. After the totals, for the price is of those.
 */
function expectedMargin(tenantId: string, quotationId: unknown): SQL {
  return sql`UPDATE ${quotation} SET costed = max(costed, EXISTS (SELECT 1 FROM ${line} INDEXED BY quotation_lines_by_quotation
      WHERE ${line.tenant_id} = ${tenantId} AND ${line.quotation_id} = ${quotationId} AND ${line.cost_price} IS NOT NULL)),
    expected_margin = (
      SELECT CASE WHEN m.lines = m.costed AND m.price <> 0
        THEN CAST(round(10000.0 * (m.price - m.cost) / m.price) AS INTEGER) END
      FROM (SELECT count(*) AS lines, count(l.cost_price) AS costed,
          sum(round(l.qty * 1.0 * l.cost_price / 1e9 * ${unitsOf('t.base_currency')})) AS cost,
          round((q.lines_total - coalesce(q.discount, 0)) * (CASE WHEN q.currency = t.base_currency THEN 1.0 ELSE q.fx_rate / 1e8 END)
            * ${unitsOf('t.base_currency')} / ${unitsOf('q.currency')}) AS price
        FROM ${quotation} q
        CROSS JOIN ${tenant} t ON t.tenant_id = q.tenant_id AND t.id = q.tenant_id
        CROSS JOIN ${line} l INDEXED BY quotation_lines_by_quotation ON l.tenant_id = q.tenant_id AND l.quotation_id = q.id
        WHERE q.tenant_id = ${tenantId} AND q.id = ${quotationId}) m)
    WHERE ${quotation.tenant_id} = ${tenantId} AND ${quotation.id} = ${quotationId}`
}

/** How many minor units make one of a currency. */
export const unitsOf = (column: 'currency' | 'q.currency' | 't.base_currency'): SQL => {
  const others = Object.entries(DECIMALS).filter(([decimals]) => decimals !== '2')
  const cases = others.map(
    ([decimals, codes]) => `WHEN ${column} IN ('${codes.split(' ').join("','")}') THEN 1e${decimals}`,
  )
  return sql.raw(`(CASE ${cases.join(' ')} ELSE 1e2 END)`)
}

/**
 * A contract is worth what its quotation's rate makes of it, as that was when the contract became one of it: who has to approve
 * it follows from that.
 */
export function ofContract(tenantId: string, change: Change): SQL[] {
  const { quotation_id, fx_rate } = valuesAfter(change)
  if (typeof quotation_id !== 'string' || (fx_rate ?? null) !== null) return []
  return [
    sql`UPDATE ${contract} SET (fx_rate, fx_date) = (SELECT q.fx_rate, q.fx_date FROM ${quotation} q
        WHERE q.tenant_id = ${tenantId} AND q.id = ${quotation_id} AND q.currency = ${contract.currency})
      WHERE ${contract.tenant_id} = ${tenantId} AND ${contract.id} = ${changedId(change)}`,
  ]
}
