import { describe, expect, test } from 'vitest'
import { aDeal, holds, NOON, worth } from './deal-facts.ts'

const deal = aDeal(
  {
    inquiry: { status: 'received', received_at: Date.UTC(2026, 9, 19, 17), claimed_at: null },
    customer: { tier: 'A', name: "O'Brien 中国", tags: ['fair'], 'custom.logo': '' },
    quotation: [
      { status: 'draft', sent_at: null, replied_at: null, total: '100.10' },
      { status: 'sent', sent_at: 1_000, replied_at: null, total: '200.20' },
    ],
    sample: [{ status: 'making', round: '2', promised_ready: '2026-10-25' }],
    contract: null,
    order: { promised_date: '2026-12-31', total: '0.3', paid: '0.1' },
    line: [
      { quantity: '3', price: '0.1', shipped: '3', inspection_result: 'accept', tags: ['red'] },
      { quantity: '5', price: '0.2', shipped: '1', inspection_result: null, tags: [] },
      { quantity: null, price: null, shipped: null, inspection_result: 'reject', tags: null },
    ],
    documents: { checklist_complete: false, missing: ['packing_list'] },
    installment: [
      { status: 'paid', due_date: '2026-10-01', amount: '30' },
      { status: 'due', due_date: '2026-11-01', amount: '70' },
    ],
    case: [{ open: true, severity: 3 }],
  },
  { need_sample: true, last_price_age_days: 12, lost_reason: null, tier: 'B', 'custom.port': 'Ningbo' },
)

const TRUE: Readonly<Record<string, readonly string[]>> = {
  comparisons: [
    "inquiry.status = 'received'",
    "inquiry.status != 'claimed'",
    "customer.name = 'O''Brien 中国'",
    'order.total > 0.1 and order.total >= 0.3 and order.paid < order.total and order.paid <= 0.10',
    'need_sample = true',
    'need_sample',
    '(order.total > 0.1) = true',
    "custom.port = 'Ningbo'",
    "order.promised_date = '2026-12-31'",
    "order.promised_date > '2026-12-30'",
    "'2027-01-01' > order.promised_date",
  ],
  'an instant beside a date is the day on the calendar of the time zone': [
    "inquiry.received_at = '2026-10-20'",
    'inquiry.received_at = today()',
    'inquiry.received_at < now()',
    "inquiry.received_at in ['2026-10-20']",
  ],
  'lists of values': [
    "inquiry.status in ['claimed', 'received']",
    "inquiry.status not in ['claimed']",
    'order.total in [1, 0.30, -2.5]',
    'not inquiry.status in []',
    "order.promised_date in ['2026-12-31']",
  ],
  'texts and lists of texts': [
    "customer.name contains 'Brien'",
    "customer.tags contains 'fair'",
    "'fair' in customer.tags",
    "'agent' not in customer.tags",
    "documents.missing contains 'packing_list'",
  ],
  'what is empty': [
    'inquiry.claimed_at empty',
    'inquiry.received_at not empty',
    'customer.custom.logo empty',
    'documents.missing not empty',
    'contract empty',
    'inquiry not empty',
    'shipment empty',
    'sample not empty',
    'contract.signed_file empty',
  ],
  'nothing compares with nothing': [
    "inquiry.claimed_at != '2026-01-01'",
    'not (inquiry.claimed_at = inquiry.first_response_at)',
  ],
  'through a list one element is enough': [
    "quotation.status = 'sent'",
    "quotation.status != 'sent'",
    'quotation.replied_at empty',
    'quotation.sent_at empty and quotation.sent_at not empty',
    "quotation.version.status in ['sent']",
    'quotation.amount = 200.2',
    'line.shipped < line.quantity',
    "line.tags contains 'red'",
    'case.open',
    'installment.due_date + 10 < today()',
    'line.quantity * 2 = 10',
  ],
  counting: [
    'sample.count = 1',
    'quotation.version.count = 2',
    'shipment.count = 0',
    'count(line) = 3',
    'count(line where quantity > 3) = 1',
    'count(line where line.quantity > 3) = 1',
    "count(quotation where status = 'sent' and sent_at not empty) = 1",
    'count(case where open) = 1 and count(case where not open) = 0',
    'count(line where quantity empty) = 1',
  ],
  'sums and extremes': [
    'sum(quotation.total) = 300.3',
    'sum(line.quantity * line.price) = 1.3',
    'sum(line.quantity * price) = 1.3',
    "sum(installment.amount where status = 'paid') = 30",
    'sum(shipment.count + order.total + line.quantity * 0) = 0.6',
    "max(installment.due_date) = '2026-11-01'",
    "min(installment.due_date where status = 'due') = '2026-11-01'",
    'min(line.price) = 0.1 and max(line.price) = 0.2',
    'max(shipment.bl_date) empty',
  ],
  'all and any': [
    "all(sample.status in ['making'])",
    "not all(line.inspection_result = 'accept')",
    "all(line.inspection_result = 'accept' where quantity = 3)",
    "all(shipment.status = 'booked')",
    "not any(shipment.status = 'booked')",
    'any(line.quantity = 5 and shipped = 1)',
    'not any(line.quantity = 5 and shipped = 3)',
    'all(line.quantity > 2 or line.quantity empty)',
    'any(line.quantity = max(line.quantity))',
    'all(installment.amount <= sum(quotation.total))',
    'count(line where quantity = max(line.quantity)) = 1',
  ],
  'the nearest meaning of a bare name': [
    "tier = 'B' and customer.tier = 'A'",
    "count(sample where status = 'making' and need_sample) = 1",
    "count(installment where any(sample.round = 2 and status = 'making')) = 2",
    'count(line where quantity < sum(sample.round * line.quantity)) = 2',
    'count(line where shipped < quantity and count(case where severity > 2) = 1) = 1',
  ],
  'and binds closer than or, not closest': [
    'true or false and false',
    'not false and true',
    'not (true and false)',
    'not false or true',
    'false or true',
  ],
  'days and dates': [
    'days_between(order.promised_date, today()) = -72',
    'days_between(today(), order.promised_date) - 72 = 0',
  ],
}

