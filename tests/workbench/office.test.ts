import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aMail } from './a-mail.ts'
import { fail, inPane, listening, type Workbench, workbenchStage } from './page-stage.ts'

const text = aMail({
  id: 'text',
  headers: { Cc: 'Bo <bo@b.example>', Subject: 'Re: Camp chairs', References: '<0@trilha.example>' },
  body: '<b>not bold</b> & so on',
})
const html = aMail({
  id: 'html',
  headers: { Date: 'Sun, 18 Oct 2026 08:00:00 +0800', 'Content-Type': 'text/html; charset=utf-8' },
  body: '<p>Bold <b>words</b></p>',
})

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage([text, html])
}, 60_000)
afterAll(() => workbench.close())

test('an item tells the headers of the mail', async () => {
  const page = await workbench.open('?mail=text')
  expect(await inPane(page, 'JSON.parse(JSON.stringify(mailbox.item))')).toMatchObject({
    itemType: 'message',
    itemClass: 'IPM.Note',
    subject: 'Re: Camp chairs',
    normalizedSubject: 'Camp chairs',
    internetMessageId: '<1@trilha.example>',
    conversationId: '<0@trilha.example>',
    from: { displayName: 'Ana Souza', emailAddress: 'ana@trilha.example' },
    to: [{ displayName: 'sales@bluewhale.example', emailAddress: 'sales@bluewhale.example' }],
    cc: [{ displayName: 'Bo', emailAddress: 'bo@b.example' }],
    dateTimeCreated: '2026-10-19T13:00:00.000Z',
  })
})

test('the body comes as text or as HTML; a mail of text becomes HTML that shows it literally', async () => {
  const page = await workbench.open('?mail=text')
  const body = (coercion: string) =>
    inPane<{ value: string }>(page, `call((done) => mailbox.item.body.getAsync('${coercion}', done))`)
  expect((await body('text')).value.trim()).toBe('<b>not bold</b> & so on')
  expect((await body('html')).value).toContain('&lt;b&gt;not bold&lt;/b&gt; &amp; so on')
  await page.click('[data-mail="html"]')
  await expect.poll(async () => (await body('html')).value.trim()).toBe('<p>Bold <b>words</b></p>')
  expect((await body('text')).value).toBe('Bold words')
})

test('the file of a mail is the mail as it came, to the byte', async () => {
  const page = await workbench.open('?mail=text')
  const { value } = await inPane<{ value: string }>(page, 'call((done) => mailbox.item.getAsFileAsync(done))')
  expect(Buffer.from(value, 'base64').equals(text.raw)).toBe(true)
})

test('the headers of a mail come as they are, and not what stands below them', async () => {
  const page = await workbench.open('?mail=text')
  const { value } = await inPane<{ value: string }>(
    page,
    'call((done) => mailbox.item.getAllInternetHeadersAsync(done))',
  )
  expect(value.split('\r\n')).toContain('References: <0@trilha.example>')
  expect(value).not.toContain('not bold')
})

test('a reply opens over its mail with what was put into it, shown literally as its writer would see it', async () => {
  const page = await workbench.open('?mail=html')
  const { status } = await inPane<{ status: string }>(
    page,
    "call((done) => mailbox.item.displayReplyFormAsync('<p>Soon <script>parent.hacked = 1</script></p>', done))",
  )
  expect(status).toBe('succeeded')
  const form = page.locator('.reply-form')
  await form.getByText('<ana@trilha.example>').waitFor()
  expect(await form.frameLocator('iframe').locator('p').innerText()).toBe('Soon')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await form.getByRole('button').click()
  expect(await form.isHidden()).toBe(true)
})

test('a reply that was begun goes with its mail, and one that is too long is refused', async () => {
  const page = await workbench.open('?mail=html')
  const reply = (html: string) =>
    inPane<{ error?: { name: string } }>(page, `call((done) => mailbox.item.displayReplyFormAsync(${html}, done))`)
  expect((await reply("'x'.repeat(40_000)")).error?.name).toBe('DataExceedsMaximumSize')
  await reply("{ htmlBody: '<p>Soon</p>' }")
  await page.locator('.reply-form').waitFor()
  await page.click('[data-mail="text"]')
  await page.locator('.reply-form').waitFor({ state: 'hidden' })
})

test('callbacks come after the call has returned, with the context they were given', async () => {
  const page = await workbench.open('?mail=text')
  const order = `call((done) => {
    let returned = false
    mailbox.item.body.getAsync('text', { asyncContext: 7 }, ({ asyncContext, status }) => done({ returned, asyncContext, status }))
    returned = true
  })`
  expect(await inPane(page, order)).toEqual({ returned: true, asyncContext: 7, status: 'succeeded' })
})

test('a call about a mail that is no longer open fails as in Outlook', async () => {
  const page = await workbench.open('?mail=text')
  const pane = await listening(page)
  await pane.evaluate('void (window.earlier = Office.context.mailbox.item)')
  await page.click('[data-mail="html"]')
  await pane.waitForFunction('events.length > 0')
  expect(await inPane(page, "call((done) => earlier.body.getAsync('text', done))")).toMatchObject({
    status: 'failed',
    error: { code: 9030 },
  })
})

