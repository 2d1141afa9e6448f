import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Reply } from '#shared/api.ts'
import { held, message, note, ofSender, settled } from './pane-fixtures.ts'
import { mail, type Outlook, type Said, select, usePane, type WorkerScript } from './pane-stage.ts'

const { opened, open } = usePane()

const BUTTON = note({
  action: 'write-status',
  target: { type: 'order', id: '01K00000000000000000000002' },
  label: 'Reply with status of',
  fields: [],
})

const LETTER: Reply = {
  language: 'pt-BR',
  subject: 'Status do seu pedido SO-2026-0412',
  text: 'Prezado(a) Thiago,\n\nSituação: Em produção',
  html: '<div dir="ltr"><table><tr><td>Situação</td></tr></table></div>',
  fits: true,
}

const written = (reply: Partial<Reply> = {}): Said => ({ body: { outcome: 'written', reply: { ...LETTER, ...reply } } })

const writing = (answer: Said | Promise<Said>): WorkerScript => ({
  ...ofSender({ orders: [BUTTON] }),
  act: () => answer,
})

const replies = (page: Page) =>
  page.evaluate(() => (window as unknown as { replies: { to: string; html: string; files?: string[] }[] }).replies)

const press = (page: Page) => page.click('[type=submit]')

/** What lies in the clipboard after a press on Copy, as what it is taken for. */
async function copied(page: Page): Promise<Record<string, string>> {
  await page.evaluate(() => {
    window.addEventListener('copy', ({ clipboardData }) => {
      const types = ['text/plain', 'text/html']
      Object.assign(window, { taken: Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type)])) })
    })
  })
  await page.click('dialog .primary')
  return page.evaluate(() => (window as unknown as { taken: Record<string, string> }).taken)
}

describe('a letter', () => {
  test.each<NonNullable<Outlook['reply']>>(['opens', 'older'])(
    'stands in the reply to the mail, and the panel stays as it was (Outlook %s)',
    async (reply) => {
      const page = await opened(writing(written()), { reply })
      await page.evaluate(() => document.querySelector('#panel section')?.setAttribute('data-seen', 'yes'))
      await press(page)
      await expect.poll(() => message(page)).toContain('It stands in your reply.')
      expect(await replies(page)).toEqual([{ to: 'thiago@trilhasul.example', html: LETTER.html }])
      expect(await page.locator('#panel section[data-seen]').count()).toBe(1)
    },
  )

  test('says what the sender has to look at first', async () => {
    const page = await opened(writing(written({ heed: 'Left out: Promised date 2026-10-10.' })))
    await press(page)
    await expect.poll(() => message(page)).toBe('Left out: Promised date 2026-10-10.')
    expect(await page.getAttribute('#notice', 'data-tone')).toBe('warning')
  })

  test('never stands in a reply to the mail that was opened meanwhile', async () => {
    const answer = held()
    const page = await opened(writing(answer.answer))
    await press(page)
    await select(page, mail('Ana'))
    answer.letGo(written())
    await page.waitForSelector('dialog')
    await settled(page)
    expect(await replies(page)).toEqual([])
  })

  test('never stands in a reply to somebody else than its buyer, and that is said', async () => {
    const page = await opened(writing(written({ fits: false })))
    await press(page)
    expect(await page.textContent('dialog p')).toBe('This mail is not from the buyer it is for.')
    expect(await replies(page)).toEqual([])
  })

  test.each<NonNullable<Outlook['reply']>>(['refuses', 'missing'])(
    'is there to be copied, as text and as table, where Outlook opens no reply (%s)',
    async (reply) => {
      const page = await opened(writing(written()), { reply })
      await press(page)
      expect(await page.textContent('dialog p')).toBe('No reply could be opened here.')
      expect(await page.inputValue('dialog textarea')).toBe(LETTER.text)
      expect(await copied(page)).toEqual({ 'text/plain': LETTER.text, 'text/html': LETTER.html })
      await expect.poll(() => page.textContent('dialog [role=status]')).toBe('Copied')
      await page.click('dialog .secondary')
      await expect.poll(() => page.locator('dialog').count()).toBe(0)
    },
  )

  test('with no mail open is there to be copied, without a word of replies', async () => {
    const page = await open(writing(written({ fits: false })), { message: null })
    await page.waitForSelector('#panel section')
    await press(page)
    await page.waitForSelector('dialog')
    expect(await page.locator('dialog p:not([role])').count()).toBe(0)
  })
})

describe('a letter with a file', () => {
  const url = 'https://quayside.example/files/abc'
  const file = { id: 'f', name: 'QT-1-v1.pdf', mime: 'application/pdf', bytes: 90_000, sha256: '0', url }
  const withFile = (more: Partial<typeof file> = {}) => writing(written({ attachments: [{ ...file, ...more }] }))
  const links = (page: Page) =>
    page.locator('#files a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))

  test.each<NonNullable<Outlook['reply']>>(['opens', 'older'])(
    'has it attached, and at hand where it did not come (Outlook %s)',
    async (reply) => {
      const page = await opened(withFile(), { reply })
      await press(page)
      await expect.poll(() => message(page)).toContain('It stands in your reply, with the file.')
      expect(await replies(page)).toEqual([
        { to: 'thiago@trilhasul.example', html: LETTER.html, files: [`file QT-1-v1.pdf ${url}`] },
      ])
      expect(await links(page)).toEqual([url])
    },
  )

  test.each<[string, NonNullable<Outlook['reply']>, Partial<typeof file>, string[] | undefined]>([
    ['Outlook refuses', 'no_files', {}, undefined],
    ['is too large', 'opens', { bytes: 30_000_000 }, []],
    ['has too long a name', 'opens', { name: 'x'.repeat(256) }, []],
  ])('that %s stands open without it, and that is said', async (_, reply, more, files) => {
    const page = await opened(withFile(more), { reply })
    await press(page)
    await expect.poll(() => message(page)).toContain('Outlook did not take the file')
    expect(await replies(page)).toEqual([
      { to: 'thiago@trilhasul.example', html: LETTER.html, ...(files ? { files } : {}) },
    ])
    expect(await links(page)).toEqual([url])
    await page.click('#dismiss')
    expect(await links(page)).toEqual([])
  })

  test('that cannot be a reply is there to be copied, and the file to be got', async () => {
    const page = await opened(withFile(), { reply: 'refuses' })
    await press(page)
    expect(await page.locator('dialog .files a').getAttribute('href')).toBe(url)
  })
})
