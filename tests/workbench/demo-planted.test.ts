import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'
import { demoFirm } from '../../workbench/src/demo/demo-firm.ts'
import { isPaid, must, NOW, ordersOf, partsOf, records, TODAY } from './demo-reading.ts'

const customerNamed = (name: string): Customer => must(records.customer.find((one) => one.name === name))

describe('what is planted by hand is there', () => {
  const trilha = customerNamed('Trilha Sul Comércio Ltda.')
  const mia = must(records.user.find((one) => one.email === 'mia.zhao@bluewhale-outdoor.example'))

  it('Trilha Sul: rank, owner, people and four open orders in four stages', () => {
    expect(trilha).toMatchObject({ country: 'BR', city: 'São Paulo', timezone: 'America/Sao_Paulo', tier: 'B' })
    expect([trilha.domains, trilha.owner_id]).toEqual([['trilhasul.example'], mia.id])
    const people = records.contact.filter((one) => one.customer_id === trilha.id)
    expect(people.map((one) => [one.emails?.[0], one.decision_role])).toEqual([
      ['thiago.nunes@trilhasul.example', 'decision_maker'],
      ['financeiro@trilhasul.example', 'finance'],
    ])
    const open = ordersOf(trilha).filter((one) => one.status === 'confirmed' && one.exec_status !== 'closed')
    expect(open.map((one) => [one.exec_status, one.currency]).sort()).toEqual([
      ['in_production', 'USD'],
      ['ready', 'USD'],
      ['shipped', 'USD'],
      ['waiting_deposit', 'USD'],
    ])
  })

  it('Trilha Sul: owes exactly USD 18,400.00 for 22 days, and nothing else is overdue', () => {
    const overdue = ordersOf(trilha)
      .flatMap(partsOf)
      .filter((part) => part.status === 'overdue')
    expect(overdue.map((part) => [part.amount - part.paid_amount, part.due_date])).toEqual([[1_840_000, '2026-09-28']])
  })

  it('Trilha Sul: a timeline of thirteen items with the quotation of the sample mail', () => {
    const items = records.interaction.filter((one) => one.customer_id === trilha.id)
    expect(items).toHaveLength(13)
    const quotation = must(items.find((one) => one.message_id === '<20260902221400.QT0412@bluewhale-outdoor.example>'))
    expect(quotation.subject).toContain('QT-2026-0412')
    expect(quotation.occurred_at).toBe(Date.parse('2026-09-02T22:14:00-03:00'))
  })

  it('Baumann Garten: known by domain, while the writer of the German sample mail is not known', () => {
    const baumann = customerNamed('Baumann Garten GmbH')
    expect(baumann).toMatchObject({ country: 'DE', city: 'Paderborn', tier: 'B', owner_id: mia.id })
    expect(baumann.domains).toEqual(['gartenwelt-baumann.example'])
    expect(records.contact.flatMap((one) => one.emails)).not.toContain('j.brueggemann@gartenwelt-baumann.example')
  })

  it('nobody of the other sample mails is a customer, nor is the look-alike', () => {
    const known = records.customer.flatMap((one) => one.domains)
    for (const domain of ['ridgeline-outfitters.example', 'trilhasu1.example', 'bluewhale-outdoor.example']) {
      expect(known).not.toContain(domain)
    }
  })

  it('one address belongs to two customers, and no other does', () => {
    const owners = Map.groupBy(
      records.contact.flatMap((one) => (one.emails ?? []).map((email) => ({ email, customer: one.customer_id }))),
      ({ email }) => email,
    )
    expect([...owners].filter(([, uses]) => uses.length > 1).map(([email, uses]) => [email, uses.length])).toEqual([
      ['nora.lam@harbourlane-sourcing.example', 2],
    ])
  })

  it('two pairs of duplicates: one by domain, one by the spelling of the name', () => {
    const pairs = (of: (one: Customer) => string) =>
      [...Map.groupBy(records.customer, of).values()].filter((group) => group.length > 1).map((group) => group.length)
    expect(pairs((one) => must(one.domains?.[0]))).toEqual([2])
    expect(pairs((one) => `${one.name_norm} ${one.country}`)).toEqual([2])
  })

  it('names that must stay as they are', () => {
    const names = records.customer.map((one) => one.name)
    expect(names).toContain('<b>x</b> &amp; "y"')
    expect(names.some((name) => /^[\p{Script=Arabic} ]+$/u.test(name))).toBe(true)
    expect(names.some((name) => /[\u200E\u200F\u202A-\u202E]/.test(name))).toBe(true)
  })

  it('one customer kept an A only because it had one', () => {
    const kept = records.customer.filter((one) => one.tier === 'A' && must(one.tier_score) < 750)
    expect(kept.map((one) => one.name)).toEqual(['Granite Fork Outfitters LLC'])
  })

  it('who should have bought by now is at risk or lost, with the day on which it was expected', () => {
    const of = (name: string) => records.customer.find((one) => one.name.startsWith(name))
    expect(of('Rio Norte')).toMatchObject({
      churn_status: 'at_risk',
      order_interval: 60_000,
      next_expected_order: addDays(TODAY, -26),
    })
    expect(of('Bivouac')).toMatchObject({ churn_status: 'at_risk' })
    expect(of('Obóz')).toMatchObject({ churn_status: 'lost' })
  })

  it('three inquiries are unclaimed for more than 24 hours', () => {
    const unclaimed = records.inquiry.filter((one) => ['received', 'assigned', 'pooled'].includes(one.status))
    const late = unclaimed.filter((one) => NOW - one.received_at > 24 * 3_600_000)
    expect(late.map((one) => one.status).sort()).toEqual(['assigned', 'pooled', 'received'])
    expect(unclaimed.length).toBeGreaterThan(late.length)
    const owned = records.inquiry.filter((one) => !['received', 'pooled'].includes(one.status))
    expect(owned.every((one) => one.owner_id !== null)).toBe(true)
  })

  it('five parts are due in exactly three days, one of them disputed and one under an L/C; seven are overdue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (days) => {
        const { order, installment } = days === 0 ? records : demoFirm({ now: NOW + days * 86_400_000 }).records
        const today = addDays(TODAY, days)
        const unpaid = installment.filter((part) => !isPaid(part) && part.status !== 'cancelled')
        const soon = unpaid.filter((part) => part.due_date === addDays(today, 3))
        expect(soon.map((part) => part.status).sort()).toEqual([
          'disputed',
          'scheduled',
          'scheduled',
          'scheduled',
          'scheduled',
        ])
        const terms = soon.map((part) => order.find((one) => one.id === part.order_id)?.payment_term)
        expect(terms.filter((term) => term?.includes('L/C'))).toHaveLength(1)
        const overdue = unpaid.filter((part) => part.status === 'overdue')
        expect(overdue.map((part) => daysBetween(must(part.due_date), today)).sort((a, b) => a - b)).toEqual([
          1, 7, 15, 22, 30, 45, 91,
        ])
      }),
      { numRuns: 6, examples: [[0]] },
    )
  })
})
