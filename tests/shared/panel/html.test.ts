import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { etagOf } from '#shared/panel/etag.ts'
import type { FormField } from '#shared/panel/panel.ts'
import { renderPanelHtml, renderSectionHtml } from '#shared/panel/render/html.ts'
import { aForm, aPanel, aSection, everyWidget, panelOf, textOf, unescaped } from './panels.ts'

/** Every tag this renderer may write. Nothing else that begins with `<` may be in its output. */
const TAG =
  /<\/?(?:article|header|h1|h2|p|section|div|details|summary|span|bdi|dl|dt|dd|ul|ol|li|form|label|input|textarea|select|option|button|a)(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/g

const HOSTILE = [
  '<b>x</b> &amp; "y"',
  "'><img src=x onerror=alert(1)>",
  '</textarea><script>',
  '\u202Eevil\u2069',
  '&lt;',
  '\\ `$&`',
]

const attributes = (html: string, name: string) =>
  Array.from(html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value = '']) => value)

describe('values are data', () => {
  test.each(HOSTILE)('%j comes out literally in every place of every widget', (name) => {
    const section = aSection({ key: name, title: name, summary: everyWidget(() => name) })
    const html = renderPanelHtml(aPanel({ title: name, subtitle: name, sections: [section] }))
    expect(html.replace(TAG, '')).not.toMatch(/[<>]/)
    const text = unescaped(html.replace(TAG, ''))
    // Title, subtitle, the section's, and 24 of the widgets' strings; the others stand in attributes.
    expect(text.split(name).length - 1).toBe(27)
  })

  test('whatever the strings, only this renderer’s own tags are in the page, and every string is', () => {
    const anyString = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE))
    fc.assert(
      fc.property(fc.infiniteStream(anyString), (strings) => {
        const said: string[] = []
        const say = () => {
          const next = strings.next().value ?? ''
          said.push(next)
          return next
        }
        const section = aSection({ key: say(), title: say(), summary: everyWidget(say) })
        const html = renderPanelHtml(aPanel({ title: say(), sections: [section] }))
        expect(html.replace(TAG, '')).not.toMatch(/[<>]/)
        for (const one of said) expect(unescaped(html)).toContain(one)
      }),
    )
  })

  test('there is no style, script or event attribute', () => {
    const html = renderPanelHtml(panelOf(...everyWidget(() => 'x')))
    expect(html).not.toMatch(/\s(?:style|on\w+)=|<script|<style/i)
  })

  test('Arabic and marks that turn the direction stay inside their own element', () => {
    const html = renderPanelHtml(panelOf({ kind: 'item', title: 'محمد', lines: ['\u202Eabc'], badge: 'A' }))
    expect(html).toContain('<bdi>محمد</bdi>')
    expect(html).toContain('<bdi>\u202Eabc</bdi>')
  })
})

describe('links', () => {
  test.each([
    'https://quayside.example/desk',
    'http://localhost:8787/desk',
    'http://localhost',
    'http://127.0.0.1:8787/desk/',
    '/desk/orders?x=1#y',
    'HTTPS://a.example',
  ])('%s is one', (href) => {
    expect(renderPanelHtml(panelOf({ kind: 'link', label: 'Open', href }))).toContain(`<a href="${href}"`)
  })

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://quayside.example',
    'http://localhost.evil.example',
    'http://localhost@evil.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://127.0.0.15',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://\\evil.example',
    'https:evil.example',
    'https://a.example/\nb',
    'desk/orders',
    '',
  ])('%j is plain text', (href) => {
    const html = renderPanelHtml(panelOf({ kind: 'link', label: 'Open', href }))
    expect(html).not.toContain('<a ')
    expect(textOf(html)).toContain('Open')
  })
})

describe('ids', () => {
  const form = aForm({ hint: 'h', fields: [{ key: 'eta', label: 'ETA', input: 'date', hint: 'h' }] })
  const keys = ['a', 'a b', 'a_b', 'a.b', 'a.summary.0', '订单']
  const steps = { kind: 'steps' as const, label: 'Way', steps: [] }
  const sections = keys.map((key) => aSection({ key, summary: [form, form, steps], full: [form, { ...steps }] }))
  const html = renderPanelHtml(aPanel({ sections }))
  const ids = attributes(html, 'id')

  test('are unlike each other over the whole page', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(keys.length * (1 + 3 * 3 + 2))
  })

  test('every label, hint and heading that is referred to is there', () => {
    const referred = ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) => attributes(html, name))
    expect(referred.length).toBeGreaterThan(keys.length * 4)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })
})

