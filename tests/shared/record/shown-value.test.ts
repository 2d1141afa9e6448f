import { expect, test } from 'vitest'
import { firmFields } from '#shared/record/firm-fields.ts'
import { shownValue } from '#shared/record/shown-value.ts'
import { contact } from '#shared/trade/contact.ts'
import { customer } from '#shared/trade/customer.ts'
import { inquiry } from '#shared/trade/inquiry.ts'
import { order } from '#shared/trade/order.ts'
import { orderLine } from '#shared/trade/order-line.ts'
import { ONE_OF_EACH } from '../../fixtures/own-fields.ts'

const fields = {
  ...firmFields(ONE_OF_EACH).customer,
  ...{ domains: customer.fields.domains, emails: contact.fields.emails, received_at: inquiry.fields.received_at },
  ...{ exec_status: order.fields.exec_status, total: order.fields.total, cost_total: order.fields.cost_total },
  ...{ fx_rate: order.fields.fx_rate, tier_score: customer.fields.tier_score },
  ...{ qty: orderLine.fields.qty, unit_price: orderLine.fields.unit_price, discount: orderLine.fields.discount },
}

const shown = (key: string, value: unknown, language: 'en' | 'zh-CN' = 'en', record = {}) => {
  const field = fields[key as keyof typeof fields]
  return field && shownValue(field, value, record, { language, timezone: 'Asia/Shanghai', currency: 'CNY' })
}

test.each([
  ['custom.a_text', '<b>x</b>', '<b>x</b>'],
  ['custom.a_number', 12_500, '12.5'],
  ['custom.a_number', -1_234_000, '−1,234'],
  ['custom.a_number', 1, '0.001'],
  ['custom.a_choice', '1 side', '1 side'],
  ['custom.a_choice', 'no longer offered', 'no longer offered'],
  ['custom.a_choice', 'constructor', 'constructor'],
  ['custom.a_date', '2026-10-20', '2026-10-20'],
  ['custom.an_amount', 123_450, 'USD 1,234.50'],
  ['custom.some_yen', 1_234, 'JPY 1,234'],
  ['custom.yes_or_no', true, 'Yes'],
  ['custom.yes_or_no', false, 'No'],
  ['country', 'BR', 'Brazil'],
  ['domains', ['a.example', 'b.example'], 'a.example, b.example'],
  ['received_at', Date.parse('2026-10-20T01:00:00Z'), '2026-10-20 09:00'],
  ['exec_status', 'shipped', 'Shipped'],
  ['cost_total', 100, 'CNY 1.00'],
  ['fx_rate', 712_340_000, '7.1234'],
  ['tier_score', 958, '958'],
  ['qty', 1_200_000, '1,200'],
  ['unit_price', 9_999_000, '9.999'],
  ['discount', 250, '2.5%'],
])('%s %j is shown as %s', (key, value, expected) => {
  expect(shown(key, value)).toBe(expected)
})

test('in the reader’s language', () => {
  expect(shown('custom.yes_or_no', true, 'zh-CN')).toBe('是')
  expect(shown('exec_status', 'shipped', 'zh-CN')).toBe('已出运')
})

test('an amount in the currency of its record; without one it is not shown as a bare number', () => {
  expect(shown('total', 123_450, 'en', { currency: 'KWD' })).toBe('KWD 123.450')
  expect(shown('total', 123_450)).toBe('')
})
