import { describe, expect, test } from 'vitest'
import type { FactRow } from '#shared/expression/schema.ts'
import type { WorkCalendar } from '#shared/time/work-calendar.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { spanOf } from '#shared/workflow/engine/clock-level.ts'
import { type Clock, clocksOf } from '#shared/workflow/engine/clocks.ts'
import { moment } from './a-run.ts'
import { workflowOf } from './deal-world.ts'
import { aRoad, stage } from './small-definition.ts'
import { STANDARD } from './standard-run.ts'

const utc = (text: string) => Date.parse(text)
const shown = (instant: number) => new Date(instant).toISOString().slice(0, 16)
const weekdays = (...hours: [string, string][]) =>
  Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, hours]))
const days = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `2026-${month}-${String(from + index).padStart(2, '0')}`)

/** Shenzhen's office of domain 3.8, as far as these tests go. */
const SZX: WorkCalendar = {
  timezone: 'Asia/Shanghai',
  weekly: weekdays(['09:00', '12:00'], ['13:30', '18:00']),
  holidays: new Set([...days('02', 15, 23), ...days('05', 1, 5), ...days('10', 1, 7)]),
  makeup: new Set(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']),
  makeupAs: 1,
}
const BER: WorkCalendar = {
  timezone: 'Europe/Berlin',
  weekly: weekdays(['09:00', '17:00']),
  holidays: new Set(['2026-04-03', '2026-04-06']),
  makeup: new Set(),
  makeupAs: 1,
}

type Records = Readonly<Record<string, FactRow | readonly FactRow[]>>

/** The clocks of a run that came to a node at an instant. */
function clocks(
  workflow: Workflow,
  node: string,
  since: string,
  records: Records = {},
  calendar = SZX,
): readonly Clock[] {
  const state = { tokens: [{ node, since: utc(since) }], passed: [], finished: null, data: {} }
  return clocksOf(workflow, state, { records, fields: {} }, moment(utc(since)), calendar)
}

/** Of one clock the levels, as `instant who action`. */
function levels(all: readonly Clock[], key: string): string[] {
  const clock = all.find((one) => one.key === key)
  return (clock?.levels ?? []).map(({ at, notify, action }) =>
    [shown(at), notify.join('+'), action].filter(Boolean).join(' '),
  )
}

const standard = (node: string, since: string, records: Records, key: string) =>
  levels(clocks(STANDARD, node, since, records), `${node}.${key}`)

/** The levels of a clock of a stage that was entered at an instant. */
const own = (sla: object, since: string, { records = {}, calendar = SZX, escalation = [] as object[] } = {}) =>
  levels(
    clocks(
      workflowOf(aRoad(stage('one', { sla: [{ key: 'c', ...sla }], escalation }))),
      'one',
      since,
      records,
      calendar,
    ),
    'one.c',
  )

describe('the standard process', () => {
  const inquiry = { received_at: utc('2026-03-06T09:40:00Z') }

  test('claiming takes 24 hours, nights and weekends among them; then the ladder', () => {
    expect(standard('lead', '2026-03-06T09:41:00Z', { inquiry }, 'claim')).toEqual([
      '2026-03-07T04:52 responsible',
      '2026-03-07T09:40 responsible+manager+1',
      '2026-03-07T21:40 manager+2 return_to_pool',
      '2026-03-08T09:40 fallback',
    ])
  })

  test('its clock is gone when it is claimed, and another begins, which the buyer may tighten and nobody loosens', () => {
    const claimed = (reply_by: string | null) => ({
      inquiry: { ...inquiry, claimed_at: utc('2026-03-07T00:00:00Z'), reply_by: reply_by && utc(reply_by) },
    })
    expect(clocks(STANDARD, 'lead', '2026-03-06T09:41:00Z', claimed(null)).map(({ key }) => key)).toEqual([
      'lead.first_response',
    ])
    const first = (reply_by: string | null) =>
      standard('lead', '2026-03-06T09:41:00Z', claimed(reply_by), 'first_response').slice(0, 2)
    expect(first(null)).toEqual(['2026-03-07T19:12 responsible', '2026-03-08T00:00 responsible+manager+1'])
    expect(first('2026-03-07T14:00:00Z')).toEqual([
      '2026-03-07T08:00 responsible',
      '2026-03-07T10:00 responsible+manager+1',
    ])
    expect(first('2026-03-20T14:00:00Z')).toEqual(first(null))
  })

  test('a deadline that is over already is said at once, without warnings', () => {
    const records = {
      inquiry: { ...inquiry, claimed_at: utc('2026-03-07T00:00:00Z'), reply_by: utc('2026-03-06T00:00:00Z') },
    }
    expect(standard('lead', '2026-03-06T09:41:00Z', records, 'first_response')[0]).toBe(
      '2026-03-05T20:00 responsible+manager+1',
    )
  })

  test('a quotation takes two working days, a make-up Saturday among them', () => {
    expect(standard('quotation', '2026-02-13T07:00:00Z', {}, 'quote')).toEqual([
      '2026-02-24T07:00 responsible+manager+1',
    ])
  })

  test('each quotation without an answer is asked after in office hours, on days 3, 7 and 14', () => {
    const quotation: FactRow[] = [
      { id: 'Q1', sent_at: utc('2026-03-05T07:20:00Z') },
      { id: 'Q2', sent_at: utc('2026-03-05T07:20:00Z'), replied_at: utc('2026-03-06T07:20:00Z') },
      { id: 'Q3', sent_at: null },
    ]
    expect(clocks(STANDARD, 'quotation', '2026-03-02T01:00:00Z', { quotation }).map(({ key }) => key)).toEqual([
      'quotation.quote',
      'quotation.no_reply:Q1',
    ])
    expect(standard('quotation', '2026-03-02T01:00:00Z', { quotation }, 'no_reply:Q1')).toEqual([
      '2026-03-09T01:00 responsible create_task',
      '2026-03-12T07:20 responsible create_task',
      '2026-03-19T07:20 responsible+manager+1 create_task',
    ])
  })

  test('a sample takes seven working days, or as long as was promised', () => {
    expect(standard('sample', '2026-03-09T01:00:00Z', {}, 'ready').at(1)).toBe(
      '2026-03-18T01:00 responsible+accountable+manager+1',
    )
    expect(
      standard(
        'sample',
        '2026-03-09T01:00:00Z',
        { sample: [{ id: 'S', promised_ready: '2026-03-20' }] },
        'ready:S',
      ).slice(1),
    ).toEqual(['2026-03-23T01:00 responsible+accountable+manager+1', '2026-03-25T01:00 manager+2'])
  })

  test('an approval takes 48 hours, holidays among them', () => {
    const approval = [{ requested_at: utc('2026-04-30T07:00:00Z') }]
    expect(standard('contract', '2026-04-29T01:00:00Z', { approval }, 'approval:1')).toEqual([
      '2026-05-01T07:00 approver',
      '2026-05-02T07:00 approver+manager_of_approver',
      '2026-05-03T07:00 manager+2_of_approver',
      '2026-05-04T07:00 fallback',
    ])
  })

  test('goods are ready ten days before the promised date; the head of the firm hears of it for the best customers', () => {
    const ready = (tier: string) =>
      standard(
        'production',
        '2026-03-02T01:00:00Z',
        { order: { promised_date: '2026-04-20' }, customer: { tier } },
        'ready',
      )
    expect(ready('B')).toEqual(['2026-04-03T01:00 responsible', '2026-04-13T01:00 manager+1'])
    expect(ready('A').at(-1)).toBe('2026-04-13T01:00 manager+1+gm')
    expect(standard('production', '2026-03-02T01:00:00Z', {}, 'ready')).toEqual([])
  })

  test('progress is asked for every three working days, and not for ever', () => {
    const asked = standard('production', '2026-03-02T01:00:00Z', {}, 'progress_report')
    expect(asked.slice(0, 2)).toEqual(['2026-03-05T01:00 responsible', '2026-03-10T01:00 responsible'])
    expect(asked).toHaveLength(30)
  })

  test('each cut-off is warned of a day and four hours before', () => {
    const shipment = [{ id: 'H', cut_off_si: utc('2026-03-12T04:00:00Z'), cy_cut_off: utc('2026-03-13T04:00:00Z') }]
    const all = clocks(STANDARD, 'shipment', '2026-03-09T01:00:00Z', { shipment })
    expect(all.map(({ key }) => key)).toEqual([
      'shipment.booking',
      'shipment.cut_offs:H.cut_off_si',
      'shipment.cut_offs:H.cy_cut_off',
    ])
    expect(levels(all, 'shipment.cut_offs:H.cut_off_si')).toEqual([
      '2026-03-11T04:00 responsible',
      '2026-03-12T00:00 responsible',
      '2026-03-12T04:00 responsible+logistics_lead',
      '2026-03-13T05:30 manager+1',
    ])
  })

  test.each([
    ['2026-06-26', 'Europe/Berlin', '2026-06-23T07:00', '2026-06-23T01:00'],
    ['2026-10-08', 'America/Sao_Paulo', '2026-10-05T12:00', '2026-09-30T01:00'],
    ['2026-03-10', 'America/New_York', '2026-03-07T14:00', '2026-03-06T01:00'],
    ['2026-09-23', 'Asia/Dubai', '2026-09-20T05:00', '2026-09-20T01:00'],
    ['2026-06-17', 'Europe/Madrid', '2026-06-14T07:00', '2026-06-12T01:00'],
  ])(
    'a payment due %s is reminded of at nine in %s, and finance is never later (domain 3.8)',
    (due_date, timezone, mail, task) => {
      const records = { installment: [{ id: 'I', due_date }], customer: { timezone } }
      const reminded = standard('collection', '2026-01-05T01:00:00Z', records, 'pay_reminder:I')
      expect([...reminded].sort()).toEqual([`${mail} mail_customer`, `${task} task_finance`].sort())
    },
  )

  test('what is overdue climbs the ladder', () => {
    expect(
      standard(
        'collection',
        '2026-03-02T01:00:00Z',
        { installment: [{ id: 'I', due_date: '2026-03-06' }] },
        'overdue:I',
      ),
    ).toEqual([
      '2026-03-09T01:00 finance+order.owner',
      '2026-03-13T01:00 finance+order.owner mail_customer_2',
      '2026-03-23T01:00 manager+1',
      '2026-04-06T01:00 gm credit_hold',
    ])
  })

  test('nothing runs before it begins or after it ends', () => {
    expect(clocksOf(STANDARD, null, { records: {}, fields: {} }, moment(0), SZX)).toEqual([])
    const ended = { tokens: [], passed: [], finished: { node: 'end_won', at: 1 }, data: {} }
    expect(clocksOf(STANDARD, ended, { records: {}, fields: {} }, moment(1), SZX)).toEqual([])
  })
})

describe('time', () => {
  test.each<[string, object, string, WorkCalendar, string]>([
    [
      'minutes of work over a weekend in which Berlin loses an hour',
      { clock: 'business', minutes: 240 },
      '2026-03-27T15:00:00Z',
      BER,
      '2026-03-30T10:00',
    ],
    [
      'minutes of work over Easter',
      { clock: 'business', minutes: 240 },
      '2026-04-02T13:00:00Z',
      BER,
      '2026-04-07T09:00',
    ],
    [
      'minutes on the wall over the same weekend',
      { clock: 'elapsed', minutes: 1440 },
      '2026-03-28T11:00:00Z',
      BER,
      '2026-03-29T11:00',
    ],
    [
      'days keep the time of day over it, and wait for the office',
      { clock: 'days', days: 3 },
      '2026-03-26T14:00:00Z',
      BER,
      '2026-03-30T07:00',
    ],
    [
      'minutes of work over Spring Festival, with a make-up Saturday',
      { clock: 'business', minutes: 600 },
      '2026-02-13T09:00:00Z',
      SZX,
      '2026-02-24T02:30',
    ],
    [
      'minutes of work that begin on a make-up Sunday',
      { clock: 'business', minutes: 240 },
      '2026-09-20T02:00:00Z',
      SZX,
      '2026-09-20T07:30',
    ],
    [
      'days that end on a make-up Saturday',
      { clock: 'days', days: 3 },
      '2026-02-11T02:00:00Z',
      SZX,
      '2026-02-14T02:00',
    ],
    [
      'working days over Labour Day',
      { clock: 'business', working_days: 3 },
      '2026-04-30T08:00:00Z',
      SZX,
      '2026-05-08T08:00',
    ],
  ])('%s', (_, sla, since, calendar, end) => {
    expect(own(sla, since, { calendar })).toEqual([`${end} responsible`])
  })

  test('a warning of a business clock is a share of the time at work', () => {
    // Of ten hours five: one on Friday, four on the make-up Saturday.
    expect(own({ clock: 'business', minutes: 600, warn_at_pct: 50 }, '2026-02-13T09:00:00Z')[0]).toBe(
      '2026-02-14T06:30 responsible',
    )
  })

  test('a tier has its own time', () => {
    const sla = { clock: 'elapsed', minutes: 1440, by_tier: { A: { minutes: 240 }, constructor: { minutes: 60 } } }
    const of = (tier: string | null) => own(sla, '2026-03-02T01:00:00Z', { records: { customer: { tier } } })
    expect(of('A')).toEqual(['2026-03-02T05:00 responsible'])
    for (const tier of ['B', null, 'toString']) expect(of(tier)).toEqual(['2026-03-03T01:00 responsible'])
  })

  test('a clock runs only where it is meant to', () => {
    const sla = { clock: 'elapsed', minutes: 60, when: "customer.tier = 'A'" }
    expect(own(sla, '2026-03-02T01:00:00Z', { records: { customer: { tier: 'B' } } })).toEqual([])
    expect(own(sla, '2026-03-02T01:00:00Z', { records: { customer: { tier: 'A' } } })).toHaveLength(1)
  })

  test('levels that fall together are one, and each action is kept', () => {
    const escalation = [
      { after: '+60min', notify: ['gm'], action: 'one' },
      { after: '+1h', notify: ['finance'], action: null },
      { after: '+1h', notify: ['owner'], action: 'two' },
      { after: 'risk:amber', notify: ['gm'] },
    ]
    expect(own({ clock: 'elapsed', minutes: 60 }, '2026-03-02T01:00:00Z', { escalation })).toEqual([
      '2026-03-02T02:00 responsible',
      '2026-03-02T03:00 gm+finance one',
      '2026-03-02T03:00 owner two',
    ])
  })

  test('every level says what is reached, in both languages', () => {
    const all = [...STANDARD.stages].flatMap((node) =>
      clocks(STANDARD, node, '2026-03-02T01:00:00Z', {
        inquiry: { received_at: utc('2026-03-02T01:00:00Z') },
        order: { promised_date: '2026-04-20' },
        installment: [{ due_date: '2026-04-20' }],
        shipment: [{ ata: '2026-04-20', bl_date: '2026-04-20', cut_off_si: 5 }],
      }),
    )
    expect(all.length).toBeGreaterThan(10)
    for (const { label } of all.flatMap((clock) => clock.levels)) {
      expect(label.en).toMatch(/^[a-z_]+: [^{}]+$/)
      expect(label['zh-CN']).toMatch(/^[a-z_]+：[^{}]*\p{Script=Han}/u)
    }
  })

  test('whole hours are said as hours, and nothing is said otherwise than it was written', () => {
    const said = (amount: number, unit: 'min' | 'd' | 'wd') => {
      const span = spanOf(amount, unit)
      return `${span.amount} ${span.unit.en}`
    }
    expect([said(1440, 'min'), said(90, 'min'), said(60, 'd'), said(2, 'wd')]).toEqual([
      '24 h',
      '90 min',
      '60 days',
      '2 working days',
    ])
  })
})
