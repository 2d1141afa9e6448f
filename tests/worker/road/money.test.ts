import { describe, expect, test } from 'vitest'
import { aContract, anOrderedDeal } from './a-contract.ts'
import type { ADeal } from './a-signed-deal.ts'
import { depositPaid, orderOf as order, partOf as part, storesNothing } from './goods-steps.ts'

const DEPOSIT = 370_370
const BALANCE = 864_197

const register = async (deal: ADeal, amount: string, input: object = {}) => {
  await deal.does('finance', 'register-receipt', 'deal', deal.dealId, {
    received_date: '2026-10-20',
    payer_name: 'TRILHA SUL COMERCIO LTDA',
    currency: 'USD',
    amount,
    method: 'tt',
    ...input,
  })
  return String((await deal.rows('receipt')).at(-1)?.id)
}

const verify = async (deal: ADeal, id: string, as: 'finance' | 'david' = 'finance') => {
  const { status, gross_amount } = await deal.one('receipt', { id })
  const amount = (gross_amount / 100).toFixed(2)
  return deal.does(as, `advance-receipt:verify-${status}`, 'receipt', id, {
    received_date: '2026-10-20',
    gross_amount: amount,
    bank_charge: '25.00',
  })
}

const there = async (deal: ADeal, amount: string, input: object = {}) => {
  const id = await register(deal, amount, input)
  await verify(deal, id)
  return id
}

describe('money that is said to have come', () => {
  test('settles nothing until somebody else has seen it, and then what it comes to exactly', async () => {
    const deal = await anOrderedDeal()
    const advice = {
      amount: '3703.70',
      currency: 'USD',
      received_date: '2026-10-19',
      payer_name: 'Trilha Sul',
      reference: 'PI-1',
    }
    await deal.does('mia', 'register-advice', 'deal', deal.dealId, advice)
    const receipt = await deal.one('receipt')
    expect(receipt).toMatchObject({ status: 'claimed', claimed_by: deal.mia.id, gross_amount: DEPOSIT })
    expect(await part(deal, 1)).toMatchObject({ paid_amount: 0, status: 'scheduled' })
    await storesNothing(deal, async () => {
      expect(await deal.refused('mia', 'register-advice', 'deal', deal.dealId, { ...advice, reference: '' })).toEqual([
        `This amount is noted already as ${receipt.doc_no}: confirm that one.`,
      ])
      const own = await deal.act('mia', 'advance-receipt:verify-claimed', { type: 'receipt', id: receipt.id })
      expect(own.status).toBe(403)
    })
    await verify(deal, receipt.id)
    expect(await deal.one('receipt')).toMatchObject({
      status: 'allocated',
      allocated_amount: DEPOSIT,
      verified_by: deal.people.finance.id,
      net_amount: DEPOSIT - 2_500,
    })
    expect(await part(deal, 1)).toMatchObject({ paid_amount: DEPOSIT, status: 'paid' })
    expect(await order(deal)).toMatchObject({ pay_status: 'deposit_paid' })
    expect(await deal.one('allocation')).toMatchObject({ amount: DEPOSIT, target_amount: DEPOSIT, write_off: 0 })
  })

  test('is not confirmed by whoever said whose it is', async () => {
    const deal = await anOrderedDeal()
    const id = await register(deal, '100.00')
    await deal.does('david', 'advance-receipt:claim', 'receipt', id)
    await storesNothing(deal, async () => {
      const input = { received_date: '2026-10-20', gross_amount: '100.00' }
      expect(await deal.refused('david', 'advance-receipt:verify-claimed', 'receipt', id, input)).toEqual([
        'You have said yourself whose it is: somebody else confirms that the money is there.',
      ])
    })
    await verify(deal, id)
  })

  test('from somebody else than the buyer is flagged, and the same name written otherwise is not', async () => {
    const deal = await anOrderedDeal()
    await register(deal, '50.00', { payer_name: 'Trilha Sul Comércio Ltda' })
    await register(deal, '60.00', { payer_name: 'Offshore Payments Inc' })
    const { full } = await deal.panel('finance')
    const notes = full.filter(({ kind }: { kind: string }) => kind === 'note').map(({ text }: { text: string }) => text)
    expect(notes.filter((text: string) => /not the buyer/.test(text))).toEqual([
      expect.stringMatching(/^RC-2026-0002: Offshore Payments Inc is not the buyer\.$/),
    ])
  })

  test('from somebody else pays nothing by itself, however exactly it fits, until somebody allocates it', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '3703.70', { payer_name: 'Offshore Payments Inc' })
    expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
    const deposit = await part(deal, 1)
    expect(deposit).toMatchObject({ paid_amount: 0, status: 'scheduled' })
    expect(await deal.rows('allocation')).toEqual([])
    expect(await order(deal)).toMatchObject({ exec_status: 'waiting_deposit', pay_status: 'unpaid' })
    const { full } = await deal.panel('finance')
    expect(JSON.stringify(full)).toContain('RC-2026-0001: Offshore Payments Inc is not the buyer.')
    await deal.does('finance', 'allocate-receipt', 'receipt', id, { [`part_${deposit.id}`]: '3703.70' })
    expect(await part(deal, 1)).toMatchObject({ status: 'paid' })
  })

  test.each(['Trilha Sul', 'TRILHA SUL COMERCIO'])('from %s is the buyer’s', async (payer_name) => {
    const deal = await anOrderedDeal()
    await there(deal, '3703.70', { payer_name })
    expect(await part(deal, 1)).toMatchObject({ status: 'paid' })
    expect(JSON.stringify(await deal.panel('finance'))).not.toContain('not the buyer')
  })

  test.each([
    [{ amount: '0' }, 'amount'],
    [{ amount: '10.005' }, 'amount'],
    [{ amount: '10', charge: '10' }, 'charge'],
    [{ amount: '10.5', currency: 'JPY' }, 'amount'],
    [{ currency: 'XXX' }, 'currency'],
  ])('%j is refused by its field', async (wrong, field) => {
    const deal = await anOrderedDeal()
    await storesNothing(deal, async () => {
      const input = {
        received_date: '2026-10-20',
        payer_name: 'x',
        currency: 'USD',
        amount: '10',
        method: 'tt',
        ...wrong,
      }
      const answer = await deal.act('finance', 'register-receipt', { type: 'deal', id: deal.dealId }, input)
      expect(answer.body.problems.map((one: { field: string }) => one.field)).toEqual([field])
    })
  })
})

