import { isAbove, type Standing } from '#shared/access/standing.ts'
import type { Installment, Order, ProductionOrder, Shipment } from '#shared/trade/index.ts'
import { openOf } from './open-amount.ts'

/** Somebody who wants to stop an order, to let it go on, or to lower its price. */
export interface Stopping {
  readonly roles: readonly string[]
  readonly standing: Standing
}

type HoldKind = NonNullable<Order['hold_kind']>

/** Who holds an order may let it go on again: nobody sells past a credit hold, or ships past one for quality (domain 2.2.6). */
const HOLDERS: Readonly<Record<HoldKind, readonly string[]>> = {
  credit: ['finance', 'gm'],
  quality: ['qc', 'gm'],
  customer: ['sales_manager', 'gm'],
  document: ['doc_clerk', 'sales_manager', 'gm'],
}

/** Those a manager of the order's owner may hold as well. */
const OF_MANAGERS: readonly HoldKind[] = ['customer', 'document']

export const mayHold = (kind: HoldKind, { roles, standing }: Stopping): boolean =>
  HOLDERS[kind].some((role) => roles.includes(role)) || (OF_MANAGERS.includes(kind) && isAbove(standing))

/** The kinds of hold that somebody may put on an order, and take off. */
export const holdsOf = (who: Stopping): HoldKind[] =>
  (Object.keys(HOLDERS) as HoldKind[]).filter((kind) => mayHold(kind, who))

/**
 * Whether somebody may let an order come to less than its contract: those whom the contract asked for their approval, a manager
 * of its owner or the general manager. Nobody gives a discount alone (domain 2.2.5).
 */
export const mayLower = ({ roles, standing }: Stopping): boolean => isAbove(standing) || roles.includes('gm')

const MANAGERS = ['sales_manager', 'gm']

/** Why an order is not cancelled by somebody; null when it is (domain 2.2.6). */
export type CancelProblem = 'not_open' | 'manager' | 'deposit' | 'shipped' | 'rolled' | 'running'

interface OfOrder {
  readonly installments: readonly Installment[]
  readonly production: readonly ProductionOrder[]
  /** Those that are not cancelled. */
  readonly shipments: readonly Shipment[]
}

/** A manager cancels what has not left and is not being made; where something is paid, the general manager. */
export function cancelProblem(
  { status, exec_status }: Pick<Order, 'status' | 'exec_status'>,
  of: OfOrder,
  { roles, standing }: Stopping,
): CancelProblem | null {
  if ((status !== 'confirmed' && status !== 'on_hold') || exec_status === 'closed') return 'not_open'
  if (!MANAGERS.some((role) => roles.includes(role)) && !isAbove(standing)) return 'manager'
  const loaded = of.shipments.filter(({ status }) => !PLANNED.includes(status))
  // Most are rolled when they are packed, declared and at the port: only who has unpacked it knows that it is not.
  if (loaded.length > 0) return loaded.every(({ status }) => status === 'rolled') ? 'rolled' : 'shipped'
  if (of.production.some(({ status }) => status === 'running')) return 'running'
  return hasPaid(of.installments) && !roles.includes('gm') ? 'deposit' : null
}

export const hasPaid = (installments: readonly Installment[]): boolean =>
  installments.some(({ paid_amount }) => paid_amount > 0)

/** Nothing of it is loaded yet. */
const PLANNED: readonly Shipment['status'][] = ['planned', 'booking_requested', 'booked', 'docs_preparing']

/** What is not begun, or waits: it is cancelled with the order; what is made already is there. */
const STOPPABLE: readonly ProductionOrder['status'][] = ['planned', 'released', 'material_ready', 'paused']

/** Everything of an order that is cancelled with it. */
export const cancelledWith = ({ installments, production, shipments }: OfOrder) => ({
  installments: installments.filter((part) => openOf(part) > 0),
  production: production.filter(({ status }) => STOPPABLE.includes(status)),
  shipments,
})

/** Whether other quantities and prices can still be agreed on. */
export const isAmendable = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'confirmed' || status === 'on_hold'
