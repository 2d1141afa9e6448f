import { afterAll, beforeAll, expect, test } from 'vitest'
import { ByPanel } from './road/by-panel.ts'
import { Crew } from './road/crew.ts'
import { type Ledger, ledgerOf, type Row } from './road/ledger.ts'
import { type Running, startWorkbench } from './stage.ts'

/**
 * A road on which much goes otherwise: a sample is made twice, a contract is refused and the offer made anew, the goods leave in
 * two shipments, the bank keeps some of the money, the buyer complains; and another deal that comes to nothing. What somebody
 * presses is what their panel offers. It is looked at in Gmail where the road turns, and walked without a browser between.
 */
const MAIL = '06_ar_sa_inquiry'
const REP = 'mia.zhao'
const FOLLOWER = 'carol.liu'
const LOGISTICS = 'leon.xu'
const FINANCE = 'jane.wu'
const BUYER = 'Najd Outdoor Est.'
const QUOTED = {
  currency: 'USD',
  fx_rate: '7.12',
  incoterm: 'FOB',
  named_place: 'Yantian',
  payment_term_id: 'T/T 30/70 against copy B/L',
  lead_time_days: '45',
}

let stage: Running
let road: ByPanel
let crew: Crew

beforeAll(async () => {
  stage = await startWorkbench()
  const mails = (await (await fetch(`${stage.url}/workbench/mails.json`)).json()) as Row[]
  const { messageId, from, to, subject, sentAt } = mails.find(({ id }) => id === MAIL) as Row
  road = new ByPanel(stage.url, { messageId, from, to, subject, sentAt })
  crew = new Crew(stage.url, MAIL)
}, 120_000)

afterAll(async () => {
  await crew.end()
  await stage.stop()
})

const sum = (rows: readonly Row[], field: string) => rows.reduce((total, row) => total + row[field], 0)

/** The deal of the mail, as it is now. */
const ledger = async (): Promise<Ledger> => ledgerOf(stage.url, subject())
const subject = () => (road.message.subject as string).slice(0, 20)

test('two rounds of a sample, an offer made anew after a refusal, and a contract approved', async () => {
  await road.press(REP, 'Create inquiry', { company_name: BUYER, country: 'SA' })
  await road.press(REP, 'Claim')
  await road.press(REP, 'Reply sent')
  await road.press(REP, 'Make a customer of the sender', { contact_name: 'Buyer' })
  await road.press(REP, 'Make a quotation', { lines: 'BW-C600; 1000 pcs; 9.20', ...QUOTED })
  await road.press(REP, 'Ready to send')
  await road.press(REP, 'Ask for a sample', {
    description: 'Padded chair',
    freight_payer: 'buyer',
    courier_account: '5550-1234',
  })
  await road.press(REP, 'Sent to the buyer')
  await road.press(REP, 'The buyer replied')

  for (const step of ['Approve the sample', 'Being made', 'Sample is ready']) await road.press(REP, step)
  await road.press(REP, 'Hand to the courier', { courier: 'FedEx', tracking_no: 'T-1' })
  await road.press(REP, 'Sample has arrived')
  await road.press(REP, 'Note the feedback', { feedback: 'Too soft' })
  await road.press(REP, 'The buyer wants changes')
  expect(await road.primary(REP)).toBe('Make it anew')
  for (const step of ['Make it anew', 'Sample is ready']) await road.press(REP, step)
  await road.press(REP, 'Hand to the courier', { courier: 'FedEx', tracking_no: 'T-2' })
  await road.press(REP, 'Sample has arrived')
  await road.press(REP, 'Note the feedback', { feedback: 'Firm now' })
  await road.press(REP, 'Approved by the buyer')
  await road.press(REP, 'File a document', { type: 'sample_photo', number: 'SP-1' })
  expect(await (await ledger()).of('samples')).toMatchObject([{ status: 'approved_by_customer', round: 2 }])

  await road.press(REP, /^Contract of .* v1$/)
  await road.press(REP, 'Ask for approval')
  // A refusal says why; then it is with the rep again, who quotes anew.
  expect(await road.refused('david.chen', 'Decide', { decision: 'Reject' })).toEqual(['A rejection says why.'])
  const manager = await crew.sit('david.chen', 'gmail', BUYER)
  await manager.next('Decide', { decision: 'Reject', comment: 'Not at that price' })
  await manager.leave()
  await road.press(REP, 'Quote anew')
  expect(await (await ledger()).deal()).toMatchObject({ stage: 'quotation' })

  const anew = await crew.sit(REP, 'gmail', BUYER)
  const [first] = await (await ledger()).of('quotations')
  await anew.next(`Revise ${first?.doc_no}`, { lines: 'BW-C600; 1000 pcs; 8.95' })
  await anew.next(`${first?.doc_no} v2: Ready to send`)
  await anew.next(`${first?.doc_no} v2: Sent to the buyer`)
  await anew.next('The buyer replied')
  await anew.leave()
  const versions = (await (await ledger()).of('quotations')).map(({ version_no, status, total }) => ({
    version_no,
    status,
    total,
  }))
  expect(versions).toEqual([
    { version_no: 1, status: 'superseded', total: 920_000 },
    { version_no: 2, status: 'negotiating', total: 895_000 },
  ])
  await road.press(REP, /^Contract of .* v2$/, { partial_shipment: 'allowed' })
  await road.press(REP, 'Ask for approval')
  await road.press('david.chen', 'Decide', { decision: 'Approve' })
  await road.press(REP, 'Sent for signature')
  await road.press(REP, 'Signed by both', { signed_file: 'SC-2.pdf' })
  const contracts = (await (await ledger()).of('contracts')).map(({ status, amount }) => [status, amount])
  expect(contracts).toEqual([
    ['terminated', 920_000],
    ['signed', 895_000],
  ])
  expect((await (await ledger()).of('approvals')).map(({ status }) => status)).toEqual(['rejected', 'approved'])
}, 60_000)

