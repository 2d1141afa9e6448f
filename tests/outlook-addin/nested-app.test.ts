import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { NestedOutlook } from './nested-bridge.ts'
import { ofSender } from './pane-fixtures.ts'
import { mail, type Outlook, usePane, type WorkerScript } from './pane-stage.ts'

/** The real pane with Microsoft's real sign-in library, under the page's own content policy. */

const { open } = usePane()

const CLIENT = '0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b'
const MIA = 'mia.zhao@bluewhale-outdoor.example'
const INTERACTION = { status: 'USER_INTERACTION_REQUIRED' }
const OLDER = 'Bearer a.b.c'

/** A pane beside a mail; what the Worker was shown as a token, and what went wrong on the page. */
async function beside(nested: NestedOutlook, outlook: Outlook = {}) {
  const worker = ofSender()
  const tokens: string[] = []
  const watched: WorkerScript = {
    panel: (ask, request) => {
      tokens.push(request.headers().authorization ?? '')
      return worker.panel(ask, request)
    },
  }
  const page = await open(watched, { message: mail('Thiago'), nested, ...outlook })
  const windows: string[] = []
  page.on('popup', (popup) => windows.push(popup.url()))
  return {
    page,
    tokens,
    /** What was opened or asked for anywhere but at Quayside, and what the page's policy would not let be asked for. */
    elsewhere: async () => [...windows, ...(await page.evaluate(foreign))],
  }
}

function foreign(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const known = ['https://quayside.example/', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js']
  const { refused } = window as unknown as { refused: string[] }
  return [...refused, ...loaded.filter((url) => !known.some((start) => url.startsWith(start)))]
}

const panelIn = (page: Page) => page.waitForSelector('#panel section')

/** What Outlook was asked for, by the names of its bridge. */
const askedOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { bridgeAsked: { method: string; tokenParams?: object }[] }).bridgeAsked)
const methods = async (page: Page) => (await askedOf(page)).map(({ method }) => method)

describe('where Outlook signs in for its pages', () => {
  test('the panel comes without a press, and the token is for our own API', async () => {
    const { page, tokens, elsewhere } = await beside({ clientId: CLIENT, silently: [{ account: MIA }] })
    await panelIn(page)
    expect(tokens).toEqual([`Bearer nested.GetToken.${MIA}`])
    expect(await methods(page)).toEqual(['GetInitContext', 'GetToken'])
    expect((await askedOf(page))[1]?.tokenParams).toMatchObject({
      clientId: CLIENT,
      scope: expect.stringContaining(`api://${CLIENT}/access_as_user`),
    })
    expect([await page.textContent('#message'), await elsewhere()]).toEqual(['', []])
  })

  test('nothing of the sign-in is left in the browser’s storage', async () => {
    const { page } = await beside({ clientId: CLIENT, silently: [{ account: MIA }] })
    await panelIn(page)
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/nested\.GetToken|mia\.zhao/)
  })

  test('when somebody has to be asked, they are asked after a press, by Outlook and not by a window of ours', async () => {
    const { page, tokens, elsewhere } = await beside({
      clientId: CLIENT,
      silently: [INTERACTION, INTERACTION, { account: MIA }],
      asking: { account: MIA },
    })
    await page.waitForSelector('#welcome:not([hidden])')
    expect([tokens, await methods(page)]).toEqual([[], ['GetInitContext', 'GetToken']])
    await page.click('#sign-in')
    await panelIn(page)
    expect(await methods(page)).toContain('GetTokenPopup')
    expect(tokens).toEqual([`Bearer nested.GetTokenPopup.${MIA}`])
    expect(await elsewhere()).toEqual([])
  })

  test('who closes Outlook’s window is told that they are not signed in, and may press again', async () => {
    const { page, tokens } = await beside({
      clientId: CLIENT,
      silently: [INTERACTION],
      asking: { status: 'USER_CANCEL' },
    })
    await page.click('#sign-in')
    await page.waitForFunction(() => document.getElementById('sign-in-trouble')?.textContent)
    expect(await page.textContent('#sign-in-trouble')).toBe('You are not signed in yet (user_canceled).')
    expect([tokens, await page.isVisible('#sign-in')]).toEqual([[], true])
  })

  test.each([
    ['en-US', `You are signed in as leo.sun@bluewhale-outdoor.example; this mailbox is ${MIA}.`],
    ['zh-CN', `当前登录账号为 leo.sun@bluewhale-outdoor.example，而此邮箱为 ${MIA}。`],
  ])('an account that is not the mailbox’s is said, in words (%s)', async (language, words) => {
    const account = 'leo.sun@bluewhale-outdoor.example'
    const { page } = await beside({ clientId: CLIENT, silently: [{ account }] }, { language })
    await panelIn(page)
    expect(await page.textContent('#message')).toBe(words)
    await page.click('#dismiss')
    await page.click('#refresh')
    await panelIn(page)
    expect(await page.textContent('#message')).toBe('')
  })

  test('capitals make no other account', async () => {
    const { page } = await beside({ clientId: CLIENT, silently: [{ account: MIA.toUpperCase() }] })
    await panelIn(page)
    expect(await page.textContent('#message')).toBe('')
  })
})

