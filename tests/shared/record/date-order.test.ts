import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrderProblems } from '#shared/record/date-order.ts'
import { certificate } from '#shared/trade/certificate.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a certificate', () => {
  test('ends on no day before it was issued, and may have one of the two days or none', () => {
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (issued_on, expires_on) => {
        const found = dateOrderProblems(certificate.fields, { issued_on, expires_on }, 'en')
        const isEarly = issued_on !== null && expires_on !== null && Date.parse(expires_on) < Date.parse(issued_on)
        expect(found.map(({ field, code }) => [field, code])).toEqual(isEarly ? [['expires_on', 'too_early']] : [])
        if (isEarly) expect(found[0]?.message).toContain(issued_on)
      }),
    )
  })
})