test('two shipments, a short payment that is settled as the bank’s fee, and a complaint', async () => {
  await road.press(REP, 'The buyer says they paid', { reference: 'A-1' })
  await road.press(REP, 'Give it to an order follower', { merchandiser_id: 'Carol Liu' })
  await road.press(FINANCE, 'Money is there')
  for (const step of ['Release for production', 'Material is complete', 'Start production', 'Production finished']) {
    await road.press(FOLLOWER, step)
  }
  await road.press(FOLLOWER, 'Inspection passed', { inspection_result: 'Accepted' })
  await road.press(FOLLOWER, 'File a document', { number: 'IR-9' })

  await road.press(LOGISTICS, /^Plan a shipment/, { lines: 'BW-C600; 600' })
  expect(await road.refused(LOGISTICS, /^Plan a shipment/, { lines: 'BW-C600; 401' })).toHaveLength(1)
  await sailed('1')
  await road.press(LOGISTICS, /^Plan a shipment/)
  await sailed('2')
  await road.press(LOGISTICS, 'File a document', { number: 'CI-9' })
  await road.press(LOGISTICS, 'File a document', { number: 'PL-9' })
  const [line] = await (await ledger()).lines()
  expect(line).toMatchObject({ qty: 1_000_000, qty_shipped: 1_000_000 })

  await road.press(REP, 'The buyer says they paid', { amount: '6240.00', reference: 'A-2' })
  await road.press(FINANCE, 'Money is there')
  await road.press(FINANCE, /^Allocate USD 6,240.00/)
  await road.press(FINANCE, /^Settle USD 25.00 of part 2 as bank fee$/)
  const installments = await (await ledger()).of('installments')
  expect(installments.map(({ status, amount, paid_amount }) => [status, amount - paid_amount])).toEqual([
    ['paid', 0],
    ['paid', 0],
  ])
  expect(sum(installments, 'amount')).toBe(895_000)
  expect(sum(await (await ledger()).of('receipts'), 'gross_amount')).toBe(895_000 - 2_500)

  await road.press(REP, 'The buyer complains', { kind: 'Damage', description: '40 chairs torn', claimed_amount: '300' })
  expect(await road.primary(REP)).toBe('Say how grave it is and whose')
  await road.press(REP, 'Say how grave it is and whose', { severity: '2', responsible: 'supplier' })
  await road.press(REP, 'Look into it')
  expect(await road.text(REP)).toContain('An after-sales case is open.')
  const more = { settlement: 'Refund', settlement_amount: '300.01' }
  expect(await road.refused(REP, 'Proposal sent', more)).toEqual(['More than the buyer claims.'])
  await road.press(REP, 'Proposal sent', { ...more, settlement_amount: '200' })
  for (const step of ['The buyer agrees', 'Being settled', 'Settled, close']) await road.press(REP, step)
  expect(await (await ledger()).of('after_sales_cases')).toMatchObject([
    { status: 'closed', settlement_amount: 20_000 },
  ])
}, 60_000)

test('the survey ends it, and another deal with the same buyer is lost for a reason', async () => {
  await road.press(LOGISTICS, /SH-.*Arrived$/, { ata: '2026-10-20' })
  const visiting = await crew.sit(REP, 'outlook', BUYER)
  await visiting.next('Asked the buyer')
  await visiting.next('Note the answer', { nps: '8' })
  await visiting.leave()
  expect(await (await ledger()).deal()).toMatchObject({ status: 'won' })

  const gmail = await crew.sit(REP, 'gmail', BUYER)
  await gmail.press('Start a deal', { subject: 'Tents for the summer' })
  await gmail.leave()
  const outlook = await crew.sit(REP, 'outlook', BUYER)
  await outlook.press('Lost', { lost_reason: 'Price' })
  await outlook.leave()
  const second = await ledgerOf(stage.url, 'Tents for the summer')
  expect(await second.deal()).toMatchObject({ status: 'lost', lost_reason: 'price' })
  expect(await (await ledger()).deal()).toMatchObject({ status: 'won' })
}, 60_000)

/** A planned shipment goes from its booking to the vessel. */
async function sailed(number: string): Promise<void> {
  await road.press(LOGISTICS, /Booked$/, { booking_no: `BK-${number}`, etd: '2026-10-20' })
  for (const step of [/Prepare the documents$/, /Loaded$/]) await road.press(LOGISTICS, step)
  await road.press(LOGISTICS, /Declared at customs$/, { declaration_no: `D-${number}` })
  await road.press(LOGISTICS, /Released by customs$/)
  await road.press(LOGISTICS, /On board$/, { bl_no: `BL-${number}`, bl_date: '2026-10-20' })
}
