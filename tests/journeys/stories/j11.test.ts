import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { theBrowser } from '../browser.ts'
import { open } from '../open.ts'
import { type Running, startWorkbench } from '../stage.ts'
import { api, openDesk, openWorkbench } from '../workbench.ts'
import { Clicks } from './clicks.ts'

test('J11: a mail from a domain that only looks like a customer’s is red at once, beside it in Gmail', async () => {
  const clicks = new Clicks()
  const { card } = await openWorkbench({ as: 'wendy.li', mail: '11_extra_fraud_bank_change', host: 'gmail' })
  await card.getByText('Careful: this may be fraud').first().waitFor()
  const told = await card.innerText()
  for (const words of [
    'trilhasu1.example',
    'freemail.example',
    // She does not see Mia's customer: she is told who has the number.
    'Do not answer and do not pay: call the number on file. Mia Zhao has it.',
  ]) {
    expect(told).toContain(words)
  }
  clicks.atMost(0)
})

const MAIL = '11_extra_fraud_bank_change'
const tasksOf = async (as: string): Promise<string[]> =>
  (await (await api(as, 'GET', '/v1/tasks')).json()).records.map(({ title }: { title: string }) => title)

test('J11: whoever has the real customer reads the number on file without a click', async () => {
  const { pane } = await openWorkbench({ as: 'mia.zhao', mail: MAIL })
  const warned = pane.locator('[data-key=warnings]')
  await warned.waitFor()
  const told = await warned.innerText()
  expect(told).toContain('trilhasu1.example is not trilhasul.example (Trilha Sul Comércio Ltda.).')
  expect(told).toMatch(/call the number on file\. It is \+55[\d ()-]+\./)
})

test('J11: one press on Report tells finance and whoever has the real customer, and nobody else', async () => {
  const clicks = new Clicks()
  const about = /thiago\.nunes@trilhasu1\.example/
  for (const person of ['jane.wu', 'mia.zhao']) expect((await tasksOf(person)).join()).not.toMatch(about)
  const { card } = await openWorkbench({ as: 'wendy.li', mail: MAIL, host: 'gmail' })
  await clicks.within(1, 'report', async () => {
    await clicks.press(card.getByText('Report it', { exact: true }))
    await card.getByText('were reported by Wendy Li').first().waitFor()
  })
  for (const person of ['jane.wu', 'mia.zhao']) expect((await tasksOf(person)).join(), person).toMatch(about)
  expect((await tasksOf('kevin.wang')).join()).not.toMatch(about)
  expect(await card.getByText('Report it', { exact: true }).count()).toBe(0)
})

describe('of a customer as the demo has them', () => {
  // A stage of its own: on the shared one others move this customer's orders, and the next step is longer then.
  let stage: Running
  beforeAll(async () => {
    stage = await startWorkbench()
  }, 120_000)
  afterAll(() => stage.stop())

  test.each([
    ['light', 'en'],
    ['dark', 'zh-CN'],
  ] as const)(
    'above the fold of 320 px: who, tier, time, owner, the clock, the money, the next step (%s)',
    async (theme, language) => {
      const { pane, showing } = await open(await theBrowser(), stage.url, {
        as: 'mia.zhao',
        mail: '03_br_resposta_cotacao',
        theme,
        language,
      })
      await showing('Trilha Sul')
      const room = await pane
        .locator('body')
        .evaluate(() => ({ width: innerWidth, height: innerHeight, left: scrollY }))
      expect(room).toMatchObject({ width: 320, left: 0 })
      expect(await pane.locator('#subtitle').innerText()).toMatch(/^[ABC] · .+ · .*\d\d:\d\d$/)
      const first = ['#title', '#subtitle', '[data-key=who]', '[data-key=next_step]', '[data-key=money] dd >> nth=0']
      for (const one of first) {
        const box = await pane
          .locator(one)
          .first()
          .evaluate((element) => element.getBoundingClientRect().bottom)
        expect(box, one).toBeLessThanOrEqual(room.height)
      }
      expect(await pane.locator('[data-key=who]').innerText()).toContain('Mia Zhao')
      expect(await pane.locator('[data-key=next_step]').innerText()).toMatch(/\d{4}-\d\d-\d\d/)
      expect(await pane.locator('[data-key=next_step] .primary, [data-key=next_step] summary').count()).toBeGreaterThan(
        0,
      )
    },
  )
})

test('J11: one press in the 360 of a customer in danger plans the call: a draft in Portuguese, what to ask, and a task', async () => {
  const clicks = new Clicks()
  const message = { from: { address: 'luciana.farias@rionorte.example' } }
  const beside = await (await api('wendy.li', 'POST', '/v1/panel', { message })).text()
  const id = /"action":"plan-call","target":\{"type":"customer","id":"(\w+)"/.exec(beside)?.[1]
  expect(id).toBeDefined()
  const { page, showing } = await openDesk({ as: 'wendy.li', path: `/desk/customers/${id}` })
  await showing('Rio Norte')
  expect(await page.locator('[data-key=who]').innerText()).toMatch(/\d{4}-\d\d-\d\d[\s\S]*86 days since the last order/)
  await clicks.within(1, 'call plan', async () => {
    await clicks.press(page.locator('[data-key=who]').getByRole('button', { name: 'Call plan' }).first())
    await page.locator('dialog.letter').waitFor()
  })
  const letter = page.locator('dialog.letter')
  expect(await letter.locator('textarea').inputValue()).toContain('Gostaria de ligar esta semana')
  expect(await letter.getByRole('status').innerText()).toMatch(
    /^Ask on the telephone: .*they buy about every \d+ days and were expected on \d{4}-\d\d-\d\d/,
  )
  expect(await tasksOf('wendy.li')).toContain(
    'Call Rio Norte Importação e Exportação S.A.: they should have ordered by now',
  )
})
