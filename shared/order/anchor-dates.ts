import type { CivilDate } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { Installment, Order, Shipment } from '#shared/trade/index.ts'
import type { Anchor } from './schedule.ts'
import { hasDeparted } from './shipped-quantities.ts'

/** The events of an order that payments are counted from, as far as their dates are known. */
export type AnchorDates = Readonly<Partial<Record<Anchor, CivilDate | null>>>

/**
 * From which dates the payments of an order count (domain 1.18). With several shipments it is the first that counts: what is
 * paid against the goods is due with the first of them. What has happened goes before what is expected, and the dates of
 * shipments before what the order says of itself. What is an instant counts from its day in the firm's zone.
 */
export function anchorDates(order: Order, shipments: readonly Shipment[], timezone: string): AnchorDates {
  const gone = shipments.filter(hasDeparted)
  const boarded = first(gone.map(({ bl_date, atd }) => bl_date ?? atd)) ?? order.shipped_on
  return {
    cargo_ready: order.cargo_ready_on,
    inspection_passed: order.cargo_ready_on,
    etd: first(shipments.map((one) => (hasDeparted(one) ? (one.bl_date ?? one.atd) : (one.atd ?? one.etd)))) ?? boarded,
    bl_date: boarded,
    // The copy and the invoice go out when the cargo is on board.
    bl_copy_sent: boarded,
    invoice_date: boarded,
    docs_presented: first(
      gone.map(({ docs_sent_at }) => (docs_sent_at === null ? null : dateIn(docs_sent_at, timezone))),
    ),
    // What is kept of a deal since before there was such a date has none.
    docs_accepted: first(gone.map(({ docs_accepted_on }) => docs_accepted_on ?? null)),
    eta: first(shipments.map(({ ata, eta }) => ata ?? eta)) ?? order.eta,
    ata: first(shipments.map(({ ata }) => ata)),
    delivered: first(shipments.map(({ delivered_on }) => delivered_on)) ?? order.delivered_on,
  }
}

const first = (dates: readonly (CivilDate | null)[]): CivilDate | null =>
  dates.filter((date) => date !== null).sort()[0] ?? null

/** An installment that counts from the deposit is due from the day on which the last of the deposit is there. */
export const depositSettled = (installments: readonly Installment[]): boolean => {
  const deposits = installments.filter(({ guards }) => guards === 'production_start')
  return deposits.length > 0 && deposits.every(({ status }) => status === 'paid' || status === 'written_off')
}
