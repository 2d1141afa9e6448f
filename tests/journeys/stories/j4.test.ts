import { afterAll, beforeAll, expect, test } from 'vitest'
import { theBrowser } from '../browser.ts'
import { open } from '../open.ts'
import { ByPanel } from '../road/by-panel.ts'
import { ledgerOf, type Row } from '../road/ledger.ts'
import { type Running, startWorkbench } from '../stage.ts'
import { Clicks } from './clicks.ts'

/** A contract is handed in on a Thursday before Labour Day; its clock is no calendar of work and runs over the holiday. */
const MAIL = '06_ar_sa_inquiry'
const REP = 'mia.zhao'
const HANDED_IN = Date.parse('2026-04-30T15:00:00+08:00')
const OA = 'OA 30/60 days after B/L date'
const HOUR = 3_600_000
/** What was done meanwhile took a moment. */
const MOMENT = 120_000

let stage: Running
let road: ByPanel

beforeAll(async () => {
  stage = await startWorkbench()
  const mails = (await (await fetch(`${stage.url}/workbench/mails.json`)).json()) as Row[]
  const { messageId, from, to, subject, sentAt } = mails.find(({ id }) => id === MAIL) as Row
  road = new ByPanel(stage.url, { messageId, from, to, subject, sentAt })
}, 120_000)
afterAll(() => stage.stop())

const local = async (path: string, body?: object) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(stage.url + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {})
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** To whom mails about the approval went by then. */
async function toldBy(instant: number): Promise<string[]> {
  await local('/local/clock', { set: new Date(instant).toISOString() })
  await local('/local/tick', {})
  const { mails } = await local('/local/outbox')
  return mails
    .filter(({ subject }: { subject: string }) => /Approval of the contract|合同审批/.test(subject))
    .flatMap(({ to }: { to: string[] }) => to)
    .map((address: string) => address.split('@')[0])
}

async function handIn(): Promise<void> {
  await road.press(REP, 'Create inquiry', { company_name: 'Najd Outdoor Est.', country: 'SA' })
  for (const step of ['Claim', 'Reply sent']) await road.press(REP, step)
  await road.press(REP, 'Make a customer of the sender', { contact_name: 'Buyer' })
  await road.press(REP, 'Make a quotation', {
    lines: 'BW-C600; 1000 pcs; 9.20',
    currency: 'USD',
    fx_rate: '7.12',
    incoterm: 'FOB',
    named_place: 'Yantian',
    payment_term_id: OA,
    valid_until: '2026-12-31',
  })
  for (const step of ['Ready to send', 'Sent to the buyer', 'The buyer replied']) await road.press(REP, step)
  await road.press('jane.wu', 'Set the credit limit', { credit_currency: 'CNY', credit_limit: '112000' })
  await road.press(REP, /^Contract of .* v1$/, { claims_days: '30' })
  await local('/local/clock', { set: new Date(HANDED_IN).toISOString() })
  await road.press(REP, 'Ask for approval')
}

test('J4: warned at 24 hours, told with the general manager at 48 over the holiday, approved on one card', async () => {
  await local('/local/clock', { set: new Date(HANDED_IN - HOUR).toISOString() })
  await handIn()
  expect(await toldBy(HANDED_IN + 23 * HOUR)).toEqual([])
  // Either of them may decide, so both are reminded.
  expect((await toldBy(HANDED_IN + 24 * HOUR + MOMENT)).sort()).toEqual(['david.chen', 'frank.lin'])
  expect((await toldBy(HANDED_IN + 48 * HOUR + MOMENT)).sort()).toEqual([
    'david.chen',
    'david.chen',
    'frank.lin',
    'frank.lin',
  ])

  const clicks = new Clicks()
  const { pane, showing } = await open(await theBrowser(), stage.url, { as: 'david.chen', mail: MAIL, height: 1200 })
  await showing('Najd Outdoor')
  const card = pane.locator('[data-key=approval]')
  const told = await card.innerText()
  // The limit is CNY 112,000.00: at the quotation's rate the whole price counts, for nothing of it comes before the goods.
  for (const words of [
    'Credit used with this',
    '58.5 % (CNY 65,504.00 of CNY 112,000.00)',
    'at 7.12',
    'Clauses beyond the offer: Partial shipment, Claims within days',
    'USD 9,200.00',
    'FOB Yantian',
    OA,
    'As offered in QT-',
  ]) {
    expect(told).toContain(words)
  }
  clicks.atMost(0)

  const approve = card.locator('form:not(details form)')
  await approve.locator('[name=comment]').fill('Good, go on')
  await clicks.press(approve.locator('button', { hasText: 'Approve' }))
  await pane.locator('#message', { hasText: 'Saved' }).waitFor()
  clicks.atMost(1)
  const ledger = await ledgerOf(stage.url, String(road.message.subject).slice(0, 20))
  expect(await ledger.of('approvals')).toMatchObject([{ status: 'approved' }])

  // Whoever asked is told at home without a press, and by mail.
  const home = await open(await theBrowser(), stage.url, { as: REP, mail: 'none' })
  await home.pane.locator('#panel', { hasText: /Contract SC-.*: approved by David Chen: Good, go on/ }).waitFor()
  await home.context.close()
  await local('/local/tick', {})
  const { mails } = await local('/local/outbox')
  expect(mails.map(({ to, subject }: { to: string[]; subject: string }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(/^mia\.zhao@\S+ .*approved by David Chen: Good, go on$/),
  )

  // The order is made of what both have signed.
  for (const step of ['Sent for signature']) await road.press(REP, step)
  await road.press(REP, 'Signed by both', { signed_file: 'SC.pdf' })
  expect(await ledger.of('orders')).toHaveLength(1)
  expect((await ledger.of('installments')).map(({ amount }) => Number(amount)).sort((a, b) => a - b)).toEqual([
    460_000, 460_000,
  ])
})
