import { describe, expect, test } from 'vitest'
import { HOSTILE, PICTURES } from './hostile-mails.ts'
import { aMailToRead, useMailPage, withHtml } from './mail-stage.ts'

const { read, leave } = useMailPage()

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const frame = '.mail-frame'

describe('a hostile mail', () => {
  test.each(Object.entries(HOSTILE))('by %s: nothing runs, nothing leaves, its words stay', async (_, html) => {
    const { page, asked, ran } = await read(withHtml(`<p>Before</p>${html}<p>After</p>`, PICTURES))
    const inside = page.frameLocator(frame)
    await inside.getByText('Before').waitFor()
    // What would run or load has had its time when one more frame is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    expect(asked).toEqual([])
    expect(await ran()).toEqual([])
    const left = await page.locator(frame).getAttribute('srcdoc')
    expect(left).not.toMatch(
      /<(?:script|svg|math|form|input|iframe|object|embed|link|base|video|audio|meta http-equiv="refresh")/i,
    )
    expect(left).not.toMatch(/\son\w+\s*=|javascript:|vbscript:/i)
    expect(page.url()).toContain('/desk/mails/')
    // As a page of its own, without the frame's sandbox, it would do no more.
    await page.context().close()
  })

  test('has no origin and no script in its frame, whatever is in it', async () => {
    const { page } = await read(withHtml('<p>Hello</p>'))
    await page.locator(frame).waitFor()
    const sandbox = await page.locator(frame).getAttribute('sandbox')
    expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox')
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull()
  })

  test('with a table of 5,000 cells is shown in seconds', async () => {
    const row = `<tr>${'<td style="border:1px solid">1</td>'.repeat(10)}</tr>`
    const started = performance.now()
    const { page } = await read(withHtml(`<table>${row.repeat(500)}</table><hr>`))
    await page.frameLocator(frame).locator('hr').waitFor()
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})

describe('a mail', () => {
  test('says who wrote it, when on the reader’s clock, what is attached, and what was not loaded', async () => {
    const html =
      '<p style="color: rgb(200, 0, 0)">Dear Mia</p><img src="https://t.example/1.gif"><img src="cid:logo" alt="Logo">'
    const { page } = await read({
      ...withHtml(html, { logo: PIXEL }),
      attachments: [
        { name: 'spec.pdf', mime: 'application/pdf', bytes: 2048, sha256: 'x', file_id: '01K00000000000000000000002' },
        { name: 'old.doc', mime: 'application/msword', bytes: 9, sha256: 'y' },
      ],
    })
    const text = await page.locator('#panel').innerText()
    for (const said of ['<ana@acme.example>', 'October 19, 2026', '8:05', 'Acme Outdoor', 'by Mia Zhao', '2 kB']) {
      expect(text).toContain(said)
    }
    expect(text).toContain('One thing from elsewhere was not loaded')
    expect(text).toContain('not kept')
    expect(await page.locator('.attachments a').getAttribute('href')).toBe('/desk/files/01K00000000000000000000002')
    const inside = page.frameLocator(frame)
    expect(await inside.locator('p').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(200, 0, 0)')
    const logo = inside.getByAltText('Logo')
    await expect.poll(() => logo.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('leads by its links to a page that says where they lead', async () => {
    const { page, asked } = await read(withHtml('<a href="https://pay.example/x?y=1#z">Your bank</a>'))
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.frameLocator(frame).getByText('Your bank').click(),
    ])
    const go = opened.getByRole('link', { name: 'Go to pay.example' })
    await go.waitFor()
    expect(await opened.locator('.address').innerText()).toBe('https://pay.example/x?y=1#z')
    expect([await go.getAttribute('href'), await go.getAttribute('rel')]).toEqual([
      'https://pay.example/x?y=1#z',
      'noopener noreferrer',
    ])
    expect(asked).toEqual([])
  })

  test('as text keeps its lines and its markup as words', async () => {
    const { page } = await read(
      aMailToRead({ body: { kind: 'text', text: 'One\n<b>two</b>\nhttps://a.example/b.\nمرحبا' } }),
    )
    const letter = page.locator('.mail-text')
    expect(await letter.innerText()).toBe('One\n<b>two</b>\nhttps://a.example/b.\nمرحبا')
    expect(await letter.locator('a').getAttribute('href')).toBe(
      `/desk/leave#${encodeURIComponent('https://a.example/b')}`,
    )
  })

  test('of which the firm keeps less says how much', async () => {
    const { page } = await read(aMailToRead({ kept: 'metadata', body: null }))
    await page.getByText('Your firm keeps of a mail who wrote it').waitFor()
  })

  test('that a colleague filed as private says that it is there', async () => {
    const { page } = await read(
      aMailToRead({ subject: null, participants: [], visibility: 'private', kept: 'metadata', body: null }),
    )
    expect(await page.textContent('#title')).toBe('Private mail')
    await page.getByText('A colleague filed it as private').waitFor()
  })
})

describe('the page that says where a link leads', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', '', '%E0%A4%A', 'file:///etc/passwd'])(
    'leads nowhere for %s',
    async (address) => {
      const { page } = await leave(address.startsWith('%') ? address : encodeURIComponent(address))
      await page.getByText('This is no address that can be followed.').waitFor()
      expect(await page.locator('#panel a').count()).toBe(0)
    },
  )

  test('warns of letters that look like others', async () => {
    const { page } = await leave(encodeURIComponent('http://раypal.example/'))
    await page.getByText('xn--').first().waitFor()
    await page.getByText('can be read on the way').waitFor()
  })
})
