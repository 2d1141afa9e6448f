import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aMail } from './a-mail.ts'
import { inPane, listening, paneOf, type Workbench, workbenchStage } from './page-stage.ts'

const HOSTILE_HTML = `<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">
<script>parent.document.title = 'taken'</script>
<img src="https://evil.example/pixel" onerror="parent.document.title = 'taken'"><img src="/local/staff?pixel">
<link rel="stylesheet" href="https://evil.example/style"><iframe src="https://evil.example/frame"></iframe>
<p style="background: url(https://evil.example/background)">Good day</p>
<a id="self" target="_self" href="https://evil.example/self">Open</a> <a id="top" target="_top" href="https://evil.example/top">Open</a>`

const mails = [
  aMail({ id: 'newest', headers: { Date: 'Tue, 20 Oct 2026 08:00:00 +0800', Subject: 'The newest' } }),
  aMail({ id: 'second', headers: { Date: 'Mon, 19 Oct 2026 08:00:00 +0800', Subject: 'طلب عرض أسعار' } }),
  aMail({
    id: 'hostile',
    headers: {
      Date: 'Sun, 18 Oct 2026 08:00:00 +0800',
      From: '"<b>x</b> &amp; y" <x@evil.example>',
      Subject: '<img src=x onerror=alert(1)>',
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: HOSTILE_HTML,
  }),
  aMail({ id: 'bare', headers: { From: null, To: null, Subject: null, Date: null, 'Message-ID': null } }),
  aMail({ id: 'ours', folder: 'sent', headers: { Subject: 'Our quotation' } }),
]

vi.setConfig({ testTimeout: 30_000 })

let workbench: Workbench
beforeAll(async () => {
  workbench = await workbenchStage(mails)
}, 60_000)
afterAll(() => workbench.close())

describe('mails', () => {
  test('the newest of the inbox is open at first, and the pane has it', async () => {
    const page = await workbench.open()
    expect(await page.textContent('h2.subject')).toBe('The newest')
    expect(await inPane(page, 'mailbox.item.subject')).toBe('The newest')
  })

  test('the arrow keys walk through the list, and the pinned pane follows without being started again', async () => {
    const page = await workbench.open()
    const pane = await listening(page)
    await page.focus('[data-mail="newest"]')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.textContent('h2.subject')).toBe('طلب عرض أسعار')
    expect(await page.getAttribute(':focus', 'data-mail')).toBe('second')
    await expect.poll(() => pane.evaluate('events.map(({ type }) => type)')).toEqual(['olkItemSelectedChanged'])
    expect(await inPane(page, 'mailbox.item.subject')).toBe('طلب عرض أسعار')
  })

  test('a hostile mail runs nothing, loads nothing, leads nowhere', async () => {
    const page = await workbench.open('?mail=hostile')
    const body = page.frameLocator('iframe.paper')
    await body.getByText('Good day').waitFor()
    for (const link of ['#top', '#self']) await body.locator(link).click()
    await page.click('[data-mail="newest"]')
    await expect.poll(() => page.textContent('h2.subject')).toBe('The newest')
    expect(await page.title()).toBe('Quayside workbench')
    expect(workbench.requests.filter((url) => !url.startsWith('https://workbench.example/'))).toEqual([])
    expect(workbench.requests.filter((url) => url.endsWith('/local/staff'))).toHaveLength(1)
  })

  test('hostile names and subjects come out literally', async () => {
    const page = await workbench.open('?mail=hostile')
    expect(await page.textContent('h2.subject')).toBe('<img src=x onerror=alert(1)>')
    expect(await page.textContent('.sender .name')).toBe('<b>x</b> &amp; y')
    expect(await page.textContent('[data-mail="hostile"] .who')).toBe('<b>x</b> &amp; y')
  })

  test('a mail that lacks every header can be opened', async () => {
    const page = await workbench.open('?mail=bare')
    expect(await page.textContent('h2.subject')).toBe('(no subject)')
    expect(await inPane(page, '({ ...mailbox.item, body: null }).from')).toBeNull()
  })

  test('searching finds by any part of the words, in any script', async () => {
    const page = await workbench.open()
    await page.fill('#search', 'ANA أسعار')
    expect(await page.locator('[role=option]').evaluateAll((rows) => rows.map((row) => row.dataset.mail))).toEqual([
      'second',
    ])
    await page.fill('#search', 'nowhere')
    expect(await page.isVisible('text=No mail holds these words.')).toBe(true)
  })

  test('what has been opened is no longer unread', async () => {
    const page = await workbench.open()
    expect(await page.textContent('.folders .count')).toBe('3')
    await page.click('[data-mail="second"]')
    expect(await page.textContent('.folders .count')).toBe('2')
    await expect.poll(() => page.getAttribute('[data-mail="second"]', 'class')).not.toContain('unread')
  })
})

