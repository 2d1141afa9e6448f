import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clicks } from './clicks.ts'
import { aDay, type Day } from './day.ts'

/**
 * J1 (domain 5): an inquiry of an unknown firm in Seattle came in the night; Wendy opens it in Outlook, takes it, makes a
 * customer of its writer, and has its goods before her.
 */
const MAIL = '01_us_rfq_table'
const WRITER = { name: 'Rachel Kowalski', address: 'rachel.kowalski@ridgeline-outfitters.example' }
const MESSAGE = {
  messageId: '<20260706234211.7A1C@ridgeline-outfitters.example>',
  from: WRITER,
  to: [{ address: 'sales@bluewhale-outdoor.example' }],
  subject: 'RFQ - camp furniture & lanterns Spring 2027 - Ridgeline Outfitters',
  sentAt: '2026-07-06T16:42:11-07:00',
}

let day: Day
beforeAll(async () => {
  day = await aDay()
  // Whoever looks after the common mailbox takes it in as it comes.
  await day.at('2026-07-07T07:43:00+08:00')
  await day.call('david.chen', '/v1/actions/create-inquiry', {
    target: { type: 'inquiry', id: 'new' },
    input: { subject: MESSAGE.subject, contact_name: WRITER.name, email: WRITER.address, country: 'US' },
    message: MESSAGE,
  })
  await day.at('2026-07-07T08:50:00+08:00')
})
afterAll(() => day.end())

test('J1: an inquiry from Seattle is taken, its writer made a customer, and what they want is read', async () => {
  const { press, within } = new Clicks()
  const wendy = await day.sits({ as: 'wendy.li', mail: MAIL, height: 1400 })
  const { pane } = wendy
  const panel = pane.locator('#panel')
  const waits = (text: string | RegExp) => panel.getByText(text).filter({ visible: true }).first().waitFor()
  const saved = async () => {
    await pane.locator('#message', { hasText: 'Saved' }).waitFor()
    await pane.locator('#dismiss').click()
  }

  await within(0, '(1) who asks, where they are, which inquiry it is and by when it is claimed', async () => {
    await waits('What the mail asks for')
    const said = await panel.innerText()
    expect(said).toMatch(/United States · English\s+Mon 17:50\s+15 h behind/)
    expect(said).toMatch(/INQ-2026-\d{4}/)
    expect(said).toContain('2026-07-07 07:42')
    expect(said).toMatch(/To be claimed by\s+2026-07-08 07:42\s+22 h to claim/)
  })

  await within(0, '(5) when they want to hear, here and there, and until when to quote', async () => {
    const said = await panel.innerText()
    expect(said).toMatch(/Sat 2026-07-11 08:00\s+Fri 17:00 there · quote by Fri 2026-07-10 18:00/)
    expect(said).toContain('FOB Yantian / CIF Tacoma')
  })

  await within(1, '(2) claim', async () => {
    await press(panel.locator('form[data-action=claim-inquiry] [type=submit]:visible'))
    await saved()
    await waits('Claimed')
  })

  await within(2, '(3) a customer, as the signature has it', async () => {
    const form = panel.locator('form[data-action=create-customer]').filter({ visible: true })
    await press(panel.locator('summary:visible', { hasText: 'Make a customer of the sender' }))
    await form.getByText('From the mail: ').first().waitFor()
    const value = (key: string) => form.locator(`[name=${key}]`).inputValue()
    expect(await value('name')).toBe('Ridgeline Outfitters, Inc.')
    expect(await value('title')).toBe('Senior Sourcing Manager')
    expect(await value('phone')).toBe('+1 206-555-0142')
    await press(form.locator('[type=submit]'))
    await wendy.showing('Ridgeline Outfitters, Inc.')
  })

  await within(4, '(4) the three lines, each with its quantity and the price that they wish', async () => {
    const goods = await panel.innerText()
    for (const line of [
      '6,000 pcs',
      '2,400 pcs',
      '3,600 pcs',
      'target USD 8.90',
      'target USD 17.50',
      'target USD 6.25',
    ])
      expect(goods).toContain(line)
  })

  // Nothing has been sent to them by itself.
  expect(await day.outbox()).not.toContain(WRITER.address)
})
