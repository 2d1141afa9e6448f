import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import type { Fields } from '#shared/record/field.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import { isSettled } from './open-amount.ts'

export type ExecStatus = Order['exec_status']

/** The way of an order through the house, in the order of domain 2.2.6. */
export const EXECUTION: readonly ExecStatus[] = [
  'not_started',
  'waiting_deposit',
  'waiting_material',
  'in_production',
  'inspection',
  'ready',
  'shipped',
  'closed',
]

/** Whether the house still works on an order; the index `orders_open_by_customer` says the same in SQL. */
export const isOpen = ({ status, exec_status }: Order): boolean =>
  (status === 'confirmed' || status === 'on_hold') && exec_status !== 'closed'

/** What of an installment the next step depends on. */
export type Agreed = Pick<Installment, 'order_id' | 'guards' | 'due_date'>

/**
 * One step of that way: what it asks for, what holds it back, and by when it should be done. The order keeps that date
 * as `next_due`, worked out by the store in the same words; a test holds the two together.
 */
export interface ExecutionStep {
  readonly from: ExecStatus
  readonly to: ExecStatus
  /** What the person does. */
  readonly label: Text
  /** What the house waits for meanwhile. */
  readonly milestone: Text
  readonly due: (order: Order, installments: readonly Agreed[]) => CivilDate | null
  /** The fields of the order this step asks for; all of them required. */
  readonly asks: readonly (keyof typeof orderType.fields)[]
  /** What a date field starts with. */
  readonly proposes?: (order: Order, today: CivilDate) => Partial<Record<string, string>>
  /** The money this step waits for. */
  readonly paidFirst?: NonNullable<Installment['guards']>
}

const STEPS: readonly ExecutionStep[] = [
  {
    from: 'not_started',
    to: 'waiting_deposit',
    label: text('PI sent, wait for the deposit', 'PI已发，等待定金'),
    milestone: text('Send PI', '发出形式发票'),
    due: (order) => addDays(order.order_date, 3),
    asks: [],
  },
  {
    from: 'not_started',
    to: 'waiting_material',
    label: text('Order the material', '安排备料'),
    milestone: text('Order material', '安排备料'),
    due: (order) => addDays(order.order_date, 3),
    asks: ['material_due'],
    proposes: (_, today) => ({ material_due: addDays(today, 14) }),
  },
  {
    from: 'waiting_deposit',
    to: 'waiting_material',
    label: text('Deposit received, order the material', '定金已到，安排备料'),
    milestone: text('Deposit', '定金到账'),
    due: (order, installments) => depositOf(order, installments)?.due_date ?? null,
    asks: ['material_due'],
    proposes: (_, today) => ({ material_due: addDays(today, 14) }),
    paidFirst: 'production_start',
  },
  {
    from: 'waiting_material',
    to: 'in_production',
    label: text('Start production', '开始生产'),
    milestone: text('Material complete', '物料齐套'),
    due: (order) => order.material_due,
    asks: ['planned_finish'],
    proposes: (order, today) => ({
      planned_finish:
        order.planned_finish ?? (order.promised_date ? addDays(order.promised_date, -10) : addDays(today, 20)),
    }),
  },
  {
    from: 'in_production',
    to: 'inspection',
    label: text('Production finished, inspect', '完工，安排验货'),
    milestone: text('Production finished', '生产完工'),
    due: (order) => order.planned_finish,
    asks: ['inspection_on'],
    proposes: (_, today) => ({ inspection_on: addDays(today, 1) }),
  },
  {
    from: 'inspection',
    to: 'ready',
    label: text('Release the cargo', '验货放行'),
    milestone: text('Inspection', '验货'),
    due: (order) => order.inspection_on,
    asks: ['inspection_result', 'cargo_ready_on'],
    proposes: (_, today) => ({ cargo_ready_on: today }),
  },
  {
    from: 'ready',
    to: 'shipped',
    label: text('On board', '已装船'),
    milestone: text('Ship by', '最迟出运'),
    due: (order) => order.promised_date,
    asks: ['shipped_on', 'bl_no', 'eta'],
    proposes: (_, today) => ({ shipped_on: today }),
    paidFirst: 'loading',
  },
  {
    from: 'shipped',
    to: 'closed',
    label: text('Delivered, close', '已送达，结案'),
    milestone: text('Arrival (ETA)', '预计到港'),
    due: (order) => order.eta,
    asks: ['delivered_on'],
    proposes: (_, today) => ({ delivered_on: today }),
  },
]

const depositOf = (order: Order, installments: readonly Agreed[]): Agreed | undefined =>
  installments.find((part) => part.order_id === order.id && part.guards === 'production_start')

/** The step an order has before it, or null at the end. Without a deposit to wait for, that stage is left out. */
export function nextStep(order: Order, installments: readonly Agreed[]): ExecutionStep | null {
  const ways = STEPS.filter((step) => step.from === order.exec_status)
  if (ways.length < 2) return ways[0] ? asWaived(order, ways[0]) : null
  const deposit = depositOf(order, installments) !== undefined
  return ways.find((step) => (step.to === 'waiting_deposit') === deposit) ?? null
}

/** What the general manager lets start without the deposit says nothing of money that has come, and does not wait for it. */
function asWaived({ deposit_waiver }: Order, step: ExecutionStep): ExecutionStep {
  if (!deposit_waiver || step.paidFirst !== 'production_start') return step
  const { paidFirst: _, ...free } = step
  return { ...free, label: text('Order the material', '安排备料') }
}

/** The form fields of a step, as the order's own definition has them, each required. */
export function stepFields(step: ExecutionStep): Fields {
  return Object.fromEntries(step.asks.map((key) => [key, { ...orderType.fields[key], required: true as const }]))
}

/** Why the step cannot be taken yet, in a sentence; null when nothing holds it back. */
export function heldBack(
  order: Order,
  step: ExecutionStep,
  installments: readonly (Installment & { readonly hidden?: true })[],
  language: Language,
): string | null {
  if (order.status === 'on_hold') return say(text('The order is on hold.', '订单已暂停。'), language)
  if (order.status !== 'confirmed') return say(text('The order is not confirmed.', '订单尚未确认。'), language)
  const unpaid = installments.find(
    (part) => part.order_id === order.id && part.guards === step.paidFirst && isOpenPart(part),
  )
  if (!step.paidFirst || !unpaid) return null
  if (unpaid.hidden) return say(WAITING[step.paidFirst], language)
  const amount = formatMoney(unpaid.amount - unpaid.paid_amount, unpaid.currency)
  return say(WAITING_FOR[step.paidFirst], language, { amount })
}

/** What was let go or is not asked for any more is waited for by nobody. */
const isOpenPart = (part: Installment): boolean => !isSettled(part) && part.paid_amount < part.amount

const PAYMENT = text('Payment not received yet.', '款项尚未到账。')
const WAITING = {
  production_start: text('Deposit not received yet.', '定金尚未到账。'),
  loading: PAYMENT,
  bl_release: PAYMENT,
} as const satisfies Record<NonNullable<Installment['guards']>, Text>

const PAYMENT_OF = text('Payment {amount} not received yet.', '款项 {amount} 尚未到账。')
const WAITING_FOR = {
  production_start: text('Deposit {amount} not received yet.', '定金 {amount} 尚未到账。'),
  loading: PAYMENT_OF,
  bl_release: PAYMENT_OF,
} as const satisfies Record<NonNullable<Installment['guards']>, Text>