describe('allocation', () => {
  const allocate = async (deal: ADeal, id: string, amounts: Readonly<Record<number, string>>, more = {}) => {
    const entries = Object.entries(amounts).map(async ([seq, amount]) => [
      `part_${(await part(deal, Number(seq))).id}`,
      amount,
    ])
    return { ...Object.fromEntries(await Promise.all(entries)), ...more, id }
  }

  test('is proposed as parts are due, and done as somebody puts it right', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '5000.00')
    expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
    const { full } = await deal.panel('finance')
    const form = full.find(({ action }: { action?: string }) => action === 'allocate-receipt')
    expect(form.fields.map(({ value }: { value: string }) => value)).toEqual(['3703.70', '1296.30'])

    const { id: _, ...beyond } = await allocate(deal, id, { 1: '3703.71' })
    const { id: __, ...tooMuch } = await allocate(deal, id, { 1: '3703.70', 2: '1296.31' })
    await storesNothing(deal, async () => {
      expect(await deal.refused('finance', 'allocate-receipt', 'receipt', id, beyond)).toEqual([
        'Only USD 3,703.70 are open.',
      ])
      expect(await deal.refused('finance', 'allocate-receipt', 'receipt', id, tooMuch)).toEqual([
        'Only USD 5,000.00 are left of the receipt.',
      ])
      expect(await deal.refused('finance', 'allocate-receipt', 'receipt', id, {})).toEqual(['Nothing is allocated.'])
      expect((await deal.act('mia', 'allocate-receipt', { type: 'receipt', id }, {})).status).toBe(403)
    })
    const { id: ___, ...some } = await allocate(deal, id, { 1: '3703.70', 2: '1000.00' })
    await deal.does('finance', 'allocate-receipt', 'receipt', id, some)
    expect(await deal.one('receipt')).toMatchObject({ status: 'partly_allocated', allocated_amount: 470_370 })
    expect(await part(deal, 2)).toMatchObject({ paid_amount: 100_000, status: 'part_paid' })
  })

  test('of more than is owed leaves the rest on the receipt, and says so', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '12400.00')
    const { id: _, ...all } = await allocate(deal, id, { 1: '3703.70', 2: '8641.97' })
    await deal.does('finance', 'allocate-receipt', 'receipt', id, all)
    expect(await deal.one('receipt')).toMatchObject({ status: 'partly_allocated', allocated_amount: DEPOSIT + BALANCE })
    expect(JSON.stringify(await deal.panel('finance'))).toContain('USD 54.33 are not allocated')
    expect(await order(deal)).toMatchObject({ pay_status: 'paid' })
  })

  test('across currencies takes a rate, and closes to the cent', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '3414.81', { currency: 'EUR' })
    const { id: _, ...without } = await allocate(deal, id, { 1: '3703.70' })
    await storesNothing(deal, async () => {
      expect(await deal.refused('finance', 'allocate-receipt', 'receipt', id, without)).toEqual([
        'The cross rate is missing.',
      ])
    })
    await deal.does('finance', 'allocate-receipt', 'receipt', id, { ...without, cross_rate: '1.0846' })
    expect(await deal.one('receipt')).toMatchObject({ status: 'allocated', allocated_amount: 341_481 })
    expect(await deal.one('allocation')).toMatchObject({
      currency: 'EUR',
      amount: 341_481,
      target_currency: 'USD',
      target_amount: DEPOSIT,
      cross_rate: 108_460_000,
    })
    expect(await part(deal, 1)).toMatchObject({ status: 'paid' })
  })

  test('that is taken back stays as a row, and gives the installment back what was open', async () => {
    const deal = await anOrderedDeal()
    await there(deal, '3703.70')
    const done = await deal.one('allocation')
    await deal.does('finance', 'reverse-allocation', 'allocation', done.id)
    expect((await deal.rows('allocation')).map(({ amount, reverses_id }) => [amount, reverses_id])).toEqual([
      [DEPOSIT, null],
      [-DEPOSIT, done.id],
    ])
    expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
    expect(await part(deal, 1)).toMatchObject({ paid_amount: 0, status: 'scheduled' })
    expect(await order(deal)).toMatchObject({ pay_status: 'unpaid' })
    await storesNothing(deal, async () => {
      for (const { id } of await deal.rows('allocation')) {
        expect(await deal.refused('finance', 'reverse-allocation', 'allocation', id)).toEqual([
          'This has been taken back already.',
        ])
      }
    })
  })
})

