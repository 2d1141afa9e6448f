import Big from 'big.js'
import { addDays, type CivilDate, daysBetween } from '#shared/time/civil-date.ts'

/** A line of an order with what was shipped of it. Quantities are decimal strings. */
export interface DeliveryLine {
  readonly id: string
  readonly ordered: string
  readonly promised: CivilDate
  readonly cancelled?: boolean
  readonly shipped: readonly { readonly date: CivilDate; readonly qty: string }[]
  /** Days that are still on time. */
  readonly toleranceDays?: number
  /** The share that may be missing, such as `0.05`. */
  readonly underTolerance?: string
}

export interface LineDelivery {
  readonly id: string
  readonly onTimeInFull: boolean
  /** The day on which it was complete. */
  readonly completed: CivilDate | null
  /** Counted from the promise; of a line that is still open, to `asOf`. */
  readonly daysLate: number
}

export interface OnTimeDelivery {
  /** Every line in its order; null for one that does not count. */
  readonly lines: readonly (LineDelivery | null)[]
  readonly counted: number
  readonly onTimeInFull: number
  /** Percent, one decimal; null when nothing counts. */
  readonly pct: string | null
  /** Of the late ones, in days, one decimal. */
  readonly averageDaysLate: string
}

/**
 * On time in full (domain 3.7): a line counts when it was promised within the period, is not cancelled, and is complete
 * or its date has passed with its tolerance. What is shipped after `asOf` has not happened yet.
 */
export function onTimeDelivery(
  lines: readonly DeliveryLine[],
  { from, to, asOf }: { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate },
): OnTimeDelivery {
  const looked = lines.map((line) => {
    const counts = !line.cancelled && line.promised >= from && line.promised <= to
    return counts ? deliveryOf(line, asOf) : null
  })
  const counted = looked.filter((line) => line !== null)
  const late = counted.filter(({ daysLate }) => daysLate > 0)
  const onTime = counted.filter(({ onTimeInFull }) => onTimeInFull).length
  const days = late.reduce((sum, { daysLate }) => sum + daysLate, 0)
  return {
    lines: looked,
    counted: counted.length,
    onTimeInFull: onTime,
    pct: counted.length === 0 ? null : oneDecimal(Big(onTime).times(100), counted.length),
    averageDaysLate: late.length === 0 ? '0.0' : oneDecimal(Big(days), late.length),
  }
}

/** Null for a line that is not complete and not yet due. */
function deliveryOf(line: DeliveryLine, asOf: CivilDate): LineDelivery | null {
  const completed = completedOn(line, asOf)
  const last = addDays(line.promised, line.toleranceDays ?? 0)
  if (completed === null && last >= asOf) return null
  const onTimeInFull = completed !== null && completed <= last
  return {
    id: line.id,
    onTimeInFull,
    completed,
    daysLate: onTimeInFull ? 0 : daysBetween(line.promised, completed ?? asOf),
  }
}

function completedOn({ ordered, underTolerance = '0', shipped }: DeliveryLine, asOf: CivilDate): CivilDate | null {
  const enough = Big(ordered).times(Big(1).minus(underTolerance))
  let sum = Big(0)
  for (const { date, qty } of [...shipped].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (date > asOf) return null
    sum = sum.plus(qty)
    if (sum.gte(enough)) return date
  }
  return null
}

const oneDecimal = (sum: Big, count: number): string => sum.div(count).toFixed(1, Big.roundHalfUp)
