import { describe, expect, test } from 'vitest'
import { openWorkbench } from './workbench.ts'

describe('David opens a mail', () => {
  test('from Trilha Sul: the customer with open orders and money', async () => {
    const { pane, showing } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul Comércio Ltda.')
    const text = await pane.locator('#panel').innerText()
    for (const fact of ['Thiago Albuquerque Nunes', 'Decision maker', 'Mia Zhao', 'Open orders (4)', 'In production']) {
      expect(text).toContain(fact)
    }
    expect(text).toMatch(/Overdue\s+Warning:\s+USD 18,400\.00\s+22 days/)
    expect(await pane.locator('#subtitle').innerText()).toMatch(/^B · Brazil · \w{3} \d\d:\d\d$/)
  })

  test('from a new person at Baumann: matched by the domain, and said so', async () => {
    const { pane, showing } = await openWorkbench({ mail: '02_de_anfrage' })
    await showing('Baumann Garten GmbH')
    expect(await pane.locator('#panel').innerText()).toContain('the domain gartenwelt-baumann.example is known')
  })

  test('from Ridgeline: an unknown sender, an inquiry prefilled from the headers is made in two clicks', async () => {
    const { pane, showing, choose } = await openWorkbench({ mail: '01_us_rfq_table' })
    await showing('Rachel Kowalski')
    await pane.locator('summary', { hasText: 'Create inquiry' }).click()
    expect(await pane.locator('[name=email]').inputValue()).toBe('rachel.kowalski@ridgeline-outfitters.example')
    expect(await pane.locator('[name=subject]').inputValue()).toContain('RFQ - camp furniture')
    await pane.locator('form[data-action=create-inquiry] button[type=submit]').click()
    await pane.locator('.badge', { hasText: 'Received' }).waitFor()
    await choose('02_de_anfrage')
    await showing('Baumann')
    await choose('01_us_rfq_table')
    await showing('Rachel Kowalski')
    expect(await pane.locator('#panel').innerText()).toMatch(/INQ-2026-\d{4}/)
  })

  test('in Chinese: everything around the customer’s own words is Chinese', async () => {
    const { pane, showing } = await openWorkbench({ mail: '03_br_resposta_cotacao', language: 'zh-CN' })
    await showing('Trilha Sul')
    const text = await pane.locator('#panel').innerText()
    for (const word of ['客户', '下一步', '款项', '未结订单（4）', '往来记录', '决策人', '逾期'])
      expect(text).toContain(word)
  })
})

test('one press files the mail, and everybody sees by whom', async () => {
  const { pane, showing } = await openWorkbench({ mail: '02_de_anfrage' })
  await showing('Baumann Garten GmbH')
  await pane.locator('form[data-action=file-mail] button[type=submit]').click()
  await pane.getByText('Filed by David Chen, just now').first().waitFor()
  const read = pane.locator('[data-key=filing] .link a', { hasText: 'Read the mail' })
  expect(await read.getAttribute('href')).toMatch(/\/desk\/mails\/[0-9A-Z]{26}$/)
  await pane.locator('form[data-action=unfile-mail] button[type=submit]').click()
  await pane.locator('form[data-action=file-mail]').waitFor()
})

describe('what Outlook tells only when asked', () => {
  test('a fraud’s mail: another domain, other answers, another account, before everything else', async () => {
    const { pane } = await openWorkbench({ mail: '11_extra_fraud_bank_change' })
    const warned = pane.locator('#panel > section').first()
    await warned.getByText('Answers would go to thiago.nunes.trilha@freemail.example').waitFor()
    const text = await warned.innerText()
    expect(text).toContain('trilhasu1.example is not trilhasul.example')
    expect(text).toContain('It speaks of bank details')
  })

  test('a form of ours: the panel is of whoever filled it in', async () => {
    const { showing } = await openWorkbench({ mail: '09_web_form' })
    await showing('Priya Raghunathan')
  })
})

