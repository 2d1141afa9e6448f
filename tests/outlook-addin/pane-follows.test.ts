import { describe, expect, test } from 'vitest'
import type { PanelAsk } from '#shared/api.ts'
import { aPanel, firstSection, held, ORDER, ofSender, settled, title } from './pane-fixtures.ts'
import { drawn, mail, select, usePane } from './pane-stage.ts'

const { open, opened } = usePane()

describe('following the mail', () => {
  test('with no mail selected the Worker is asked for the panel of nothing', async () => {
    const asks: PanelAsk[] = []
    const page = await opened(
      {
        panel: (ask) => {
          asks.push(ask)
          return { body: drawn(aPanel('Quayside'), ask) }
        },
      },
      { message: null },
    )
    expect(asks[0]).toEqual({ host: 'outlook', render: 'html', have: {} })
    expect(await title(page)).toBe('Quayside')
  })

  test('the headers of the mail are sent as Outlook has them, in the language of Outlook', async () => {
    const seen: { ask: PanelAsk; headers: Record<string, string> }[] = []
    const open = { ...mail('Thiago'), to: [{ name: null, address: 'mia.zhao@bluewhale-outdoor.example' }], cc: [] }
    await opened(
      {
        panel: (ask, request) => {
          seen.push({ ask, headers: request.headers() })
          return { body: drawn(aPanel('x'), ask) }
        },
      },
      { message: open, language: 'zh-CN' },
    )
    expect(seen[0]?.ask.message).toEqual({ ...open, conversationId: null })
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer a.b.c', 'accept-language': 'zh-CN' })
  })

  test('what the reader has turned to is asked for from then on, at that mail alone', async () => {
    const asks: PanelAsk[] = []
    const turns = { kind: 'turns', label: 'Show', turns: ['all', 'call'].map((see) => ({ label: see, see })) } as const
    const page = await opened({
      panel: (ask) => {
        asks.push(ask)
        return { body: drawn(aPanel(`${ask.see ?? 'all'} of ${ask.message?.from?.name}`, { timeline: [turns] }), ask) }
      },
    })
    await page.click('[data-see=call]')
    await page.locator('#title', { hasText: 'call of Thiago' }).waitFor()
    const again = page.waitForResponse('**/v1/panel')
    await page.click('#refresh')
    await (await again).finished()
    await select(page, mail('Paula'))
    await page.locator('#title', { hasText: 'all of Paula' }).waitFor()
    expect(asks.map(({ message, see }) => [message?.from?.name, see])).toEqual([
      ['Thiago', undefined],
      ['Thiago', 'call'],
      ['Thiago', 'call'],
      ['Paula', undefined],
    ])
  })

  test('a late answer for the previous mail is never shown', async () => {
    const late = held()
    const asked = Promise.withResolvers<void>()
    const page = await open(
      {
        panel: (ask) => {
          if (ask.message?.from?.name !== 'Thiago') return { body: drawn(aPanel('Paula’s firm'), ask) }
          asked.resolve()
          return late.answer
        },
      },
      { message: mail('Thiago') },
    )
    await asked.promise
    await select(page, mail('Paula'))
    await page.waitForSelector('#panel section')
    const arrived = page.waitForResponse('**/v1/panel')
    late.letGo({ body: drawn(aPanel('Thiago’s firm')) })
    await (await arrived).finished()
    await settled(page)
    expect(await title(page)).toBe('Paula’s firm')
  })

  test('as soon as another mail is chosen nothing of the last customer is on the page', async () => {
    const page = await opened({
      panel: (ask) =>
        ask.message?.from?.name === 'Thiago' ? { body: drawn(aPanel('Thiago’s firm'), ask) } : held().answer,
    })
    await select(page, mail('Paula'))
    expect(await title(page)).toBe('Paula')
    expect(await page.innerHTML('#panel')).toBe('')
  })

  test('running down many mails asks the Worker for the last one alone', async () => {
    const asked: (string | null | undefined)[] = []
    const worker = ofSender()
    const page = await opened({
      panel: (ask, request) => {
        asked.push(ask.message?.from?.name)
        return worker.panel(ask, request)
      },
    })
    const names = ['Ana', 'Bia', 'Caio', 'Davi', 'Eva']
    await page.evaluate(async (mails) => {
      const outlook = window as unknown as { select(mail: unknown): void }
      for (const one of mails) {
        outlook.select(one)
        // Each an event of its own, and each after whatever the last one set off at once.
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve))
      }
    }, names.map(mail))
    await expect.poll(() => title(page)).toBe('Eva')
    await page.waitForSelector('#panel section')
    expect(asked).toEqual(['Thiago', 'Eva'])
  })

  test('back at an earlier mail its last panel is there at once, marked with its time, until the new one comes', async () => {
    const fresh = held()
    const asks: PanelAsk[] = []
    const page = await opened({
      panel: (ask) => {
        asks.push(ask)
        const again = asks.length > 2
        return again ? fresh.answer : { body: drawn(aPanel(ask.message?.from?.name ?? ''), ask) }
      },
    })
    await select(page, mail('Paula'))
    await expect.poll(() => page.locator('#panel section').count()).toBe(1)
    await select(page, mail('Thiago'))
    expect(await title(page)).toBe('Thiago')
    expect(await page.locator('#panel section').count()).toBe(1)
    expect(await page.textContent('#as-of')).toMatch(/^As of .*\d\d:\d\d$/)
    await expect.poll(() => asks.length).toBe(3)
    expect(Object.keys(asks[2]?.have ?? {})).toEqual(['notes'])
    fresh.letGo({ body: drawn(aPanel('Thiago', { notes: [{ kind: 'note', text: 'newer' }] })) })
    await page.waitForSelector('#as-of', { state: 'hidden' })
    expect(await firstSection(page)).toContain('newer')
  })

  test('two mails that claim the same Message-ID never share a panel', async () => {
    const page = await opened({
      panel: (ask) =>
        ask.message?.from?.name === 'Thiago' ? { body: drawn(aPanel('Thiago’s firm'), ask) } : held().answer,
    })
    await select(page, { ...mail('Mallory'), messageId: mail('Thiago').messageId ?? null })
    expect(await title(page)).toBe('Mallory')
    expect(await page.innerHTML('#panel')).toBe('')
  })

  test('the new customer is announced once, and the focus stays where it is', async () => {
    const page = await opened(ofSender())
    await select(page, mail('Paula'))
    await expect.poll(() => page.textContent('#announcement')).toBe('Paula')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  })

  test('a name that looks like markup is shown as it is', async () => {
    const name = '<b>x</b> &amp; "y"'
    const page = await opened({
      panel: (ask) => ({ body: drawn(aPanel(name, { a: [{ ...ORDER, title: name }] }), ask) }),
    })
    expect(await title(page)).toBe(name)
    expect(await page.textContent('.open')).toBe(name)
    expect(await page.locator('b').count()).toBe(0)
  })
})

describe('a record beside the mail', () => {
  test('opens in place of the mail’s panel, and the way back leads to where the reader was', async () => {
    const asks: PanelAsk[] = []
    const page = await opened({
      panel: (ask) => {
        asks.push(ask)
        return { body: drawn(aPanel(ask.record ? 'SO-2026-0412' : 'Thiago', { orders: [ORDER] }), ask) }
      },
    })
    await page.focus('.open')
    await page.keyboard.press('Enter')
    await expect.poll(() => title(page)).toBe('SO-2026-0412')
    expect(asks.at(-1)).toMatchObject({ record: { type: 'order', id: ORDER.open?.id } })
    await page.click('#back')
    expect(await title(page)).toBe('Thiago')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('SO-2026-0412')
    expect(await page.locator('#back').isVisible()).toBe(false)
  })

  test('another mail closes it', async () => {
    const page = await opened(ofSender({ orders: [ORDER] }))
    await page.click('.open')
    await page.waitForSelector('#back:not([hidden])')
    await select(page, mail('Paula'))
    await expect.poll(() => title(page)).toBe('Paula')
    expect(await page.locator('#back').isVisible()).toBe(false)
  })
})