describe('the older way is taken', () => {
  const cases: [string, NestedOutlook][] = [
    ['where the Worker names no application', { clientId: null, silently: [{ account: MIA }] }],
    ['where Outlook says it can and brings no bridge', { clientId: CLIENT, bridge: false }],
    ['where the bridge is broken', { clientId: CLIENT, silently: [{ status: 'PERSISTENT_ERROR' }] }],
    ['where an administrator has switched it off', { clientId: CLIENT, silently: [{ status: 'DISABLED' }] }],
    ['where it is not there after all', { clientId: CLIENT, silently: [{ status: 'NESTED_APP_AUTH_UNAVAILABLE' }] }],
  ]
  test.each(cases)('%s', async (_, nested) => {
    const { page, tokens, elsewhere } = await beside(nested)
    await panelIn(page)
    expect([tokens, await elsewhere()]).toEqual([[OLDER], []])
  })

  test.each(cases)('%s: a press asks that way too, and opens no window of ours', async (_, nested) => {
    const { page, tokens, elsewhere } = await beside(nested, { signedOut: true })
    await page.waitForSelector('#welcome:not([hidden])')
    await page.click('#sign-in')
    await panelIn(page)
    expect([tokens, await elsewhere()]).toEqual([[OLDER], []])
    expect(await methods(page)).not.toContain('GetTokenPopup')
  })

  test('where Outlook never answers: after a while, and not for ever', async () => {
    const { page, tokens } = await beside({ clientId: CLIENT, silently: [INTERACTION, 'never'] })
    await page.waitForSelector('#welcome:not([hidden])')
    await page.clock.install()
    await page.click('#sign-in')
    await page.clock.fastForward(301_000)
    await panelIn(page)
    expect(tokens).toEqual([OLDER])
  })

  test('where the settings or the part do not arrive, and nested again when they do', async () => {
    const { page, tokens } = await beside({ clientId: CLIENT, silently: [{ account: MIA }] })
    await panelIn(page)
    for (const part of ['settings.json', 'nested-app.js']) {
      await page.route(`**/outlook/${part}`, (route) => route.abort())
      await page.reload()
      await panelIn(page)
      await page.unroute(`**/outlook/${part}`)
    }
    await page.reload()
    await panelIn(page)
    const nested = `Bearer nested.GetToken.${MIA}`
    expect(tokens).toEqual([nested, OLDER, OLDER, nested])
  })

  test('where Outlook knows nothing of it: then nothing of it is loaded either', async () => {
    const loaded: string[] = []
    const page = await open({ panel: () => 'no-network' }, { message: mail('Thiago') })
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.reload()
    await page.waitForSelector('#trouble:not([hidden])')
    expect(loaded).toContain('/outlook/pane.js')
    expect(loaded.filter((path) => /nested|settings/.test(path))).toEqual([])
  })
})