describe('the pane', () => {
  test('when it is not pinned it closes with its mail, and the Quayside button opens it beside the new one', async () => {
    const page = await workbench.open()
    await page.click('#pin')
    await page.click('[data-mail="second"]')
    await expect.poll(() => paneOf(page)).toBeUndefined()
    await page.click('#open-pane')
    await listening(page)
    expect(await inPane(page, 'mailbox.item.subject')).toBe('طلب عرض أسعار')
  })

  test('selecting nothing leaves it without an item', async () => {
    const page = await workbench.open()
    const pane = await listening(page)
    await page.click('#select-nothing')
    await pane.waitForFunction('events.length > 0')
    expect(await inPane(page, 'mailbox.item')).toBeNull()
  })

  test('with the network cut its requests fail as without a way to the Worker, and the host still answers', async () => {
    const page = await workbench.open()
    await page.check('#cut-network')
    await expect
      .poll(() => inPane(page, "fetch('/local/staff').then(() => 'answered', (error) => error.name)"))
      .toBe('TypeError')
    expect(await inPane(page, 'OfficeRuntime.auth.getAccessToken()')).toBe('token of mia.zhao@bluewhale.example')
    await page.uncheck('#cut-network')
    await expect
      .poll(() => inPane(page, "fetch('/local/staff').then(() => 'answered', () => 'failed')"))
      .toBe('answered')
  })

  test('another language starts it again in that language, and the focus stays where it was', async () => {
    const page = await workbench.open()
    await page.focus('#language-zh-CN')
    await page.keyboard.press('Space')
    await listening(page)
    expect(await inPane(page, 'Office.context.displayLanguage')).toBe('zh-CN')
    expect(await page.textContent('.badge')).toBe('本地工作台')
    expect(await page.getAttribute(':focus', 'id')).toBe('language-zh-CN')
  })
})

describe('who is signed in', () => {
  test('the pane gets the token of whoever is chosen', async () => {
    const page = await workbench.open()
    await page.selectOption('#person', 'david.chen')
    await listening(page)
    expect(await inPane(page, 'mailbox.userProfile.emailAddress')).toBe('david.chen@bluewhale.example')
    expect(await inPane(page, 'OfficeRuntime.auth.getAccessToken()')).toBe('token of david.chen@bluewhale.example')
  })

  test('signed out, a pane that may not ask is refused with 13001', async () => {
    const page = await workbench.open('?as=none')
    expect(await inPane(page, 'OfficeRuntime.auth.getAccessToken().catch(({ code }) => code)')).toBe(13001)
  })

  test('a pane that may ask opens the question: closed it is refused with 13002, answered it goes on with a token', async () => {
    const page = await workbench.open('?as=none')
    const asking = 'OfficeRuntime.auth.getAccessToken({ allowSignInPrompt: true }).catch(({ code }) => code)'
    const refused = inPane(page, asking)
    await page.waitForSelector('dialog')
    await page.keyboard.press('Escape')
    expect(await refused).toBe(13002)
    const answered = inPane(page, asking)
    await page.click('dialog button:has-text("David Chen")')
    expect(await answered).toBe('token of david.chen@bluewhale.example')
    await expect.poll(() => inPane(page, 'mailbox.userProfile.displayName')).toBe('David Chen')
  })
})

describe('the address', () => {
  test('brings back person, mail, theme, language and pin', async () => {
    const query = '?as=david.chen&mail=ours&theme=dark&language=zh-CN&pinned=0'
    const page = await workbench.open(query)
    expect(new URL(page.url()).search).toBe(query)
    expect(await page.inputValue('#person')).toBe('david.chen')
    expect(await page.textContent('h2.subject')).toBe('Our quotation')
    expect(await page.getAttribute('#folder-sent', 'aria-current')).toBe('true')
    expect(await page.getAttribute('#pin', 'aria-pressed')).toBe('false')
    expect(await page.isChecked('#theme-dark')).toBe(true)
    expect(await inPane(page, 'Office.context.officeTheme.bodyBackgroundColor')).toBe('#1f1f1f')
  })

  test('follows what is chosen, so that a reload shows the same', async () => {
    const page = await workbench.open()
    await page.click('[data-mail="second"]')
    await page.click('#list-toggle')
    await expect.poll(() => page.url()).toContain('mail=second')
    await page.reload()
    expect(await page.textContent('h2.subject')).toBe('طلب عرض أسعار')
    expect(await page.isVisible('.mail-list')).toBe(false)
  })

  test('a person nobody knows is nobody', async () => {
    const page = await workbench.open('?as=somebody.else')
    expect(await page.inputValue('#person')).toBe('')
  })
})

describe('on any screen, for anyone', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  test.each([320, 700, 960, 1366])('nothing is cut off or scrolls sideways at %i px', async (width) => {
    const page = await workbench.open('', { viewport: { width, height: 700 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  test('a narrow screen shows one part at a time, and the pane takes all of its width', async () => {
    const page = await workbench.open('', { viewport: { width: 320, height: 640 } })
    const seen = () =>
      page
        .locator('.mail-list, .reading, .pane')
        .evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.className))
    expect(await seen()).toEqual(['mail-list'])
    await page.click('[data-mail="second"]')
    expect(await seen()).toEqual(['reading'])
    await page.click('#view-quayside')
    expect(await seen()).toEqual(['pane'])
    expect(await page.evaluate(() => document.querySelector('.pane iframe')?.clientWidth)).toBe(320)
  })

  test('a wide screen gives the pane the 320 px that Outlook gives it', async () => {
    const page = await workbench.open()
    expect(await page.evaluate(() => document.querySelector('.pane iframe')?.clientWidth)).toBe(320)
  })

  test.each(['light', 'dark', 'contrast'])('axe finds no fault in the %s theme', async (theme) => {
    for (const width of [1366, 320]) {
      const page = await workbench.open(`?theme=${theme}&mail=second`, {
        viewport: { width, height: 768 },
        reducedMotion: 'reduce',
      })
      await page.evaluate(axe)
      const found = await page.evaluate(
        'axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
      )
      expect(found).toEqual([])
    }
  })
})
