import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aPanel, ofSender, title } from './pane-fixtures.ts'
import { drawn, mail, type Said, select, usePane } from './pane-stage.ts'

const { open, opened } = usePane()

describe('without the Worker, without a sign-in', () => {
  test('unreachable is said, the panel and the words stay, and another try brings it back', async () => {
    const answers: Said[] = ['no-network']
    const worker = ofSender()
    let calls = 0
    const page = await opened({
      panel: (ask, request) =>
        calls++ === 0 ? worker.panel(ask, request) : (answers.pop() ?? worker.panel(ask, request)),
    })
    await page.fill('textarea', 'Not sent yet')
    await page.click('#refresh')
    await page.waitForSelector('#trouble:not([hidden])')
    expect(await page.textContent('#trouble-text')).toContain('cannot be reached')
    expect(await page.inputValue('textarea')).toBe('Not sent yet')
    await page.click('#retry')
    await page.waitForSelector('#trouble', { state: 'hidden' })
    expect(await page.inputValue('textarea')).toBe('Not sent yet')
  })

  test('the page of a gateway in place of JSON is as good as no answer', async () => {
    const page = await open({ panel: () => 'no-network' }, { message: mail('Thiago') })
    await page.route('**/v1/panel', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad' }),
    )
    await page.reload()
    await page.waitForSelector('#trouble:not([hidden])')
    expect(await page.textContent('#trouble-text')).toBe('Quayside cannot be reached.')
  })

  test('signed out, the pane says what it is for; signing in brings the panel', async () => {
    const page = await open(ofSender(), { message: mail('Thiago'), signedOut: true })
    await page.waitForSelector('#welcome:not([hidden])')
    expect(await page.textContent('#welcome')).toContain('open orders')
    await page.click('#sign-in')
    await page.waitForSelector('#panel section')
    expect(await title(page)).toBe('Thiago')
  })

  test('once the Worker no longer takes the token, no customer is left on the page or in memory', async () => {
    const answers: Said[] = [{ status: 401, body: {} }]
    let calls = 0
    const page = await opened({
      panel: (ask) => (calls++ === 0 ? { body: drawn(aPanel('Thiago’s firm'), ask) } : (answers[0] as Said)),
    })
    await page.click('#refresh')
    await page.waitForSelector('#welcome:not([hidden])')
    expect(await page.textContent('body')).not.toContain('Thiago’s firm')
    await select(page, mail('Paula'))
    await select(page, mail('Thiago'))
    expect(await page.textContent('body')).not.toContain('Thiago’s firm')
  })

  test('outside of Outlook the pane says where it belongs', async () => {
    const page = await open(ofSender())
    await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort())
    await page.reload()
    await page.waitForSelector('#trouble:not([hidden])')
    expect(await page.textContent('#trouble-text')).toContain('Open this pane from a mail in Outlook')
  })
})

describe('a link to the desk', () => {
  const link = { kind: 'link', label: 'Open the desk', href: 'https://quayside.example/desk/' } as const
  const inBrowser = (page: Page) =>
    page.evaluate(() => (window as { openedInBrowser?: string }).openedInBrowser ?? null)

  test('opens in the reader’s browser where Outlook is a program of its own', async () => {
    const page = await opened(ofSender({ desk: [link] }), { platform: 'PC' })
    await page.click('#panel a')
    expect(await inBrowser(page)).toBe(link.href)
    expect(page.context().pages()).toHaveLength(1)
  })

  test('is a link like any other on the web', async () => {
    const page = await opened(ofSender({ desk: [link] }))
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.click('#panel a')])
    expect(await inBrowser(page)).toBeNull()
    expect(await tab.evaluate(() => window.opener)).toBeNull()
  })
})
