import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Widget } from '#shared/panel/panel.ts'
import { NOTE, note, ORDER, ofSender } from './pane-fixtures.ts'
import { usePane } from './pane-stage.ts'

const { opened } = usePane()

describe('for everyone', () => {
  const THEMES = {
    light: { bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#242424' },
    dark: { bodyBackgroundColor: '#1f1f1f', bodyForegroundColor: '#ffffff' },
    contrast: { bodyBackgroundColor: '#000000', bodyForegroundColor: '#ffffff' },
  }
  const TONES = ['neutral', 'info', 'good', 'warning', 'danger'] as const
  const EVERYTHING: Readonly<Record<string, readonly Widget[]>> = {
    notes: [NOTE, ...TONES.map((tone): Widget => ({ kind: 'note', text: tone, tone }))],
    facts: TONES.map((tone): Widget => ({ kind: 'fact', label: tone, value: 'USD 1.00', detail: 'today', tone })),
    items: TONES.map((tone): Widget => ({ ...ORDER, badge: tone, tone })),
    way: [
      {
        kind: 'steps',
        label: 'Way',
        steps: [
          { label: 'Made', state: 'done' },
          { label: 'Sent', state: 'now' },
        ],
      },
      { kind: 'link', label: 'Wide page', href: '/desk/orders' },
      note({ action: 'go', label: 'Go', primary: true, fields: [] }),
    ],
  }

  test.each(Object.keys(THEMES) as (keyof typeof THEMES)[])('axe finds nothing wrong in the %s theme', async (name) => {
    const page = await opened(ofSender(EVERYTHING), { theme: THEMES[name] })
    expect(await page.getAttribute('body', 'data-theme')).toBe(name)
    await page.evaluate(await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8'))
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(found).toEqual([])
  })

  test('the pane follows when Outlook changes its theme', async () => {
    const page = await opened(ofSender(), { theme: THEMES.light })
    await page.evaluate(
      (theme) => (window as unknown as { changeTheme(theme: object): void }).changeTheme(theme),
      THEMES.dark,
    )
    expect(await page.getAttribute('body', 'data-theme')).toBe('dark')
  })

  test('every control is at least 24 pixels high and wide, and nothing is wider than a pane of 300', async () => {
    const page = await opened(ofSender(EVERYTHING))
    await page.setViewportSize({ width: 300, height: 570 })
    const small = await page.$$eval('#panel :is(button, a, summary, input, textarea)', (all) =>
      all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24),
    )
    expect(small).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300)
  })
})
