import { describe, expect, test } from 'vitest'
import { anOrderedDeal } from './a-contract.ts'
import type { ADeal } from './a-signed-deal.ts'
import { partOf, storesNothing } from './goods-steps.ts'

const PAID = { received_date: '2026-10-20', payer_name: 'TRILHA SUL COMERCIO LTDA', currency: 'USD', method: 'tt' }

const register = async (deal: ADeal, amount: string, input: object = {}) => {
  await deal.does('finance', 'register-receipt', 'deal', deal.dealId, { ...PAID, amount, ...input })
  return String((await deal.rows('receipt')).at(-1)?.id)
}

const verified = (gross_amount: string, bank_charge: string) => ({
  received_date: '2026-10-20',
  gross_amount,
  bank_charge,
})

describe('a receipt that is noted again', () => {
  test('is refused by its reference whatever has become of the first, but for one that was no payment', async () => {
    const deal = await anOrderedDeal()
    const id = await register(deal, '3703.70', { reference: 'FT26293-01' })
    const again = (input: object = {}) =>
      deal.act(
        'finance',
        'register-receipt',
        { type: 'deal', id: deal.dealId },
        { ...PAID, amount: '3703.70', reference: ' FT26293-01 ', ...input },
      )
    await storesNothing(deal, async () => expect((await again()).body.problems).toMatchObject([{ field: 'reference' }]))
    await deal.does('finance', 'advance-receipt:verify-registered', 'receipt', id, verified('3703.70', '0'))
    expect(await deal.one('receipt')).toMatchObject({ status: 'allocated' })
    await storesNothing(deal, async () => {
      const { status, body } = await again()
      expect([status, body.problems]).toEqual([
        422,
        [
          {
            field: 'reference',
            code: 'known',
            message: 'RC-2026-0001 has this reference and this amount already: the same money is noted once.',
          },
        ],
      ])
    })
    // Another currency, amount or reference is other money.
    for (const other of [{ currency: 'EUR' }, { amount: '8641.97' }, { reference: 'FT26293-02' }]) {
      expect((await again(other)).status, JSON.stringify(other)).toBe(200)
    }
  })

  test('after the first was found to be no payment is noted', async () => {
    const deal = await anOrderedDeal()
    const id = await register(deal, '500.00', { reference: 'FT1' })
    await deal.does('finance', 'advance-receipt:reverse-registered', 'receipt', id)
    await register(deal, '500.00', { reference: 'FT1' })
    expect((await deal.rows('receipt')).map(({ status }) => status)).toEqual(['reversed', 'registered'])
  })
})

test.each(['100.00', '5000.00'])('a bank cannot keep %s of 100: it is refused by its field', async (charge) => {
  const deal = await anOrderedDeal()
  const id = await register(deal, '100.00')
  await storesNothing(deal, async () => {
    const target = { type: 'receipt' as const, id }
    const answer = await deal.act('finance', 'advance-receipt:verify-registered', target, verified('100.00', charge))
    expect([answer.status, answer.body.problems]).toEqual([
      422,
      [{ field: 'bank_charge', code: 'too_much', message: 'The bank cannot keep as much as was paid, or more.' }],
    ])
  })
  await deal.does('finance', 'advance-receipt:verify-registered', 'receipt', id, verified('100.00', '99.99'))
  expect(await deal.one('receipt')).toMatchObject({ status: 'verified', net_amount: 1 })
})

test('a receipt that is allocated to the cent stays so when what the bank kept is taken back', async () => {
  const deal = await anOrderedDeal()
  const id = await register(deal, '3680.00')
  await deal.does('finance', 'advance-receipt:verify-registered', 'receipt', id, verified('3680.00', '0'))
  const deposit = await partOf(deal, 1)
  await deal.does('finance', 'allocate-receipt', 'receipt', id, { [`part_${deposit.id}`]: '3680.00' })
  await deal.does('finance', 'write-off', 'installment', deposit.id)
  const [paid, fee] = await deal.rows('allocation')
  await deal.does('finance', 'reverse-allocation', 'allocation', fee?.id)
  expect(await deal.one('receipt')).toMatchObject({ status: 'allocated', allocated_amount: 368_000 })
  expect(await partOf(deal, 1)).toMatchObject({ paid_amount: 368_000, status: 'part_paid' })
  await deal.does('finance', 'reverse-allocation', 'allocation', paid?.id)
  expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
})

describe('who says whose money it is', () => {
  test('is whoever has the deal: they are offered it, and it is theirs to confirm no more', async () => {
    const deal = await anOrderedDeal()
    const id = await register(deal, '100.00')
    const { full } = await deal.panel('mia')
    const steps = full.flatMap(({ action = '' }: { action?: string }) => (action.includes('receipt:') ? [action] : []))
    expect(steps).toEqual(['advance-receipt:claim'])
    await deal.does('mia', 'advance-receipt:claim', 'receipt', id)
    expect(await deal.one('receipt')).toMatchObject({ status: 'claimed', claimed_by: deal.mia.id })
    await storesNothing(deal, async () => {
      for (const step of ['verify-claimed', 'reverse-claimed']) {
        const answer = await deal.act(
          'mia',
          `advance-receipt:${step}`,
          { type: 'receipt', id },
          verified('100.00', '0'),
        )
        expect(answer.status).toBe(403)
      }
    })
  })

  test('is nobody who has no part in money', async () => {
    const deal = await anOrderedDeal()
    const id = await register(deal, '100.00')
    await storesNothing(deal, async () => {
      for (const who of ['merchandiser', 'logistics', 'planner'] as const) {
        expect([403, 404]).toContain((await deal.act(who, 'advance-receipt:claim', { type: 'receipt', id })).status)
      }
    })
  })
})
