import type { CustomerFile } from '../customers.ts'
import type { Firm } from '../firm.ts'
import { PLANTED } from '../planted/index.ts'
import { brazil } from './brazil.ts'
import { elsewhere } from './elsewhere.ts'
import { europe } from './europe.ts'
import { type Book, inTime, type RunningMail } from './thread.ts'

/**
 * The threads that are running, the oldest mail first. `planted` are the files of the planted customers, in their
 * order. What the writers say about weekdays and dates is right on the demo's own today, 2026-10-20.
 */
export function runningThreads(firm: Firm, planted: readonly CustomerFile[]): RunningMail[] {
  const book = bookOf(planted)
  return inTime(firm, [...brazil(book), ...europe(book), ...elsewhere(book)])
}

function bookOf(planted: readonly CustomerFile[]): Book {
  const orders = new Map<string, { file: CustomerFile | undefined; nth: number }>(
    PLANTED.flatMap((customer, index) =>
      customer.orders.map(({ name }, nth) => [`${customer.key}/${name}`, { file: planted[index], nth }] as const),
    ),
  )
  const order: Book['order'] = (name) => {
    const found = orders.get(name)
    const its = found?.file?.orders[found.nth]
    if (!found?.file || !its) throw new RangeError('no such order in the demo')
    return { order: its, installments: found.file.installments.filter(({ order_id }) => order_id === its.id) }
  }
  return { order, no: (name) => order(name).order.doc_no }
}
