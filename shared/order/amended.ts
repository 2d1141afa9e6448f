import { allocate } from '#shared/money/allocation.ts'
import { sumOf } from '#shared/money/sum.ts'
import type { Installment } from '#shared/trade/index.ts'
import { resplit } from './schedule.ts'

type Part = Pick<Installment, 'id' | 'seq' | 'pct' | 'amount' | 'paid_amount' | 'status' | 'currency'>

/** What a changed total makes of an order's installments, in minor units. */
export interface Amended {
  /** The new amounts, by id. */
  readonly amounts: ReadonlyMap<string, number>
  /** What was collected beyond the new total. */
  readonly credit: number
  /** What nothing is left to carry: it needs an installment of its own. */
  readonly rest: number
}

const SETTLED: readonly Installment['status'][] = ['paid', 'written_off']

/**
 * Divides a changed total over the installments of an order (domain 3.3b), so that they come to it: what is settled stays as it
 * is, the others share the rest by their percentages, or as they shared it before where they have none. One of which some has
 * come becomes less than that only where more has come than the total.
 */
export function amended(total: number, installments: readonly Part[]): Amended {
  const live = installments.filter(({ status }) => status !== 'cancelled').sort((a, b) => a.seq - b.seq)
  const settled = live.filter(({ status }) => SETTLED.includes(status))
  const kept = new Map(settled.map((part) => [part.id, settledOf(part)]))
  for (;;) {
    const open = live.filter(({ id }) => !kept.has(id))
    const weights = weightsOf(open)
    const locked = [...kept.values()]
    const split = resplit({ currency: live[0]?.currency ?? '', total, locked, remainingPct: weights })
    if ('error' in split && split.error === 'over_collected') return overCollected(total, live)
    if ('error' in split && split.error === 'no_installment_left') return { amounts: kept, credit: 0, rest: split.rest }
    // Rounded one by one, very little for many may come to more than there is.
    const rows = 'error' in split ? allocate(total - sumOf(locked), weights) : split.rows
    const below = open.find(({ paid_amount }, at) => (rows[at] ?? 0) < paid_amount)
    if (!below) {
      const amounts = open.map(({ id }, at) => [id, rows[at] ?? 0] as const)
      return { amounts: new Map([...kept, ...amounts]), credit: 0, rest: 0 }
    }
    kept.set(below.id, below.paid_amount)
  }
}

/** A part that an earlier change has made less than what had come of it is that again. */
const settledOf = ({ amount, paid_amount }: Part): number => Math.max(amount, paid_amount)

/**
 * Nothing is to come any more. What was let go comes to less first, for nobody paid it; what is still too much is the buyer's, and
 * is taken off the last part of which some has come: that part, and with it the order, is paid beyond its amount.
 */
function overCollected(total: number, live: readonly Part[]): Amended {
  const amounts = new Map(
    live.map((part) => [part.id, part.status === 'written_off' ? settledOf(part) : part.paid_amount]),
  )
  let beyond = sumOf([...amounts.values()]) - total
  const takeOff = (parts: readonly Part[], least: (part: Part) => number) => {
    for (const part of parts) {
      const amount = amounts.get(part.id) ?? 0
      const off = Math.min(beyond, Math.max(0, amount - least(part)))
      amounts.set(part.id, amount - off)
      beyond -= off
    }
  }
  const lastFirst = [...live].reverse()
  takeOff(lastFirst, ({ paid_amount }) => paid_amount)
  const credit = beyond
  takeOff(lastFirst, () => 0)
  return { amounts, credit, rest: 0 }
}

/** Percentages where all have one, else what they are now; what comes to nothing shares equally. */
function weightsOf(open: readonly Part[]): string[] {
  const weights = open.every(({ pct }) => pct !== null)
    ? open.map(({ pct }) => pct ?? 0)
    : open.map((one) => one.amount)
  return weights.some((weight) => weight > 0) ? weights.map(String) : weights.map(() => '1')
}