describe.each(Object.entries(TRUE))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => expect(holds(source, deal)).toBe(true))
})

const FALSE = [
  "contract.status = 'signed'",
  'last_price_age_days > 12.000',
  'inquiry.claimed_at < now()',
  "inquiry.claimed_at in ['2026-10-20']",
  'contract not empty',
  "customer.name contains 'brien'",
  "lost_reason contains 'x'",
  'change_request',
  'change_request = false',
  '(line.shipped = 3) = false',
  'false and true or false',
  'not true or false',
]

describe('what does not hold', () => {
  test.each(FALSE)('%s', (source) => expect(holds(source, deal)).toBe(false))
})

describe('what is missing', () => {
  test.each([
    'inquiry.claimed_at = now()',
    'inquiry.claimed_at < now()',
    'inquiry.claimed_at >= now()',
    'last_price_age_days <= 90',
    "lost_reason in ['a']",
    'change_request',
  ])('%s does not hold', (source) => expect(holds(source)).toBe(false))

  test.each([
    'inquiry.claimed_at != now()',
    "lost_reason not in ['a']",
    'last_price_age_days empty',
    'not change_request',
  ])('%s holds', (source) => expect(holds(source)).toBe(true))
})

const VALUES: readonly (readonly [string, unknown])[] = [
  ['0.1 + 0.2', '0.3'],
  ['1 - 2 - 3', '-4'],
  ['12 / 4 / 3', '1'],
  ['2 + 3 * 4', '14'],
  ['(2 + 3) * 4', '20'],
  ['-order.total', '-0.3'],
  ['2 - -3', '5'],
  ['1 / 3', '0.3333333333333333333333333333333333333333'],
  ['2 / 3 * 3', '2.0000000000000000000000000000000000000001'],
  ['order.total * 100 / 3', '10'],
  ['1 / 0', null],
  ['order.total + last_price_age_days', '12.3'],
  ['inquiry.claimed_at + 1 h', null],
  ["if(need_sample, 'yes', 'no')", 'yes'],
  ['if(change_request, 1, 2)', '2'],
  ["if(order.paid >= order.total, '2026-01-01', order.promised_date)", '2026-12-31'],
  ['customer.tier', 'A'],
  ['documents.missing', ['packing_list']],
  ['need_sample and false', false],
  ['order.promised_date + 1', '2027-01-01'],
  ['order.promised_date - 366', '2025-12-30'],
  ['order.promised_date + 1.9', '2027-01-01'],
  ['order.promised_date + 2 d', '2027-01-02'],
  ['order.promised_date + 99999999', null],
  ['today() + 1', '2026-10-21'],
  ['now()', NOON.now],
  ['now() - 240 min', NOON.now - 240 * 60_000],
  ['now() + 4h', NOON.now + 4 * 3_600_000],
  ['now() - 3 d + 0.5 h', NOON.now - 3 * 86_400_000 + 1_800_000],
  ['now() + 99999999999 d', null],
  ['days_between(today(), order.promised_date)', '72'],
  ['days_between(inquiry.received_at, today())', '0'],
  ['days_between(inquiry.claimed_at, today())', null],
  ['sample.count', '1'],
  ['sum(shipment.count + line.shipped)', '4'],
  ['max(quotation.sent_at)', 1_000],
  ['sum(line.price) / count(line)', '0.1'],
  ['  now (\n)\t', NOON.now],
]

describe('values', () => {
  test.each(VALUES)('%s', (source, value) => expect(worth(source, deal)).toEqual(value))
})

describe('where the clock is', () => {
  test('the day of an instant is that of the time zone', () => {
    const facts = aDeal({ inquiry: { received_at: Date.UTC(2026, 9, 19, 17) } })
    expect(holds('inquiry.received_at = today()', facts)).toBe(true)
    expect(holds('inquiry.received_at = today()', facts, { ...NOON, timezone: 'Europe/Berlin' })).toBe(false)
  })

  test('a time zone that nobody knows makes no day', () => {
    const facts = aDeal({ inquiry: { received_at: 0 } })
    expect(holds('inquiry.received_at < today()', facts, { ...NOON, timezone: 'Nowhere' })).toBe(false)
    expect(holds('inquiry.received_at != today()', facts, { ...NOON, timezone: 'Nowhere' })).toBe(true)
  })
})

describe('one and several', () => {
  test('a single row given for a list is a list of one', () => {
    expect(worth('sample.count', aDeal({ sample: { status: 'making' } }))).toBe('1')
  })
  test('of several rows given for one record it is the first', () => {
    expect(worth('order.total', aDeal({ order: [{ total: '1' }, { total: '2' }] }))).toBe('1')
  })
})