describe('money that nobody waits for', () => {
  const offered = async (deal: ADeal, as: 'finance' | 'mia') =>
    (await deal.panel(as)).full
      .filter(({ action }: { action?: string }) => action === 'register-receipt')
      .map(({ primary = false }: { primary?: boolean }) => primary)

  test('is noted before anything is signed, and pays once there is something to pay', async () => {
    const deal = await aContract()
    expect(await offered(deal, 'finance')).toEqual([false])
    expect(await offered(deal, 'mia')).toEqual([])
    const id = await there(deal, '3703.70')
    expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
    expect(JSON.stringify(await deal.panel('finance'))).toContain('USD 3,703.70 are not allocated')
    const { id: contract } = await deal.one('contract')
    await deal.does('mia', 'advance-contract:sign', 'contract', contract, { signed_file: 'SC-1-signed.pdf' })
    const deposit = await part(deal, 1)
    await deal.does('finance', 'allocate-receipt', 'receipt', id, { [`part_${deposit.id}`]: '3703.70' })
    expect(await part(deal, 1)).toMatchObject({ status: 'paid' })
  })

  test('is noted when all is paid, as what came twice', async () => {
    const deal = await anOrderedDeal()
    await there(deal, '12345.67')
    expect(await order(deal)).toMatchObject({ pay_status: 'paid' })
    expect(await offered(deal, 'finance')).toEqual([false])
    await there(deal, '8641.97')
    expect(JSON.stringify(await deal.panel('finance'))).toContain('USD 8,641.97 are not allocated')
  })
})

