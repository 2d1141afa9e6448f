import type { ExecStatus } from '#shared/order/execution.ts'
import { paymentSchedule } from '#shared/order/schedule.ts'
import { type CivilDate, dateOfDay, dayNumber } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { type Course, reached } from './course.ts'
import type { Firm } from './firm.ts'
import type { Part, PaymentTerm } from './payment-terms.ts'
import { record } from './record.ts'

/** What is known of one part when the question is how much of it has come in. */
export interface Due extends Part {
  readonly seq: number
  /** Minor units of the order's currency. */
  readonly amount: number
  /** Null as long as its anchor has no date. */
  readonly due: number | null
}

interface Paying {
  readonly key: string
  readonly term: PaymentTerm
  readonly course: Course
  readonly disputed?: number
  readonly receivedOf: (part: Due) => number
}

/** The parts of an order's price as they stand today. `receivedOf` says how much has come in for each. */
export function installmentsOf(
  firm: Firm,
  order: Order,
  { key, term, course, disputed, receivedOf }: Paying,
): Installment[] {
  const schedule = paymentSchedule({
    currency: order.currency,
    total: order.total ?? 0,
    terms: term.parts,
    dates: anchorDates(course, order.exec_status, firm.day),
  })
  if ('error' in schedule) throw new Error('the demo has an order whose installments do not close')

  return term.parts.map((part, index) => {
    const { amount, dueDate } = schedule.rows[index] as (typeof schedule.rows)[number]
    const seq = index + 1
    const due = dueDate === null ? null : dayNumber(dueDate)
    const received = order.status === 'cancelled' ? 0 : receivedOf({ ...part, seq, amount, due })
    const at = order.created_at
    return record(
      'installment',
      { id: firm.id('installment', `${key}/${seq}`, at), at, by: order.created_by, from: order.source },
      {
        order_id: order.id,
        customer_id: order.customer_id,
        seq,
        pct: Math.round(Number(part.pct) * 100),
        currency: order.currency,
        amount,
        paid_amount: received,
        anchor: part.anchor,
        offset_days: part.days,
        due_date: dueDate,
        status:
          order.status === 'cancelled'
            ? 'cancelled'
            : seq === disputed
              ? 'disputed'
              : statusOf(amount, received, due, firm.day),
        guards: part.guards,
      },
    )
  })
}

/** The state of a part follows from what has come in and how far off it is due (domain 2.2.11). */
function statusOf(amount: number, received: number, due: number | null, today: number): Installment['status'] {
  if (received >= amount) return 'paid'
  if (due === null) return 'awaiting_anchor'
  if (due < today) return 'overdue'
  if (due === today) return 'due'
  if (received > 0) return 'part_paid'
  return due - today < REMIND_DAYS ? 'reminded' : 'scheduled'
}

/** Reminders go out three days ahead; what is due in exactly three days is for this morning's run. */
const REMIND_DAYS = 3

/** How many days after loading the documents are at the bank. */
const PRESENTATION_DAYS = 7

/** The dates that installments are counted from, as far as they have come. A ship that is booked has an ETD. */
function anchorDates(
  course: Course,
  stage: ExecStatus,
  today: number,
): Partial<Record<Installment['anchor'], CivilDate | null>> {
  const shipped = reached(stage, 'shipped')
  const dates = {
    order_confirmed: course.ordered,
    cargo_ready: reached(stage, 'ready') ? course.ready : null,
    etd: reached(stage, 'ready') ? course.shipped : null,
    bl_date: shipped ? course.shipped : null,
    bl_copy_sent: shipped ? course.shipped : null,
    docs_presented: shipped && course.shipped + PRESENTATION_DAYS <= today ? course.shipped + PRESENTATION_DAYS : null,
  }
  return Object.fromEntries(
    Object.entries(dates).map(([anchor, day]) => [anchor, day === null ? null : dateOfDay(day)]),
  )
}

/** Follows from the installments alone. */
export function payStatusOf(parts: readonly Installment[]): Order['pay_status'] {
  if (parts.every((part) => part.paid_amount >= part.amount)) return 'paid'
  if (parts.every((part) => part.paid_amount === 0)) return 'unpaid'
  const deposits = parts.filter((part) => part.guards === 'production_start')
  const others = parts.filter((part) => part.guards !== 'production_start')
  const onlyDeposit =
    deposits.length > 0 &&
    deposits.every((part) => part.paid_amount >= part.amount) &&
    others.every((part) => part.paid_amount === 0)
  return onlyDeposit ? 'deposit_paid' : 'part_paid'
}
