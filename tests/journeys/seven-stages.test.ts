import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openDesk } from './open-desk.ts'
import { Crew } from './road/crew.ts'
import { type Ledger, ledgerOf, type Row } from './road/ledger.ts'
import { type Running, startWorkbench } from './stage.ts'

/**
 * One mail of somebody whom nobody knows, walked through all seven stages by five people, each at the mail, now in Outlook
 * and now in Gmail. They press what is next there; nothing is done beside the panels. Planning and inspection are the order
 * follower's here: who plans and inspects only is not told who the customer is, and sees nothing beside their mail.
 */
const STRANGER = /Rachel Kowalski/
const RIDGELINE = 'Ridgeline Outfitters, Inc.'

let stage: Running
let crew: Crew

beforeAll(async () => {
  stage = await startWorkbench()
  crew = new Crew(stage.url, '01_us_rfq_table')
}, 120_000)

afterAll(async () => {
  await crew.end()
  await stage.stop()
})

const sum = (rows: readonly Row[], field: string) => rows.reduce((total, row) => total + row[field], 0)

describe('an inquiry is walked to the last receipt and the survey', () => {
  let ledger: Ledger
  let told: Readonly<Record<'outlook' | 'gmail', string>>

  test('by five people, in Outlook and in Gmail by turns', async () => {
    const rep = await crew.sit('mia.zhao', 'outlook', STRANGER)
    await rep.next('Create inquiry', { company_name: RIDGELINE, country: 'US' })
    await rep.next('Claim')
    await rep.next('Reply sent')
    // The stage would have the quotation next; who it is for is said before.
    await rep.press('Make a customer of the sender')
    await rep.leave()

    const quoting = await crew.sit('mia.zhao', 'gmail', RIDGELINE)
    expect(await quoting.form('Make a quotation')).toMatchObject({ currency: 'USD', valid_until: '2026-11-19' })
    await quoting.fill('Make a quotation', {
      lines: 'BW-C600; 1200 pcs; 8.90\nBW-T120; 480 pcs; 17.55',
      fx_rate: '7.12',
      incoterm: 'FOB',
      named_place: 'Yantian',
      payment_term_id: 'T/T 30/70 against copy B/L',
      lead_time_days: '45',
    })
    await quoting.next('Ready to send')
    await quoting.next('Sent to the buyer')
    await quoting.leave()

    const selling = await crew.sit('mia.zhao', 'outlook', RIDGELINE)
    await selling.next('The buyer replied')
    await selling.next(`Contract of ${await only('quotations', 'doc_no')} v1`)
    await selling.next('Ask for approval')
    // It is with somebody else now.
    expect(await selling.primary()).toBeNull()
    await selling.leave()

    const manager = await crew.sit('david.chen', 'gmail', RIDGELINE)
    await manager.next('Decide', { decision: 'Approve' })
    await manager.leave()

    const signing = await crew.sit('mia.zhao', 'outlook', RIDGELINE)
    await signing.next('Sent for signature')
    await signing.next('Signed by both', { signed_file: 'SC-signed.pdf', buyer_po_no: 'RO-4471' })
    await signing.next('The buyer says they paid', { reference: 'FT-77' })
    await signing.next('Give it to an order follower', { merchandiser_id: 'Carol Liu' })
    await signing.leave()

    const finance = await crew.sit('jane.wu', 'gmail', RIDGELINE)
    await finance.next('Money is there')
    await finance.leave()

    const follower = await crew.sit('carol.liu', 'outlook', RIDGELINE)
    for (const step of ['Release for production', 'Material is complete', 'Start production', 'Production finished']) {
      await follower.next(`BW-C600: ${step}`)
      await follower.next(`BW-T120: ${step}`)
    }
    await follower.leave()
    const inspecting = await crew.sit('carol.liu', 'gmail', RIDGELINE)
    await inspecting.next('BW-C600: Inspection passed', { inspection_result: 'Accepted' })
    await inspecting.next('BW-T120: Inspection passed', { inspection_result: 'Accepted' })
    await inspecting.next('File a document', { number: 'IR-1' })
    await inspecting.leave()

    const logistics = await crew.sit('leon.xu', 'outlook', RIDGELINE)
    await logistics.next(`Plan a shipment of ${await only('orders', 'doc_no')}`)
    await logistics.next('Ask for a booking', { pol: 'CNYTN', pod: 'USTIW', etd: '2026-10-20' })
    await logistics.next('Booked', { booking_no: 'BK-1', eta: '2026-11-20' })
    await logistics.next('Prepare the documents')
    await logistics.next('Loaded')
    await logistics.next('Declared at customs', { declaration_no: 'D-1' })
    await logistics.next('Released by customs')
    await logistics.leave()
    const shipping = await crew.sit('leon.xu', 'gmail', RIDGELINE)
    await shipping.next('On board', { bl_no: 'BL-1', bl_date: '2026-10-20', atd: '2026-10-20' })
    // What is asked for is what is missing.
    await shipping.next('File a document', { number: 'CI-1' })
    await shipping.next('File a document', { number: 'PL-1' })
    await shipping.press('Shipment: Arrived', { ata: '2026-10-20' })
    await shipping.leave()

    const paid = await crew.sit('mia.zhao', 'gmail', RIDGELINE)
    await paid.next('The buyer says they paid', { reference: 'FT-78' })
    await paid.leave()
    const collecting = await crew.sit('jane.wu', 'outlook', RIDGELINE)
    await collecting.next('Money is there')
    await collecting.leave()

    const visiting = await crew.sit('mia.zhao', 'outlook', RIDGELINE)
    await visiting.next('Asked the buyer')
    await visiting.next('Note the answer', { nps: '9', comment: 'Chairs are loved' })
    await visiting.leave()

    ledger = await ledgerOf(stage.url, 'Ridgeline')
    expect(await ledger.deal()).toMatchObject({ status: 'won', merchandiser_id: expect.any(String) })
  }, 120_000)

  async function only(plural: string, field: string): Promise<string> {
    ledger ??= await ledgerOf(stage.url, 'Ridgeline')
    const [row] = await ledger.of(plural)
    return row?.[field]
  }

  test('each stage was passed, by whoever brought that about', async () => {
    const { state } = await ledger.deal()
    const stages = state.passed.map(({ node, skipped }: { node: string; skipped?: true }) => [node, skipped ?? false])
    expect(stages.filter(([node]: [string]) => node !== 'start')).toEqual([
      ['lead', false],
      ['quotation', false],
      ['contract', false],
      ['production', false],
      ['shipment', false],
      ['collection', false],
    ])
    const desk = await openDesk(await launchBrowser(), stage.url, {
      as: 'david.chen',
      path: `/desk/deals/${(await ledger.deal()).id}`,
    })
    await desk.page
      .getByText(/^Deal DL-/)
      .first()
      .waitFor()
    const said = (await desk.page.locator('[data-key=road]').innerText()).replaceAll('\n', ' ')
    for (const [name, by] of [
      ['Lead and assignment', 'Mia Zhao'],
      ['Needs analysis and first quotation', 'Mia Zhao'],
      ['Negotiation and contract', 'Mia Zhao'],
      ['Execution and production', 'Carol Liu'],
      ['Shipping and logistics', 'Leon Xu'],
      ['Collection and after-sales', 'Mia Zhao'],
    ]) {
      expect(said).toMatch(new RegExp(`${name} 2026-10-20 \\d\\d:\\d\\d ${by}`))
    }
    await desk.page.context().browser()?.close()
  }, 60_000)

  test('the money is the same to the cent wherever it stands', async () => {
    const [contract] = await ledger.of('contracts')
    const [order] = await ledger.of('orders')
    const installments = await ledger.of('installments')
    const receipts = await ledger.of('receipts')
    const total = 1200 * 890 + 480 * 1755
    expect([contract?.amount, order?.total, sum(installments, 'amount'), sum(receipts, 'gross_amount')]).toEqual([
      total,
      total,
      total,
      total,
    ])
    expect(sum(installments, 'paid_amount')).toBe(total)
    expect(installments.map(({ status }) => status)).toEqual(['paid', 'paid'])
    expect(receipts.map(({ status, claimed_by, verified_by }) => [status, claimed_by !== verified_by])).toEqual([
      ['allocated', true],
      ['allocated', true],
    ])
    expect(order).toMatchObject({ pay_status: 'paid', buyer_po_no: 'RO-4471' })
  })

  test('the papers are there, and what everybody sees is the same', async () => {
    const papers = (await ledger.of('documents')).map(({ type, number }) => [type, number])
    expect(papers).toEqual([
      ['inspection_report', 'IR-1'],
      ['commercial_invoice', 'CI-1'],
      ['packing_list', 'PL-1'],
    ])
    const outlook = await crew.sit('mia.zhao', 'outlook', RIDGELINE)
    const gmail = await crew.sit('mia.zhao', 'gmail', RIDGELINE)
    told = { outlook: await outlook.text(), gmail: await gmail.text() }
    const numbers = ['quotations', 'contracts', 'orders', 'shipments'].map((plural) => only(plural, 'doc_no'))
    const facts = [...(await Promise.all(numbers)), 'Won', 'Nothing unpaid.', 'Answered']
    for (const host of ['outlook', 'gmail'] as const) {
      for (const fact of facts) expect(told[host], host).toContain(fact)
    }
    await outlook.leave()
    await gmail.leave()
  }, 60_000)
})
