import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Widget } from '#shared/panel/panel.ts'
import { renderPanelHtml } from '#shared/panel/render/html.ts'
import { renderText } from '#shared/panel/render/text.ts'
import { aForm, aPanel, aSection, everyWidget, panelOf, textOf } from './panels.ts'

const lines = (...widgets: Widget[]) =>
  renderText(panelOf(...widgets))
    .split('\n')
    .slice(5)

describe('a panel as text', () => {
  test('reads like a letter', () => {
    const panel = aPanel({
      subtitle: 'B · Brazil',
      sections: [
        aSection({
          title: 'Money',
          summary: [
            { kind: 'fact', label: 'Unpaid', value: 'USD 43,715.00' },
            { kind: 'fact', label: 'Overdue', value: 'USD 18,400.00', detail: '22 days', tone: 'danger' },
            { kind: 'link', label: 'Open the file', href: 'https://quayside.example/desk/c/1' },
          ],
        }),
        aSection({
          title: 'Orders',
          summary: [
            { kind: 'item', title: 'SO-2026-0412', lines: ['CIF Santos'], badge: 'Inspection' },
            {
              kind: 'steps',
              label: 'Way',
              steps: [
                { label: 'Production', state: 'done' },
                { label: 'Inspection', state: 'now' },
                { label: 'Shipped', state: 'next' },
              ],
            },
            aForm({ label: 'Release the cargo', hint: 'After the report is in.' }),
          ],
        }),
      ],
    })
    expect(renderText(panel, 'Asia/Shanghai')).toBe(`Trilha Sul
B · Brazil
As of 2026-10-20 09:00 (Asia/Shanghai)

Money
-----
  Unpaid   USD 43,715.00
  Overdue  Warning: USD 18,400.00 · 22 days
  Open the file: https://quayside.example/desk/c/1

Orders
------
  - SO-2026-0412 [Inspection]
      CIF Santos
  Way
    done     Production
    now      Inspection
    to come  Shipped
  > Release the cargo
      After the report is in.
`)
  })

  test('Chinese labels line up with Latin ones', () => {
    expect(lines({ kind: 'fact', label: '负责人', value: 'Mia' }, { kind: 'fact', label: 'Tier', value: 'B' })).toEqual(
      ['  负责人  Mia', '  Tier    B', ''],
    )
  })

  test('everything is said where there is more than the summary', () => {
    const section = aSection({ summary: [{ kind: 'note', text: 'short' }], full: [{ kind: 'note', text: 'long' }] })
    const text = renderText(aPanel({ sections: [section] }))
    expect(text).toContain('long')
    expect(text).not.toContain('short')
  })

  test('an address that may not be followed is not in the letter', () => {
    expect(lines({ kind: 'link', label: 'Open', href: 'javascript:alert(1)' })).toEqual(['  Open', ''])
  })
})

describe('values are data', () => {
  const shape = (say: () => string) =>
    renderText(aPanel({ title: say(), sections: [aSection({ title: say(), summary: everyWidget(say) })] })).split('\n')

  test('no value can make a line of its own or pass for a heading', () => {
    const plain = shape(() => 'x').length
    const anyString = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nMoney\n-----', '\r\n\r\n', '\u2028x', '\u0085y'),
    )
    fc.assert(
      fc.property(fc.infiniteStream(anyString), (strings) => {
        const drawn = shape(() => strings.next().value ?? '')
        // An empty hint or title has no line.
        expect(drawn.length).toBeLessThanOrEqual(plain)
        // Title, time, blank, heading, rule; then everything is indented.
        for (const line of drawn.slice(5, -1)) expect(line).toMatch(/^ {2}|^$/)
        expect(drawn.join('')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })

  test('a name from right to left, or one that turns the direction, cannot reorder what is beside it', () => {
    const [arabic, turned] = lines(
      { kind: 'item', title: 'محمد', lines: [], badge: 'A' },
      { kind: 'item', title: '\u2069\u202Eevil\u2067', lines: [], badge: 'A' },
    )
    expect(arabic).toBe('  - \u2068محمد\u2069 [A]')
    expect(turned).toBe('  - \u2068\u202Eevil\u2067\u2069\u2069 [A]')
  })

  test('markup is text in a letter', () => {
    expect(lines({ kind: 'note', text: '<b>x</b> &amp; "y"' })[0]).toBe('  <b>x</b> &amp; "y"')
  })
})

test('a page and a letter say the same in the same order', () => {
  let count = 0
  const section = aSection({ title: 'section.', summary: everyWidget(() => `word${++count}.`) })
  const panel = aPanel({ title: 'title.', subtitle: 'subtitle.', sections: [section] })
  const said = (text: string) => text.match(/(?:word\d+|title|subtitle|section)\./g) ?? []
  const letter = said(renderText(panel))
  const page = new Set(said(textOf(renderPanelHtml(panel))))
  // A letter leaves out what is there to be filled in.
  const labels = section.summary.flatMap((widget) => (widget.kind === 'form' ? widget.fields : []))
  const toFillIn = new Set(said(JSON.stringify(labels)))
  expect(letter).toEqual([...page].filter((word) => !toFillIn.has(word)))
})
