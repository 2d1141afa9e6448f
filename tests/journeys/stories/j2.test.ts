import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clicks } from './clicks.ts'
import { aDay, type Day, given } from './day.ts'

/**
 * J2 (domain 5): Kevin reads a German inquiry in Gmail whose firm is Mia's customer, asks for it, and David shares it.
 */
const MAIL = '02_de_anfrage'
/** What is Mia's alone: the customer's number, their people, orders, prices and what she wrote. */
const MIAS = ['Baumann Garten GmbH', 'Katrin Baumann', 'SO-2026', '11,657.52', '价格底线', 'Usual terms']

let day: Day
beforeAll(async () => {
  day = await aDay()
  await day.at('2026-08-06T15:00:00+08:00')
})
afterAll(() => day.end())

test('J2: a colleague’s customer is asked for in one click and shared in one, and nothing of it is told before', async () => {
  const { press, within } = new Clicks()
  const kevin = await day.sits({ as: 'kevin.wang', mail: MAIL, host: 'gmail' })
  const sent = given(kevin.page)
  const { card } = kevin

  await within(0, '(1) language, numbers, both terms and the day are read', async () => {
    await card.getByText('What the mail asks for').waitFor()
    const said = await card.innerText()
    expect(said).toContain('German')
    expect(said).toContain('1,200 pcs')
    expect(said).toContain('FCA Shenzhen / DAP Paderborn')
    expect(said).toMatch(/2026-08-12\s+quote by Wed 2026-08-12 18:00/)
  })

  await within(1, '(2) whose customer it is, and to ask for it', async () => {
    expect(await card.innerText()).toMatch(/A customer already[\s\S]*Mia Zhao/)
    await press(card.getByRole('button', { name: 'Ask for this customer' }))
    await card.getByText('You have asked for this customer.').waitFor()
  })
  const all = `${await sent()}\n${await card.innerHTML()}`
  for (const secret of MIAS) expect(all).not.toContain(secret)
  await kevin.context.close()

  const david = await day.sits({ as: 'david.chen', mail: 'none', host: 'gmail' })
  await within(1, '(3) the request is in David’s panel, and he shares the customer', async () => {
    await david.card.getByText('Kevin Wang asks to share this customer').waitFor()
    expect(await david.card.innerText()).toContain('Baumann Garten GmbH')
    await press(david.card.getByRole('button', { name: 'Answer', exact: true }))
    await david.page.locator('.gmail .toast', { hasText: 'Saved' }).waitFor()
  })
  await david.context.close()

  const sharing = await day.sits({ as: 'kevin.wang', mail: MAIL, host: 'gmail' })
  await sharing.showing('Baumann Garten GmbH')
})
