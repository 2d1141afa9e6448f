import type { Order } from '#shared/trade/index.ts'
import type { Firm } from './firm.ts'
import type { LineSpec } from './orders.ts'
import type { Slot } from './plan.ts'
import type { Random } from './random.ts'
import { PRODUCTS, type Product, type ProductLine } from './words/products.ts'

const MARGIN = { mean: 0.174, deviation: 0.062, losses: 0.03 }
/** How many lines an order has, of 100 orders. */
const LINES = { 1: 13, 2: 24, 3: 26, 4: 19, 5: 11, 6: 7 } as const

/** Two thirds from the buyer's own product line, one third from anywhere. */
export function linesFor(
  firm: Firm,
  random: Random,
  order: { slot: Slot; ordered: number; amount: number; favourite: ProductLine; ownSkus: string | null },
): LineSpec[] {
  const { currency, incoterm } = order.slot
  const rate = firm.rate(currency, order.ordered) / 1e8
  const freight = FREIGHT[incoterm] ?? 1
  const wanted = (order.amount * firm.rate('USD', order.ordered)) / 1e8 / rate
  const margin = random.chance(MARGIN.losses) ? -random.int(1, 8) / 100 : random.normal(MARGIN.mean, MARGIN.deviation)
  const count = Number(random.weighted(LINES))
  const parts = Array.from({ length: count }, () => 0.4 + random.next())
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const seen = new Set<Product>()

  return parts.map((part) => {
    let product: Product
    do product = random.pick(random.chance(0.67) ? PRODUCTS.filter((one) => one.line === order.favourite) : PRODUCTS)
    while (seen.has(product))
    seen.add(product)
    const cost = Math.round(product.cost * freight * (1 + random.normal(0, 0.015)) * 100) / 100
    const discount = random.chance(0.08) ? random.pick([150, 200, 250, 300, 500]) : 0
    const price = cost / (1 - margin) / rate / (1 - discount / 10_000)
    const cents = currency === 'JPY' ? Math.round(price) * 100 : Math.round(price * 100)
    const packs = Math.max(1, Math.round((wanted * part) / whole / (cents / 100) / product.pack))
    return {
      sku: product.sku,
      buyerSku: order.ownSkus && `${order.ownSkus}-${1000 + PRODUCTS.indexOf(product)}`,
      description: product.description,
      unit: product.unit,
      qty: packs * product.pack,
      price: cents * 10_000,
      discount,
      cost: Math.round(cost * 1e6),
    }
  })
}

/** What the seller carries besides the goods, as a factor on the price from the factory. */
const FREIGHT: Partial<Record<Order['incoterm'], number>> = { CFR: 1.05, CIF: 1.06, CIP: 1.07, DAP: 1.12, DDP: 1.2 }
