import { sql } from 'drizzle-orm'
import type { Article, Mapped } from '#shared/order/article.ts'
import type { KnownRate } from '#shared/order/goods.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import { tables } from './schema.ts'
import type { SituationQuery } from './situation.ts'
import { given, prepared } from './statement.ts'

const { product, quotation, quotation_line: line } = tables

/** Of a larger range the first are compared. */
const ARTICLES_MAX = 500
/** As many numbers of a buyer's are looked up, and as many lines of them. */
const NUMBERS_MAX = 20
const MAPPED_MAX = 60
/** Among so many of the newest offers a rate is sought. */
const OFFERS_MAX = 12

const ARTICLES = prepared<'tenant'>(sql`SELECT id, code, name, name_zh, unit, hs_code, cost_standard FROM ${product}
  INDEXED BY products_by_code WHERE tenant_id = ${given('tenant')} AND lifecycle IN ('active','phase_out')
  ORDER BY code LIMIT ${sql.raw(String(ARTICLES_MAX))}`)

const MAPPED = prepared<'tenant' | 'numbers'>(sql`SELECT q.customer_id, l.buyer_sku, l.sku
  FROM json_each(${given('numbers')}) n
  CROSS JOIN ${line} l INDEXED BY quotation_lines_by_buyer_sku ON l.tenant_id = ${given('tenant')} AND l.buyer_sku = n.value
  CROSS JOIN ${quotation} q ON q.tenant_id = l.tenant_id AND q.id = l.quotation_id
  WHERE l.sku IS NOT NULL ORDER BY l.id DESC LIMIT ${sql.raw(String(MAPPED_MAX))}`)

const RATES = prepared<'tenant'>(sql`SELECT currency, fx_rate, fx_date FROM (SELECT currency, fx_rate, fx_date
  FROM ${quotation} WHERE tenant_id = ${given('tenant')} ORDER BY id DESC LIMIT ${sql.raw(String(OFFERS_MAX))})
  WHERE fx_rate IS NOT NULL`)

/**
 * The same with what it takes to quote what the mail asks for: what the firm sells, what was offered before under the buyer's
 * numbers, and at which rates offers were worked out. Costs are along; who may not know them is not shown them.
 */
export function withGoods(query: SituationQuery, tenant: string, { lines }: MailReading): SituationQuery {
  const numbers = lines.flatMap(({ buyer_sku }) => (buyer_sku ? [buyer_sku.value] : [])).slice(0, NUMBERS_MAX)
  const at = query.statements.length
  return {
    statements: [
      ...query.statements,
      ARTICLES({ tenant }),
      MAPPED({ tenant, numbers: JSON.stringify(numbers) }),
      RATES({ tenant }),
    ],
    read(rows) {
      const situation = query.read(rows.slice(0, at))
      const [articles = [], mapped = [], rates = []] = rows.slice(at)
      return (
        situation && {
          ...situation,
          goods: {
            articles: articles as unknown as Article[],
            mapped: mapped as unknown as Mapped[],
            rates: rates as unknown as KnownRate[],
          },
        }
      )
    },
  }
}