test('what was let go keeps no order from being paid', async () => {
  const deal = await anOrderedDeal()
  const letGo = async (seq: number) =>
    deal.does('david', 'write-off', 'installment', (await part(deal, seq)).id, { reason: 'quality' })
  await letGo(1)
  expect(await part(deal, 1)).toMatchObject({ status: 'written_off', paid_amount: 0 })
  expect(await order(deal)).toMatchObject({ pay_status: 'unpaid' })
  await there(deal, '8641.97')
  expect(await order(deal)).toMatchObject({ pay_status: 'paid' })

  const other = await anOrderedDeal()
  await there(other, '3703.70')
  expect(await order(other)).toMatchObject({ pay_status: 'deposit_paid' })
  await other.does('david', 'write-off', 'installment', (await part(other, 2)).id, { reason: 'quality' })
  expect(await order(other)).toMatchObject({ pay_status: 'paid' })
})

test('an order of which all was let go has nothing to be paid', async () => {
  const deal = await anOrderedDeal()
  for (const seq of [1, 2])
    await deal.does('david', 'write-off', 'installment', (await part(deal, seq)).id, { reason: 'quality' })
  expect(await order(deal)).toMatchObject({ pay_status: 'paid' })
})

test('money that is taken back from a cancelled order leaves nothing open there', async () => {
  const deal = await anOrderedDeal()
  await there(deal, '3703.70')
  const done = await deal.one('allocation')
  const cancelled = { reason: 'Changed their mind', deposit: 'credit' }
  await deal.does('david', 'cancel-order', 'order', (await order(deal)).id, cancelled)
  expect(await part(deal, 1)).toMatchObject({ status: 'paid' })
  await deal.does('finance', 'reverse-allocation', 'allocation', done.id)
  expect(await part(deal, 1)).toMatchObject({ status: 'cancelled', paid_amount: 0 })
  expect(await part(deal, 2)).toMatchObject({ status: 'cancelled' })
  expect(await deal.one('receipt')).toMatchObject({ status: 'verified', allocated_amount: 0 })
})

describe('a short payment', () => {
  test('within fifty dollars is settled as the bank’s fee with one press, and can be taken back', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '3653.70')
    const deposit = await part(deal, 1)
    await deal.does('finance', 'allocate-receipt', 'receipt', id, { [`part_${deposit.id}`]: '3653.70' })
    const { full } = await deal.panel('finance')
    const offered = full.filter(({ action }: { action?: string }) => action === 'write-off')
    expect(offered.map(({ label, fields }: { label: string; fields: object[] }) => [label, fields.length])).toEqual([
      ['Settle USD 50.00 of part 1 as bank fee', 0],
    ])
    await deal.does('finance', 'write-off', 'installment', deposit.id)
    // Who follows the order reads that it is settled, and not how much was missing.
    const { text } = await deal.call('GET', `/v1/interactions?customer_id=${deal.customer.id}`)
    expect(text).toContain('written_off:1')
    expect(text).not.toMatch(/USD|50\.00/)
    expect(await part(deal, 1)).toMatchObject({ status: 'paid', paid_amount: DEPOSIT })
    const [, row] = await deal.rows('allocation')
    expect(row).toMatchObject({ receipt_id: id, amount: 0, write_off: 5_000, write_off_reason: 'bank_fee' })
    await deal.does('finance', 'reverse-allocation', 'allocation', row?.id)
    expect(await part(deal, 1)).toMatchObject({ status: 'part_paid', paid_amount: 365_370 })
    expect(await deal.one('receipt')).toMatchObject({ allocated_amount: 365_370, status: 'allocated' })
  })

  test('of a cent more takes the general manager and a reason', async () => {
    const deal = await anOrderedDeal()
    const id = await there(deal, '3653.69')
    const deposit = await part(deal, 1)
    await deal.does('finance', 'allocate-receipt', 'receipt', id, { [`part_${deposit.id}`]: '3653.69' })
    await storesNothing(deal, async () => {
      const sentence = ['More than USD 50, or nothing of it has come: the general manager decides.']
      expect(await deal.refused('finance', 'write-off', 'installment', deposit.id, { reason: 'bank_fee' })).toEqual(
        sentence,
      )
      const balance = await part(deal, 2)
      expect(await deal.refused('finance', 'write-off', 'installment', balance.id, { reason: 'discount' })).toEqual(
        sentence,
      )
      expect((await deal.act('mia', 'write-off', { type: 'installment', id: deposit.id })).status).toBe(403)
    })
    await deal.does('david', 'write-off', 'installment', deposit.id, { reason: 'quality' })
    expect((await deal.rows('allocation')).at(-1)).toMatchObject({
      write_off: 5_001,
      write_off_reason: 'quality',
      approved_by: deal.david.id,
    })
  })
})