test('what ends the summary and the full form alike stands once, after both', () => {
  const [note, first, rest] = ['note', 'first', 'rest'].map((words) => ({ kind: 'note' as const, text: words }))
  if (!note || !first || !rest) throw new Error('no notes')
  const forms = [aForm({ action: 'add-note' }), aForm({ action: 'log-call' })]
  const section = aSection({ summary: [first, ...forms], full: [note, first, rest, ...forms] })
  const html = renderSectionHtml(section, 'x', 'en')
  expect(html.match(/data-action="[^"]+"/g)).toEqual(['data-action="add-note"', 'data-action="log-call"'])
  expect(html.indexOf('data-action')).toBeGreaterThan(html.indexOf('class="summary"'))
  expect(html.match(/<bdi>first<\/bdi>/g)).toHaveLength(2)
})

describe('what a host needs to know', () => {
  test('a section bears its key and etag, alone as within the panel', () => {
    const section = aSection({ summary: [{ kind: 'note', text: 'x' }] })
    const alone = renderSectionHtml(section, etagOf(section), 'en')
    expect(alone).toContain(`<section data-key="orders" data-etag="${etagOf(section)}"`)
    expect(renderPanelHtml(aPanel({ sections: [section] }))).toContain(alone)
  })

  test('a form says what is done, to what, and which version was seen; without a version it names none', () => {
    const named = 'data-action="advance-order" data-type="order" data-id="01K00000000000000000000001"'
    expect(renderPanelHtml(panelOf(aForm()))).toContain(`<form ${named} data-version="3"`)
    expect(renderPanelHtml(panelOf(aForm({ target: { type: 'order', id: 'new' } })))).not.toContain('data-version')
  })

  test('an item that opens is a button with its target, another is none', () => {
    const open = { type: 'order', id: '01K1' }
    expect(renderPanelHtml(panelOf({ kind: 'item', title: 'SO-1', lines: [], open }))).toMatch(
      /<button type="button" class="open" data-open-type="order" data-open-id="01K1"><bdi>SO-1<\/bdi><\/button>/,
    )
    expect(renderPanelHtml(panelOf({ kind: 'item', title: 'SO-1', lines: [] }))).not.toContain('<button')
  })

  test('a folded form shows its button first, and a form without fields is just its button', () => {
    const fields = [{ key: 'eta', label: 'ETA', input: 'date' as const }]
    const folded = renderPanelHtml(panelOf(aForm({ folded: true, fields })))
    expect(folded).toMatch(
      /<details class="folded" data-fold="orders\/advance-order\/01K0+1">\s*<summary[^>]*><bdi>Start/,
    )
    expect(renderPanelHtml(panelOf(aForm({ folded: true })))).not.toContain('<details')
  })

  test('everything is behind a fold that keeps its key, named after its section for those who hear it', () => {
    const full = [{ kind: 'note' as const, text: 'all of it' }]
    const html = renderPanelHtml(aPanel({ sections: [aSection({ full })] }))
    expect(html).toContain('<details class="full" data-fold="orders">')
    expect(textOf(html)).toContain('More : Orders')
    expect(textOf(renderPanelHtml(aPanel({ language: 'zh-CN', sections: [aSection({ full })] })))).toContain('更多')
  })
})

describe('form fields', () => {
  const control = (field: Partial<FormField>) =>
    renderPanelHtml(panelOf(aForm({ fields: [{ key: 'k', label: 'L', input: 'text', ...field }] })))

  test('what a value begins with survives the parser’s habit of dropping a first line break', () => {
    expect(control({ input: 'lines', value: '\n two' })).toContain('>\n\n two</textarea>')
  })

  test('a choice without a valid value asks to choose; a required one that has one cannot be emptied', () => {
    const choices = [{ value: 'a', label: 'A' }]
    expect(control({ input: 'choice', choices, required: true })).toContain('<option value="">Choose…</option>')
    expect(control({ input: 'choice', choices, value: 'b', required: true })).toContain('<option value="">')
    expect(control({ input: 'choice', choices, value: 'a' })).toContain('<option value="">')
    const settled = control({ input: 'choice', choices, value: 'a', required: true })
    expect(settled).toContain('<option value="a" selected>')
    expect(settled).not.toContain('<option value="">')
  })

  test('required, the most characters and the hint are on the control itself', () => {
    expect(control({ required: true, max: 40, hint: 'As on the B/L' })).toMatch(
      /<input type="text"[^>]* required aria-describedby="orders\.summary\.0\.0\.hint" maxlength="40"/,
    )
  })
})

describe('not by colour alone', () => {
  test('a warning and a danger say so in words, in the panel’s language', () => {
    const warned = panelOf(
      { kind: 'note', text: 'Late', tone: 'danger' },
      { kind: 'fact', label: 'L', value: 'V', tone: 'warning' },
    )
    expect(textOf(renderPanelHtml(warned))).toMatch(/Warning: +Late.*Attention: +V/)
    expect(textOf(renderPanelHtml({ ...warned, language: 'zh-CN' }))).toMatch(/警告： *Late.*注意： *V/)
  })

  test('every step says where it stands, and the one that runs is marked as such', () => {
    const html = renderPanelHtml(
      panelOf({
        kind: 'steps',
        label: 'Way',
        steps: [
          { label: 'Made', state: 'done' },
          { label: 'Sent', state: 'now' },
          { label: 'Paid', state: 'next' },
        ],
      }),
    )
    expect(textOf(html)).toMatch(/Made *, done.*Sent *, now.*Paid *, to come/)
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  })
})
