import { describe, expect, test } from 'vitest'
import type { Widget } from '#shared/panel/panel.ts'
import { aPanel, firstSection, NOTE, note, ofSender, settled, title } from './pane-fixtures.ts'
import { drawn, mail, select, usePane } from './pane-stage.ts'

const { opened } = usePane()

describe('a panel over a panel', () => {
  test('sections that say the same stay the same elements; gone ones go and new ones come in order', async () => {
    const panels = [
      aPanel('x', { a: [{ kind: 'note', text: '1' }], b: [{ kind: 'note', text: '2' }] }),
      aPanel('x', { c: [{ kind: 'note', text: '3' }], b: [{ kind: 'note', text: '2' }] }),
    ]
    const page = await opened({ panel: (ask) => ({ body: drawn(panels.shift() ?? aPanel('x'), ask) }) })
    await page.evaluate(() => Object.assign(document.querySelector('[data-key=b]') ?? {}, { mark: true }))
    await page.click('#refresh')
    await page.waitForSelector('[data-key=c]')
    const keys = await page.$$eval('#panel > section', (all) => all.map((one) => (one as HTMLElement).dataset.key))
    expect(keys).toEqual(['c', 'b'])
    expect(await page.evaluate(() => 'mark' in (document.querySelector('[data-key=b]') ?? {}))).toBe(true)
  })

  test('focus, caret, typed words, folds and scroll survive a change of the very section', async () => {
    const long: Widget[] = Array.from({ length: 40 }, (_, line) => ({ kind: 'note', text: `line ${line}` }))
    const folded = note({ action: 'other', label: 'Other', folded: true })
    const at = (text: string) =>
      aPanel('x', { long: [{ kind: 'note', text }, ...long], notes: [NOTE, folded, { kind: 'note', text }] })
    const panels = [at('before'), at('after, and longer: '.repeat(20))]
    const page = await opened({ panel: (ask) => ({ body: drawn(panels.shift() ?? at('x'), ask) }) })
    await page.click('.folded > summary')
    await page.fill('textarea >> nth=0', 'Called about the deposit')
    await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).setSelectionRange(7, 12))
    const before = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(() => page.textContent('[data-key=notes]')).toContain('after')
    expect(
      await page.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement
        return { value, selectionStart, selectionEnd }
      }),
    ).toEqual({ value: 'Called about the deposit', selectionStart: 7, selectionEnd: 12 })
    expect(await page.getAttribute('.folded', 'open')).not.toBeNull()
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0)).toBeCloseTo(before, 0)
  })

  test('what is wrong with a field stays said when its section changes, until the field is typed into', async () => {
    const at = (text: string) => aPanel('x', { notes: [NOTE, { kind: 'note', text }] })
    const panels = [at('before'), at('after')]
    const problems = [{ field: 'note', code: 'too_long', message: 'At most 10 characters.' }]
    const page = await opened({
      panel: (ask) => ({ body: drawn(panels.shift() ?? at('x'), ask) }),
      act: () => ({
        status: 422,
        body: { type: 'urn:x', title: 'No.', status: 422, code: 'x', requestId: 'r-1', outcome: 'rejected', problems },
      }),
    })
    await page.fill('textarea', 'Far too many words')
    await page.click('[type=submit]')
    await page.waitForSelector('textarea[aria-invalid]')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(() => firstSection(page)).toContain('after')
    expect(await page.getAttribute('textarea', 'aria-invalid')).toBe('true')
    expect(await page.textContent('.remark.problem')).toBe('At most 10 characters.')
    await page.type('textarea', '.')
    expect(await page.locator('.remark, [aria-invalid]').count()).toBe(0)
  })

  test('a Chinese word being composed is not torn apart: the change waits for it', async () => {
    const at = (text: string) => aPanel('x', { notes: [NOTE, { kind: 'note', text }] })
    const panels = [at('before'), at('after')]
    const page = await opened({ panel: (ask) => ({ body: drawn(panels.shift() ?? at('x'), ask) }) })
    await page.focus('textarea')
    const keyboard = await page.context().newCDPSession(page)
    await keyboard.send('Input.imeSetComposition', { text: '定金', selectionStart: 2, selectionEnd: 2 })
    const arrived = page.waitForResponse('**/v1/panel')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await (await arrived).finished()
    await settled(page)
    expect(await firstSection(page)).toContain('before')
    await keyboard.send('Input.insertText', { text: '定金' })
    await expect.poll(() => firstSection(page)).toContain('after')
    expect(await page.inputValue('textarea')).toBe('定金')
  })

  test('what was typed is there again after the host reloads the pane, and beside its own mail alone', async () => {
    const page = await opened(ofSender())
    await page.fill('textarea', 'Not sent yet')
    await page.reload()
    await page.waitForSelector('textarea')
    expect(await page.inputValue('textarea')).toBe('Not sent yet')
    await select(page, mail('Paula'))
    await expect.poll(() => title(page)).toBe('Paula')
    await page.waitForSelector('textarea')
    expect(await page.inputValue('textarea')).toBe('')
  })
})