describe('an order that is changed', () => {
  const amounts = async (deal: ADeal) =>
    (await deal.ofDeal('installment', { deal_id: deal.dealId })).map(({ amount, status }) => `${amount} ${status}`)
  const told = async (deal: ADeal) =>
    (await deal.rows('interaction')).filter(({ kind }) => kind === 'system').map(({ snippet }) => snippet)
  const reason = 'The buyer asked for it'
  const amend = async (deal: ADeal, lines: string, as: 'mia' | 'david' = 'mia') =>
    deal.does(as, 'amend-order', 'order', (await order(deal)).id, { lines, reason })

  test('divides what is not settled anew, to the cent', async () => {
    const deal = await anOrderedDeal()
    await there(deal, '3703.70')
    await amend(deal, 'BW-C600; 700; 15.5')
    // 700 × 15.50 + 200 × 15.00 + 45.67
    expect(await order(deal)).toMatchObject({ lines_total: 1_385_000, total: 1_389_567 })
    expect(await amounts(deal)).toEqual(['370370 paid', '1019197 awaiting_anchor'])
    expect(await deal.one('production_order', { description: 'Camp chair' })).toMatchObject({ qty: 700_000 })
    expect(await told(deal)).toEqual(['total:USD 12,345.67>USD 13,895.67:The buyer asked for it'])
    await amend(deal, 'BW-C600; 700; 15.123456\nBW-T200; 200; 15', 'david')
    const { total } = await order(deal)
    expect(total).toBe(1_058_642 + 300_000 + 4_567)
    expect(await amounts(deal)).toEqual(['370370 paid', `${total - DEPOSIT} awaiting_anchor`])
  })

  test('below what was collected owes the rest back, and tells it', async () => {
    const deal = await anOrderedDeal()
    await there(deal, '3703.70')
    await amend(deal, 'BW-C600; 10; 15.5\nBW-T200; 10; 15', 'david')
    expect(await order(deal)).toMatchObject({ total: 35_067 })
    expect(await amounts(deal)).toEqual(['35067 paid', '0 cancelled'])
    expect(await order(deal)).toMatchObject({ pay_status: 'over_paid' })
    expect((await told(deal)).at(-1)).toBe('credit:')
    const { text } = await deal.call('POST', '/v1/panel', { record: { type: 'customer', id: deal.customer.id } })
    expect(text).toContain('More received than is owed')
    // What has come counts again as the order grows.
    await amend(deal, 'BW-C600; 500; 15.5\nBW-T200; 10; 15')
    expect(await amounts(deal)).toEqual(['370370 paid', '0 cancelled', '424197 awaiting_anchor'])
    expect(await order(deal)).toMatchObject({ total: 794_567, pay_status: 'deposit_paid' })
  })

  test('that has grown after all was paid waits with its papers for the rest, as its term does', async () => {
    const deal = await anOrderedDeal()
    await there(deal, '3703.70')
    await there(deal, '8641.97')
    expect(await order(deal)).toMatchObject({ pay_status: 'paid' })
    await amend(deal, 'BW-C600; 700; 15.5')
    expect(await amounts(deal)).toEqual(['370370 paid', '864197 paid', '155000 awaiting_anchor'])
    expect(await part(deal, 3)).toMatchObject({ anchor: 'bl_copy_sent', guards: 'bl_release' })
  })

  test('takes a reason, and a manager where it comes to less than was agreed', async () => {
    const deal = await anOrderedDeal()
    const { id } = await order(deal)
    await storesNothing(deal, async () => {
      const answers = async (as: 'mia' | 'merchandiser', input: object) => {
        const { status, body } = await deal.act(as, 'amend-order', { type: 'order', id }, input)
        return [
          status,
          ...body.problems.map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`),
        ]
      }
      const cheaper = { lines: 'BW-C600; 600; 15.499\nBW-T200; 200; 15', reason }
      const sentence =
        'The total would fall from USD 12,345.67 to USD 12,345.07: only a manager of the order’s owner, or the general manager, lowers it.'
      expect(await answers('mia', { lines: 'BW-C600; 700; 15.5' })).toEqual([422, 'reason: This is required.'])
      expect(await answers('mia', { lines: 'BW-C600; 700; 15.5', reason: ' ' })).toEqual([
        422,
        'reason: This is required.',
      ])
      expect(await answers('mia', cheaper)).toEqual([422, `lines: ${sentence}`])
      expect((await answers('mia', { lines: 'BW-C600; 600; 15.5', charges: '45.66', reason }))[1]).toMatch(
        /^charges: The total would fall from USD 12,345.67 to USD 12,345.66: /,
      )
    })
    const hints = async (as: 'mia' | 'david') =>
      (await deal.panel(as)).full
        .filter(({ action }: { action?: string }) => action === 'amend-order')
        .map(({ hint }: { hint?: string }) => hint)
    expect(await hints('mia')).toEqual(['A manager of the order’s owner, or the general manager, lowers the total.'])
    expect(await hints('david')).toEqual([undefined])
    await amend(deal, 'BW-C600; 600; 15.499\nBW-T200; 200; 15', 'david')
    expect(await order(deal)).toMatchObject({ total: 1_234_507 })
    const { text } = await deal.call('POST', '/v1/panel', { record: { type: 'customer', id: deal.customer.id } })
    expect(text).toContain('Total USD 12,345.67 → USD 12,345.07: The buyer asked for it')
  })

  test('keeps what is on shipments, and is refused by its row', async () => {
    const deal = await anOrderedDeal()
    const { id } = await order(deal)
    await depositPaid(deal)
    const [made] = await deal.ofDeal('production_order', { description: 'Camp chair' })
    await deal.does('merchandiser', 'advance-production-order:release', 'production_order', made?.id)
    await deal.does('logistics', 'create-shipment', 'order', id, { lines: 'BW-C600; 400' })
    await storesNothing(deal, async () => {
      const refused = (lines: string) => deal.refused('mia', 'amend-order', 'order', id, { lines, reason })
      expect(await refused('BW-C600; 399; 15.5')).toEqual(['BW-C600: at least 400, for so much is on shipments.'])
      expect(await refused('BW-C600; 600')).toEqual(['Row 1: should look like BW-C600; 600; 15.5.'])
      expect(await refused('BW-C600; 600; 15.5')).toEqual(['There is nothing to change.'])
      expect(await refused('BW-C600; 9999999999; 9999999')).toEqual(['The order cannot come to such an amount.'])
      expect((await deal.act('logistics', 'amend-order', { type: 'order', id }, { lines: 'x' })).status).toBe(403)
    })
  })
})