describe('the pinned pane', () => {
  test('follows the mail that is selected', async () => {
    const { showing, choose } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul')
    await choose('02_de_anfrage')
    await showing('Baumann')
    await choose('01_us_rfq_table')
    await showing('Rachel Kowalski')
  })

  test('never shows a late answer for the mail before', async () => {
    const { page, pane, showing, choose } = await openWorkbench({ mail: '01_us_rfq_table' })
    await showing('Rachel Kowalski')
    const held: (() => void)[] = []
    await page.route('**/v1/panel', async (route) => {
      if (route.request().postData()?.includes('trilhasul')) await new Promise<void>((letGo) => held.push(letGo))
      await route.continue().catch(() => {})
    })
    const asked = page.waitForRequest((request) => request.postData()?.includes('trilhasul') ?? false)
    await choose('03_br_resposta_cotacao')
    await asked
    await choose('02_de_anfrage')
    await showing('Baumann')
    const answered = page
      .waitForResponse((response) => response.request().postData()?.includes('trilhasul') ?? false)
      .catch(() => null)
    for (const letGo of held) letGo()
    await Promise.race([answered, page.waitForEvent('requestfailed').catch(() => null)])
    expect(await pane.locator('#title').innerText()).toBe('Baumann Garten GmbH')
  })

  test('shows the last panel of a mail at once, marked with its time, and refreshes behind it', async () => {
    const { page, pane, showing, choose } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul')
    await choose('02_de_anfrage')
    await showing('Baumann')
    const held: (() => void)[] = []
    let holding = true
    await page.route('**/v1/panel', async (route) => {
      if (holding) await new Promise<void>((letGo) => held.push(letGo))
      await route.continue()
    })
    const asked = page.waitForRequest('**/v1/panel')
    await choose('03_br_resposta_cotacao')
    await pane.locator('#title', { hasText: 'Trilha Sul' }).waitFor()
    expect(await pane.locator('#as-of').innerText()).toMatch(/^As of .*\d\d:\d\d/)
    await asked
    holding = false
    for (const letGo of held) letGo()
    await pane.locator('#as-of').waitFor({ state: 'hidden' })
  })
})

describe('every state says what it is', () => {
  test('nothing selected', async () => {
    const { page, pane, showing } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul')
    await page.locator('#select-nothing').click()
    await pane.getByRole('heading', { name: 'Recently opened' }).waitFor()
  })

  test('a mail among colleagues, and several possible customers', async () => {
    const { page, pane, showing, choose } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul')
    await choose(await mailFrom(page, 'Kevin Wang'))
    await pane.getByText('Only colleagues take part in this mail.').waitFor()
    await choose(await mailFrom(page, 'Nora Lam'))
    await pane.getByText(/Which customer\? \(2 fit\)/).waitFor()
    await pane.locator('[data-open-type=customer]').first().click()
    await pane
      .getByRole('heading', { name: 'Next step' })
      .or(pane.getByRole('heading', { name: 'Customer' }))
      .first()
      .waitFor()
    await pane.locator('#back').click()
    await pane.getByText(/Which customer\? \(2 fit\)/).waitFor()
  })

  test('signed out: what it is for, and how to get in', async () => {
    const { page, pane, showing } = await openWorkbench({ as: 'none', mail: '03_br_resposta_cotacao' })
    await pane.locator('#sign-in').click()
    await page.getByRole('dialog').getByText('David Chen').first().click()
    await showing('Trilha Sul')
  })

  test('the Worker unreachable: says so, keeps what was shown and typed, and goes on when it is back', async () => {
    const { page, pane, showing } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
    await showing('Trilha Sul')
    await pane.locator('summary:visible', { hasText: 'Add a note' }).click()
    await pane.locator('[name=note]:visible').fill('Called Thiago about the balance')
    const network = page.locator('#network, [role=switch]').first()
    await network.click()
    await pane.locator('form[data-action=add-note] button[type=submit]:visible').click()
    await pane.getByText('Not saved: Quayside cannot be reached.').waitFor()
    expect(await pane.locator('[name=note]:visible').inputValue()).toBe('Called Thiago about the balance')
    await network.click()
    await pane.locator('form[data-action=add-note] button[type=submit]:visible').click()
    await pane.locator('[data-key=timeline] .item:visible', { hasText: 'Called Thiago about the balance' }).waitFor()
  })
})

async function mailFrom(page: import('playwright-core').Page, name: string): Promise<string> {
  const id = await page.locator('[data-mail]', { hasText: name }).first().getAttribute('data-mail')
  expect(id).toBeTruthy()
  return id ?? ''
}
