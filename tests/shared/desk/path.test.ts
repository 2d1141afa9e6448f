import { expect, test } from 'vitest'
import { DESK_HOME, deskPath, historyPath, recordAt } from '#shared/desk/path.ts'
import { TYPES } from '#shared/trade/index.ts'

test('a record is at the desk under the plural of its type, whatever its id holds', () => {
  expect(deskPath('inquiry', '01K8')).toBe('/desk/inquiries/01K8')
  expect(deskPath('customer', '../x?y')).toBe('/desk/customers/..%2Fx%3Fy')
})

test('its nouns are those of the record types', () => {
  for (const type of ['customer', 'order', 'inquiry'] as const) {
    expect(deskPath(type, 'x')).toBe(`/desk/${TYPES[type].plural}/x`)
    expect(historyPath({ type, id: 'x' })).toBe(`/v1/${TYPES[type].plural}/x/events`)
  }
})

test('a page’s path leads back to its record, and the home’s to none', () => {
  const id = '01K00000000000000000000001'
  for (const type of ['customer', 'order', 'inquiry'] as const) {
    expect(recordAt(deskPath(type, id))).toEqual({ type, id })
  }
  expect(recordAt(DESK_HOME)).toBeNull()
  expect(historyPath({ type: 'inquiry', id })).toBe(`/v1/inquiries/${id}/events`)
})

test.each([
  '/desk',
  '/desk/orders',
  '/desk/orders/',
  '/desk/orders/SO-2026-0177',
  '/desk/orders/01k00000000000000000000001',
  '/desk/orders/01K00000000000000000000001/',
  '/desk/orders/01K00000000000000000000001/events',
  '/desk/users/01K00000000000000000000001',
  '/desk/constructor/01K00000000000000000000001',
  '/desk//evil.example',
  '//evil.example/desk/',
])('%s is no page of the desk', (path) => {
  expect(recordAt(path)).toBeUndefined()
})