test('a change of theme is told with the colours of the new one', async () => {
  const page = await workbench.open('?theme=light')
  const pane = await listening(page)
  await page.check('#theme-contrast', { force: true })
  await pane.waitForFunction('events.length > 0')
  expect(await pane.evaluate('events')).toMatchObject([
    { type: 'officeThemeChanged', officeTheme: { bodyBackgroundColor: '#000000', bodyForegroundColor: '#ffffff' } },
  ])
})

test('handlers that were removed hear nothing more, and events that a mailbox does not have are refused', async () => {
  const page = await workbench.open('?mail=text')
  const pane = await listening(page)
  await inPane(page, 'call((done) => mailbox.removeHandlerAsync(Office.EventType.ItemChanged, done))')
  expect(await inPane(page, "call((done) => mailbox.addHandlerAsync('noSuchEvent', () => {}, done))")).toMatchObject({
    status: 'failed',
  })
  await page.click('[data-mail="html"]')
  await expect.poll(() => inPane(page, 'mailbox.item.itemId')).toBe('workbench-html')
  expect(await pane.evaluate('events')).toEqual([])
})

test('it claims Mailbox 1.14 and legacy sign-in, and no nested app authentication', async () => {
  const page = await workbench.open()
  const claims = ['Mailbox 1.9', 'Mailbox 1.14', 'Mailbox 1.15', 'IdentityAPI 1.3', 'NestedAppAuth 1.1', 'Nothing']
  const claimed = await inPane<string[]>(
    page,
    `${JSON.stringify(claims)}.filter((claim) => Office.context.requirements.isSetSupported(...claim.split(' ')))`,
  )
  expect(claimed).toEqual(['Mailbox 1.9', 'Mailbox 1.14', 'IdentityAPI 1.3'])
})

test('a note that the pane puts above the mail is shown there as text, and goes with the mail', async () => {
  const page = await workbench.open('?mail=text')
  const note = "{ type: 'informationalMessage', message: '<i>Archived</i>' }"
  await inPane(page, `call((done) => mailbox.item.notificationMessages.addAsync('archived', ${note}, done))`)
  await expect.poll(() => page.textContent('.notices')).toBe('<i>Archived</i>')
  await page.click('[data-mail="html"]')
  expect(await page.textContent('.notices')).toBe('')
})

test('there is no history to route by, as in the real one', async () => {
  const page = await workbench.open()
  expect(await inPane(page, '[history.pushState, history.replaceState]')).toEqual([null, null])
})

test('outside of the workbench there is no host, and no events of Outlook', async () => {
  const page = await workbench.openPaneAlone()
  expect(await page.evaluate('Office.onReady()')).toEqual({ host: null, platform: null })
  expect(await page.evaluate('[Office.EventType.ItemChanged, Office.context.mailbox]')).toEqual([undefined, undefined])
})

/** Whether a call has answered by the time that another one is done which goes to the page and the mailbox. */
const answeredFirst = (begin: string) => `call((done) => {
  let first = false
  const answered = () => (first = true)
  ${begin}
  mailbox.item.getAsFileAsync(() => done(first))
})`

describe('told to fail', () => {
  const BODY = "call((done) => mailbox.item.body.getAsync('text', done))"

  test('a method fails with that code until it is healed', async () => {
    const page = await workbench.open()
    await fail(page, 'body.getAsync', { code: 9020, name: 'GenericResponseError' })
    await expect
      .poll(() => inPane(page, BODY))
      .toMatchObject({ status: 'failed', error: { code: 9020, name: 'GenericResponseError' } })
    await fail(page, 'body.getAsync', null)
    await expect.poll(() => inPane(page, BODY)).toMatchObject({ status: 'succeeded' })
  })

  test('a method can stay silent, even after slower ones have answered', async () => {
    const page = await workbench.open()
    await fail(page, 'body.getAsync', 'silence')
    await expect.poll(() => inPane(page, answeredFirst("mailbox.item.body.getAsync('text', answered)"))).toBe(false)
  })

  test('the event of another mail can be missing while the item is another one', async () => {
    const page = await workbench.open('?mail=text')
    const pane = await listening(page)
    await fail(page, 'ItemChanged', 'silence')
    await page.click('[data-mail="html"]')
    await expect.poll(() => inPane(page, 'mailbox.item.itemId')).toBe('workbench-html')
    expect(await pane.evaluate('events')).toEqual([])
  })

  test('the host can stay unready', async () => {
    const page = await workbench.open()
    await fail(page, 'onReady', 'silence')
    await page.click('#close-pane')
    await page.click('#open-pane')
    const frame = await (await page.waitForSelector('.pane iframe')).contentFrame()
    await frame?.waitForFunction('Office.context.mailbox')
    expect(await inPane(page, answeredFirst('Office.onReady(answered)'))).toBe(false)
  })

  test('only the page itself can ask for failures: what a pane says about them is not heard', async () => {
    const page = await workbench.open()
    const pane = await listening(page)
    const failure = { channel: 'quayside-workbench', kind: 'failure', method: 'getAccessToken', failure: 'silence' }
    await pane.evaluate((message) => parent.postMessage(message, location.origin), failure)
    expect(await inPane(page, 'OfficeRuntime.auth.getAccessToken()')).toContain('token of')
  })
})
