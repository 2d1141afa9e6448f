import { describe, expect, test } from 'vitest'
import { orderCard } from '#shared/desk/board-card.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'

const ID = '01K00000000000000000000000'
const today = '2026-10-20'
const card = (given: Partial<Parameters<typeof anOrder>[0]>, installments = [] as ReturnType<typeof anInstallment>[]) =>
  orderCard(
    { order: anOrder({ id: ID, customer_id: ID, ...given }), customer: null, owner: null, installments },
    { today, language: 'en' },
  )

describe('a card of the board', () => {
  test.each([
    ['2026-10-19', '1 day late · 10-19', 'danger'],
    ['2026-10-20', 'today · 10-20', 'warning'],
    ['2026-10-23', 'in 3 days · 10-23', 'warning'],
    ['2026-10-24', 'in 4 days · 10-24', 'neutral'],
    ['2027-01-04', 'in 76 days · 2027-01-04', 'neutral'],
    [null, null, 'neutral'],
  ])('due %s says so: %s', (planned_finish, dueText, tone) => {
    expect(card({ planned_finish })).toMatchObject({ due: planned_finish, dueText, tone })
  })

  test('says what is next in every stage on the board, in both languages', () => {
    for (const exec_status of EXECUTION.filter((stage) => stage !== 'closed')) {
      for (const language of LANGUAGES) {
        const order = anOrder({ id: ID, customer_id: ID, exec_status })
        const { step } = orderCard({ order, customer: null, owner: null, installments: [] }, { today, language })
        expect([exec_status, language, step]).toEqual([exec_status, language, expect.stringMatching(/./)])
      }
    }
  })

  test('is stuck while it waits for money, says how much to who sees it, and moves once it is paid', () => {
    const part = { id: ID, order_id: ID, customer_id: ID, guards: 'loading' as const, amount: 500_000 }
    const ready = { exec_status: 'ready' as const }
    expect(card(ready, [anInstallment(part)]).stuck).toBe('Payment USD 5,000.00 not received yet.')
    expect(card(ready, [{ ...anInstallment(part), hidden: true } as never]).stuck).toBe('Payment not received yet.')
    expect(card(ready, [anInstallment({ ...part, paid_amount: 500_000 })]).stuck).toBeNull()
    expect(card({ ...ready, status: 'on_hold' })).toMatchObject({ onHold: true, stuck: 'The order is on hold.' })
  })
})
