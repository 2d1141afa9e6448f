import type { Locator } from 'playwright-core'
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
  await day.edit('fang.yuan', '/v1/mail_settings', { acknowledges: true })
  // Whoever looks after the common mailbox takes it in as it comes.
  await day.at('2026-07-07T07:43:00+08:00')
  await day.call('david.chen', '/v1/actions/create-inquiry', {
    target: { type: 'inquiry', id: 'new' },
    input: { subject: MESSAGE.subject, contact_name: WRITER.name, email: WRITER.address, country: 'US' },
    message: MESSAGE,
  })
  await day.tick()
  await day.at('2026-07-07T08:50:00+08:00')
})
afterAll(() => day.end())

test('J1: an inquiry from Seattle is taken, its writer made a customer, and what they want is read', async () => {
  const clicks = new Clicks()
  const { press, within } = clicks
  const choose = (target: Locator, label: string) => clicks.choose(target, label)
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
    expect(said).toMatch(/Auto-reply sent\s+2026-07-07 07:43/)
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
    expect(await value('address')).toBe('2210 Harbor Ave SW, Seattle, WA 98126, USA')
    expect(await form.innerText()).toContain('From the mail: “2210 Harbor Ave SW, Seattle, WA 98126, USA”')
    await press(form.locator('[type=submit]'))
    await wendy.showing('Ridgeline Outfitters, Inc.')
  })

  const quote = panel.locator('form[data-action=quote-asked]').filter({ visible: true })
  const product = (line: number) => quote.locator(`[name=product_${line}]`)

  await within(
    4,
    '(4) the three lines, each with its quantity and the price that they wish, and what of ours each is',
    async () => {
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

      await press(panel.locator('summary:visible', { hasText: 'Quote' }))
      // What is called alike is suggested, and says so; where several of ours may be meant none is taken.
      expect(await product(3).inputValue()).toBe('BW-L800')
      expect(await product(2).inputValue()).toBe('')
      expect(await quote.innerText()).toContain('Several of ours may be meant: please choose.')
      expect(await quote.innerText()).toContain('Suggested by its name: please check.')
      await choose(product(1), 'BW-C620 Folding camp chair 600D, padded, cup holder')
      await choose(product(2), 'BW-T120 Roll-top table aluminium 120 x 70 cm')
    },
  )

  await within(
    1,
    '(6) a draft FOB and a draft CIF, with what each line is expected to earn for who may know',
    async () => {
      await press(quote.locator('[type=submit]'))
      await saved()
      await waits(/Being quoted: QT-\d{4}-\d{4} FOB Yantian, QT-\d{4}-\d{4} CIF Tacoma/)
      const said = await panel.innerText()
      expect(said).toMatch(/CIF Tacoma: freight and insurance are not known yet and not in it\./)
      expect(said).toContain('6,000 pcs × USD 8.9')
      expect(said).not.toContain('margin')
    },
  )

  // Nothing but the acknowledgement has been sent to them by itself, and that once.
  await day.tick()
  const { mails } = JSON.parse(await day.outbox())
  const theirs = mails.filter((mail: object) => JSON.stringify(mail).includes(WRITER.address))
  expect(theirs).toHaveLength(1)
  expect(JSON.stringify(theirs)).toContain('We have received your inquiry INQ-2026-')

  // Her manager may know what things cost, and sees beside the same mail what each line is expected to earn.
  await wendy.context.close()
  const david = await day.sits({ as: 'david.chen', mail: MAIL, height: 1400 })
  await david.pane
    .getByText(/Being quoted: /)
    .filter({ visible: true })
    .first()
    .waitFor()
  const shown = await david.pane.locator('#panel').innerText()
  expect(shown.match(/expected margin -?\d+(\.\d+)? %/g)).toHaveLength(3)
})
