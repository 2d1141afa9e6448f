import { z } from 'zod'
import { containerCheckDigit } from '#shared/order/container-number.ts'
import { family } from '../family.ts'

/** F13_iso6346: the check digit of a container. */
export const containerNumber = family(z.object({ owner_serial: z.string() }), ({ owner_serial }) => {
  const digit = containerCheckDigit(owner_serial)
  if (digit === null) throw new RangeError('four letters and six digits expected')
  return { check_digit: digit }
})
