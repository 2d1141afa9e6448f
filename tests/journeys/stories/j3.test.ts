import { readFile } from 'node:fs/promises'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { dateTime } from '#shared/i18n/dates.ts'
import { api, openWorkbench } from '../workbench.ts'
import { Clicks } from './clicks.ts'

/** Mia negotiates with a buyer in Brazil, in the thread, in Outlook: the mail answers an offer that is out. */
const MAIL = '03_br_resposta_cotacao'

const asked = async (as: string, path: string, body: object) => {
  const response = await api(as, 'POST', path, body, { 'Idempotency-Key': crypto.randomUUID() })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}
const listed = async (path: string) => (await (await api('mia.zhao', 'GET', path)).json()).records

async function step(id: string, way: string, as = 'mia.zhao') {
  const { version } = await (await api(as, 'GET', `/v1/quotations/${id}`)).json()
  await asked(as, `/v1/actions/advance-quotation:${way}`, { target: { type: 'quotation', id, version } })
}

/** Version 1 as the mail has it: 2,000 lanterns and 1,500 chairs, FOB, 30/70, out and answered. */
async function theOffer() {
  const message = { from: { address: 'thiago.nunes@trilhasul.example' } }
  const panel = await asked('mia.zhao', '/v1/panel', { message })
  const order = panel.sections.find(({ key }: { key: string }) => key === 'orders').full[0].open.id
  const { customer_id } = await (await api('mia.zhao', 'GET', `/v1/orders/${order}`)).json()
  const terms = await listed('/v1/payment_terms')
  const deal = await asked('mia.zhao', '/v1/deals', { subject: 'Lanterns and chairs', customer_id })
  const quotation = await asked('mia.zhao', '/v1/quotations', {
    deal_id: deal.id,
    customer_id,
    currency: 'USD',
    fx_rate: 712_000_000,
    incoterm: 'FOB',
    incoterm_year: 2020,
    named_place: 'Yantian',
    payment_term_id: terms.find(({ name }: { name: string }) => name === 'T/T 30/70 against copy B/L').id,
    valid_until: '2026-12-31',
  })
  const line = { quotation_id: quotation.id, unit: 'H87', currency: 'USD' }
  const lantern = {
    seq: 1,
    sku: 'BW-L800',
    description: 'Camping lantern',
    qty: 2_000_000,
    unit_price: 5_800_000,
    cost_price: 35_000_000,
  }
  const chair = {
    seq: 2,
    sku: 'BW-C600',
    description: 'Folding chair',
    qty: 1_500_000,
    unit_price: 8_650_000,
    cost_price: 54_800_000,
  }
  // A rep sets no costs.
  await asked('david.chen', '/v1/quotation_lines', { ...line, ...lantern })
  await asked('david.chen', '/v1/quotation_lines', { ...line, ...chair })
  for (const way of ['finish', 'send', 'reply']) await step(quotation.id, way)
  return quotation
}

test('J3: what the mail wants otherwise becomes version 2, which is approved and goes with its PDF', async () => {
  const clicks = new Clicks()
  const v1 = await theOffer()
  const { page, pane, showing } = await openWorkbench({ as: 'mia.zhao', mail: MAIL, height: 1400 })
  await showing('Trilha Sul')

  // What she sees on opening it.
  expect(await pane.locator('#subtitle').innerText()).toMatch(/^[ABC] · Brazil · /)
  const differences = pane.locator('[data-key=otherwise]')
  await differences.waitFor()
  const told = await differences.innerText()
  const { sent_at, replied_at } = await (await api('mia.zhao', 'GET', `/v1/quotations/${v1.id}`)).json()
  const ourTime = (at: number) => dateTime(at, 'Asia/Shanghai')
  for (const words of [
    'v1 sent, our time',
    ourTime(sent_at),
    `the buyer replied ${ourTime(replied_at)}: no reminder any more`,
    `The mail against ${v1.doc_no} v1`,
    'BW-L800: quantity',
    '2000 → 3500 pcs',
    '“3.500 pçs”',
    'USD 5.8 → 5.40',
    'FOB Yantian → CIF Santos',
    'T/T 30/70 against copy B/L → T/T 20/80 against copy B/L',
  ]) {
    expect(told).toContain(words)
  }
  clicks.atMost(0)

  const form = differences.locator('form')
  await clicks.press(differences.locator('summary', { hasText: 'New version' }))
  // What they would pay is hers to agree to.
  await form.locator('[name=lines]').fill('BW-L800; 3500 pcs; 5.40\nBW-C600; 1500 pcs; 8.65')
  expect(await form.locator('[name=incoterm]').inputValue()).toBe('CIF')
  expect(await form.locator('[name=named_place]').inputValue()).toBe('Santos')
  await clicks.press(form.locator('button[type=submit]'))
  await pane.locator('#message', { hasText: 'Saved' }).waitFor()
  clicks.atMost(2)
  await differences.getByText('The offer has all that the mail wants.').waitFor()
  const needed = differences.locator('button', { hasText: 'Needs approval: manager' })
  await needed.waitFor()
  await clicks.press(needed)
  await pane.locator('#message', { hasText: 'Saved' }).waitFor()
  clicks.atMost(1)

  const [{ id, version }] = (await listed('/v1/approvals')).filter(
    ({ status }: { status: string }) => status === 'pending',
  )
  await asked('david.chen', '/v1/actions/decide-approval', {
    target: { type: 'approval', id, version },
    input: { decision: 'approve' },
  })
  await page.locator('#select-nothing').click()
  await page.locator(`[data-mail="${MAIL}"]`).click()
  await showing('Trilha Sul')
  const reply = differences.locator('form[data-action=write-quotation] button[type=submit]')
  await clicks.press(reply)
  const letter = page.locator('.reply-form')
  await letter.frameLocator('iframe').getByText(`cotação ${v1.doc_no} v2`).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), letter.locator('.file a').click()])
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(await download.path()))), {
    mergePages: true,
  })
  for (const words of [`${v1.doc_no}`, 'CIF Santos', '3,500', '20/80']) expect(text).toContain(words)
  clicks.atMost(1)

  // Nobody but her knows that the draft has left.
  await clicks.press(differences.locator('button', { hasText: 'Sent to the buyer' }))
  await pane.locator('#message', { hasText: 'Saved' }).waitFor()
  clicks.atMost(1)
  const versions = await listed(`/v1/quotations?deal_id=${v1.deal_id}`)
  expect(versions.map(({ version_no, status }: Record<string, unknown>) => [version_no, status]).sort()).toEqual([
    [1, 'superseded'],
    [2, 'sent'],
  ])
})
