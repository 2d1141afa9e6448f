import { describe, expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import { INVOLVED, OWN, type Standing, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { RECENT_TYPES, type Recents } from '#shared/customer/recent.ts'
import type { CustomerFile, OrdersFile, Situation } from '#shared/customer/situation.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { firmFields } from '#shared/record/firm-fields.ts'
import type { OwnField, TypeName } from '#shared/trade/index.ts'
import { ownField } from '#shared/trade/own-field.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { SITUATIONS } from '../../contracts/situations.ts'
import { canaried, canariesIn, type Nest, OWN_CLASSES, ownKeyOf } from '../../fixtures/canaries.ts'
import { aDefinition } from '../../fixtures/own-fields.ts'
import { allowed, type Nearness, seesField } from '../../fixtures/posts.ts'

const STANDINGS: Readonly<Record<Nearness, Standing>> = {
  own: OWN,
  involved: INVOLVED,
  team: TEAM,
  below: SUBTREE,
  none: 0,
}
const NEAR = Object.keys(STANDINGS) as Nearness[]

const fields = firmFields(
  (Object.keys(ownField.fields.entity.choices) as OwnField['entity'][]).flatMap((entity) =>
    OWN_CLASSES.map((access) => aDefinition({ entity, key: ownKeyOf(access), access })),
  ),
)

const panelFor = (situation: Situation, role: Role): string =>
  JSON.stringify(
    situationPanel(situation, {
      language: 'en',
      now: Date.parse('2026-10-20T01:00:00Z'),
      today: '2026-10-20',
      timezone: 'Asia/Shanghai',
      currency: 'CNY',
      desk: null,
      domains: ['bluewhale-outdoor.example'],
      viewer: { id: '01K00000000000000000000003', alias: 'Somebody' },
      access: accessOf([role]),
      fields,
    }),
  )

/** A situation full of canaries, for somebody that near to what it is about, and how near they are to each record in it. */
function marked(situation: Situation, near: Nearness) {
  const known = new Map<string, Nearness>()
  function mark<R extends { readonly id: string }>(type: TypeName, record: R, one: Nearness = near): R {
    known.set(record.id, one)
    const values = canaried(type, 'a firm', record.id)
    // What is open is the amount less what was paid: nothing was.
    return { ...record, ...values, ...(type === 'installment' ? { paid_amount: 0 } : {}), standing: STANDINGS[one] }
  }
  /** Who works on some orders of a customer has every second one, and what is about it. */
  const some = (at: number): Nearness => (near !== 'involved' ? near : at % 2 === 0 ? 'own' : 'none')
  const whole: Nearness = near === 'involved' ? 'none' : near

  function ordersOf<F extends OrdersFile>(file: F): F {
    const orders = file.orders.map((order, at) => mark('order', order, some(at)))
    const asked = file.asked && mark('order', file.asked, some(1))
    const installments = file.installments.map((part) => mark('installment', part, known.get(part.order_id) ?? 'none'))
    return { ...file, asked, orders, installments }
  }
  const fileOf = (file: CustomerFile): CustomerFile => ({
    ...ordersOf(file),
    customer: mark('customer', file.customer),
    contact: file.contact && mark('contact', file.contact),
    due: file.due.map((part) => mark('installment', { ...part, id: `due ${part.id}` }, whole)),
    money: (file.money ?? []).map(({ currency }) => {
      const { amount } = mark('installment', { id: `money ${currency}`, amount: 0 }, whole)
      return { currency, open_amount: amount, dues: [[null, amount] as const], at_risk: amount }
    }),
    timeline: (file.timeline ?? []).map((item, at) => mark('interaction', item, some(at) === 'own' ? near : some(at))),
    requests: file.requests.map((request) => mark('access_request', request)),
    recents: recentsOf(file.recents),
  })
  /** Of what is about a customer whoever follows one of its orders sees who is there, and what is their own. */
  function recentsOf(recents: Recents): Recents {
    const lists = RECENT_TYPES.map((type) => {
      const records = recents[type].records.map((record, at) => {
        const one = type === 'contact' ? near : some(at)
        const marked = mark(type, { id: record.id }, one) as Readonly<Record<string, unknown>>
        const kept = Object.keys(record.values).filter((key) => Object.hasOwn(marked, key))
        const values = { ...record.values, ...Object.fromEntries(kept.map((key) => [key, marked[key]])) }
        return { ...record, values, standing: STANDINGS[one] }
      })
      return [type, { ...recents[type], records, standing: STANDINGS[whole] }]
    })
    return Object.fromEntries(lists) as Recents
  }
  return { situation: markedSituation(), near: known }

  function markedSituation(): Situation {
    switch (situation.kind) {
      case 'customer':
        return { kind: 'customer', file: fileOf(situation.file) }
      case 'order': {
        const { asked } = situation.file
        return { kind: 'order', file: { ...ordersOf(situation.file), asked: mark('order', asked) } }
      }
      case 'inquiry':
        return { ...situation, inquiry: mark('inquiry', situation.inquiry) }
      case 'unknown':
        return { ...situation, inquiry: situation.inquiry && mark('inquiry', situation.inquiry) }
      case 'home': {
        const { given, pooled, deadlines } = situation.home
        const inquiries = [given, pooled].map((list) => list.map((one) => mark('inquiry', one)))
        const orders = deadlines.map((one) => mark('order', one))
        return {
          kind: 'home',
          home: { ...situation.home, given: inquiries[0] ?? [], pooled: inquiries[1] ?? [], deadlines: orders },
        }
      }
      default:
        return situation
    }
  }
}

/** What a situation is about: only who sees that is ever in it. */
const ABOUT: Readonly<Partial<Record<Situation['kind'], readonly TypeName[]>>> = {
  customer: ['customer'],
  order: ['order'],
  inquiry: ['inquiry'],
  unknown: ['inquiry'],
  home: ['inquiry', 'order'],
}

function isForThem(role: Role, { id, type, access }: Nest, near: ReadonlyMap<string, Nearness>): boolean {
  const one = near.get(id) ?? 'none'
  // Who asks is told to those who may answer.
  const seen = type === 'access_request' ? allowed(role, 'customer', 'share', one) : allowed(role, type, 'view', one)
  return seen && seesField(role, { access })
}

describe.each(Object.entries(SITUATIONS))('%s', (_, situation) => {
  test('shows nobody what their post does not see, however near they are to it', () => {
    for (const role of ROLES) {
      for (const near of NEAR) {
        if (!(ABOUT[situation.kind] ?? []).every((type) => allowed(role, type, 'view', near))) continue
        const planted = marked(situation, near)
        const leaked = [...canariesIn(panelFor(planted.situation, role)).values()].filter(
          (nest) => !isForThem(role, nest, planted.near),
        )
        expect([role, near, leaked.map(({ type, field, id }) => `${type}.${field} of ${id}`)]).toEqual([role, near, []])
      }
    }
  })
})

test('whoever sees everything is shown something of every class and of every sort of record', () => {
  const shown = Object.values(SITUATIONS).flatMap((situation) => [
    ...canariesIn(panelFor(marked(situation, 'own').situation, 'gm')).values(),
  ])
  expect([...new Set(shown.map(({ access }) => access ?? 'open'))].sort()).toEqual([...OWN_CLASSES].sort())
  expect([...new Set(shown.map(({ type }) => type))].sort()).toEqual(
    [
      'access_request',
      'after_sales_case',
      'contact',
      'customer',
      'document',
      'inquiry',
      'installment',
      'interaction',
      'order',
      'quotation',
      'sample',
    ].sort(),
  )
})
