import { expect, test } from 'vitest'
import { deskPath } from '#shared/desk/path.ts'

test('a record is at the desk under the plural of its type, whatever its id holds', () => {
  expect(deskPath('inquiry', '01K8')).toBe('/desk/inquiries/01K8')
  expect(deskPath('customer', '../x?y')).toBe('/desk/customers/..%2Fx%3Fy')
})
