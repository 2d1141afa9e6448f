import type { Course } from './course.ts'
import type { Firm } from './firm.ts'
import type { Due } from './installments.ts'
import { depositOf, type PaymentTerm } from './payment-terms.ts'
import type { Random } from './random.ts'

/** How many pay late, and by how many days on average (domain 6.1). */
const LATE_PAYERS = 0.23
const LATE_DAYS = 11

/** When production may start. Where the money comes late, the order waits, but not beyond this morning. */
export function releaseDay(firm: Firm, random: Random, ordered: number, term: PaymentTerm): number {
  const deposit = depositOf(term)
  if (!deposit) return ordered + random.int(2, 4)
  const due = ordered + deposit.days
  const paid = Math.max(ordered + 2, due + lateness(random))
  return paid > firm.day && !mayBeOpen(firm, due) ? firm.day : paid
}

/**
 * What has come in for a part. All money that would be overdue today, or due in exactly three days, has come: the
 * demo counts such cases, and they are planted by hand.
 */
export function payerOf(firm: Firm, random: Random, course: Course): (part: Due) => number {
  return ({ amount, due, guards }) => {
    const delay = lateness(random)
    const partial = random.chance(0.06) ? random.int(2, 6) * 10 : 0
    if (guards === 'production_start') return course.released <= firm.day ? amount : 0
    if (guards === 'loading' && course.shipped <= firm.day) return amount
    if (guards === 'bl_release' && course.delivered <= firm.day) return amount
    if (due === null) return 0
    if (due + delay <= firm.day || !mayBeOpen(firm, due)) return amount
    return Math.floor((amount * partial) / 100)
  }
}

const mayBeOpen = (firm: Firm, due: number): boolean => due >= firm.day && due !== firm.day + 3

/** Days after the due date: most pay a little early, some on average eleven days late. */
const lateness = (random: Random): number =>
  random.chance(LATE_PAYERS) ? 1 + Math.floor(-LATE_DAYS * Math.log(1 - random.next())) : -random.int(0, 4)
