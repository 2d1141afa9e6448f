import type { Installment } from '#shared/trade/index.ts'
import { resplit } from './schedule.ts'

type Part = Pick<Installment, 'id' | 'seq' | 'pct' | 'amount' | 'paid_amount' | 'status' | 'currency'>

/** What a changed total makes of an order's installments, in minor units. */
export interface Amended {
  /** The new amounts of those that are not settled, by id. */
  readonly amounts: ReadonlyMap<string, number>
  /** What was collected, or is settled, beyond the new total. */
  readonly credit: number
  /** What nothing is left to carry: it needs an installment of its own. */
  readonly rest: number
}

const SETTLED: readonly Installment['status'][] = ['paid', 'written_off']

/**
 * Divides a changed total over the installments of an order (domain 3.3b): what is settled stays as it is, the others share the
 * rest by their percentages, or as they shared it before where they have none. One of which some has come never becomes less
 * than that.
 */
export function amended(total: number, installments: readonly Part[]): Amended {
  const live = installments.filter(({ status }) => status !== 'cancelled').sort((a, b) => a.seq - b.seq)
  const locked = new Map(live.filter(({ status }) => SETTLED.includes(status)).map(({ id, amount }) => [id, amount]))
  const floors = new Map<string, number>()
  for (;;) {
    const open = live.filter(({ id }) => !locked.has(id) && !floors.has(id))
    const split = resplit({
      currency: live[0]?.currency ?? '',
      total,
      locked: [...locked.values(), ...floors.values()],
      remainingPct: weightsOf(open),
    })
    if ('error' in split) {
      const spent = new Map([...floors, ...open.map(({ id, paid_amount }) => [id, paid_amount] as const)])
      const collected = open.reduce((sum, { paid_amount }) => sum + paid_amount, 0)
      if (split.error === 'over_collected') return { amounts: spent, credit: split.credit + collected, rest: 0 }
      return { amounts: floors, credit: 0, rest: split.error === 'no_installment_left' ? split.rest : 0 }
    }
    const below = open.find(({ paid_amount }, at) => (split.rows[at] ?? 0) < paid_amount)
    if (!below) {
      const amounts = open.map(({ id }, at) => [id, split.rows[at] ?? 0] as const)
      return { amounts: new Map([...floors, ...amounts]), credit: 0, rest: 0 }
    }
    floors.set(below.id, below.paid_amount)
  }
}

/** Percentages where all have one, else what they are now; what comes to nothing shares equally. */
function weightsOf(open: readonly Part[]): string[] {
  const weights = open.every(({ pct }) => pct !== null)
    ? open.map(({ pct }) => pct ?? 0)
    : open.map((one) => one.amount)
  return weights.some((weight) => weight > 0) ? weights.map(String) : weights.map(() => '1')
}
