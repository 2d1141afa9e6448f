import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormField, Panel, Widget } from '#shared/panel/panel.ts'
import { renderCard, renderFormCard, renderSectionCard } from '#shared/panel/render/card.ts'
import { submittedInput } from '#shared/panel/render/card-form.ts'
import type { Card, CardWidget } from '#shared/panel/render/card-json.ts'
import { aDeck, allPieces, intentsOf, piecesOf, widgetCount } from './cards.ts'
import { aForm, aPanel, aSection, everyWidget, panelOf } from './panels.ts'

const HOSTILE = [
  '<b>x</b> &amp; "y"',
  '&lt;',
  '<a href="https://evil.example">z</a>',
  '</font><br>',
  '\u202Eevil\u2069',
]

const order = { type: 'order', id: '01K00000000000000000000001', version: 3 }

/** The widgets that one widget of a panel becomes. */
async function drawn(widget: Widget, language: Panel['language'] = 'en'): Promise<readonly CardWidget[]> {
  const card = await renderCard({ ...panelOf(widget), language }, aDeck())
  return card.sections[0]?.widgets ?? []
}

async function formCard(panel: Panel, returned?: Parameters<typeof renderFormCard>[3]): Promise<Card> {
  const stands = { section: 'orders', action: 'advance-order', target: order }
  const card = await renderFormCard(panel, stands, aDeck(), returned)
  if (!card) throw new Error('the form is not offered')
  return card
}

/** How often a card says something, whatever directions it is held in. */
function timesSaid(card: Card, name: string): number {
  const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  return bare(texts(card).join('\n')).split(bare(name)).length - 1
}

const texts = (card: Card) => allPieces(card).map(({ text }) => text)

describe('values are data', () => {
  test.each(HOSTILE)('%j comes out literally in every place of every widget and of its form', async (name) => {
    const section = aSection({ key: name, title: name, summary: everyWidget(() => name) })
    const panel = aPanel({ title: name, subtitle: name, sections: [section] })
    // Title, subtitle, the section's, and 14 of the widgets' strings; the others are on the form's card.
    expect(timesSaid(await renderCard(panel, aDeck()), name)).toBe(17)
    // The form's name twice, the panel's title, what it acts on (4), its hint, and 10 of the fields'.
    const stands = { section: name, action: name, target: { type: name, id: name } }
    const form = await renderFormCard(panel, stands, aDeck())
    expect(form && timesSaid(form, name)).toBe(18)
  })

  test('markup is escaped where Google reads it, and left alone where it does not', async () => {
    const name = '<b>x</b> &amp; "y"'
    const card = await renderCard(aPanel({ title: name, sections: [aSection({ title: name })] }), aDeck())
    expect(card.header.title).toBe(name)
    expect(card.sections[0]?.header).toBe('&lt;b&gt;x&lt;/b&gt; &amp;amp; "y"')
    expect(await drawn({ kind: 'note', text: name })).toEqual([
      { textParagraph: { text: '&lt;b&gt;x&lt;/b&gt; &amp;amp; "y"' } },
    ])
    expect(await drawn({ kind: 'fact', label: name, value: name, detail: name })).toMatchObject([
      {
        decoratedText: {
          topLabel: '&lt;b&gt;x&lt;/b&gt; &amp;amp; "y"',
          text: '&lt;b&gt;x&lt;/b&gt; &amp;amp; "y"',
          bottomLabel: '&lt;b&gt;x&lt;/b&gt; &amp;amp; "y"',
        },
      },
    ])
    expect(JSON.stringify(await drawn(aForm({ label: name })))).toContain(JSON.stringify(name))
  })

  test('whatever the strings, no text holds a tag that is not ours, and none is empty', async () => {
    const anyString = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE, '', ' ', '\n'))
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(anyString), async (strings) => {
        const say = () => strings.next().value ?? ''
        const section = aSection({ title: say(), summary: everyWidget(say) })
        const card = await renderCard(aPanel({ title: say(), sections: [section] }), aDeck())
        for (const { widgets, header = '–' } of card.sections) {
          for (const text of [header, ...widgets.flatMap(htmlTexts)]) {
            expect(text.replace(/<b>|<\/b>|<br>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
            expect(text.trim()).not.toBe('')
          }
        }
        expect(JSON.stringify(card)).not.toMatch(/\\ud[89a-f]/)
      }),
    )
  })

  test('a name from right to left cannot reorder what is beside it', async () => {
    const [item] = await drawn({ kind: 'item', title: 'محمد', lines: ['CIF'], badge: 'A', tone: 'danger' })
    expect(item).toMatchObject({ decoratedText: { text: '<b>Warning: </b>\u2068محمد\u2069', bottomLabel: 'A<br>CIF' } })
  })

  test('what was typed into an input before stays as it was, line breaks and all', async () => {
    const fields: FormField[] = [{ key: 'note', label: 'Note', input: 'lines', value: '<b>\n  two' }]
    expect(await drawn(aForm({ fields }))).toMatchObject([{ textInput: { value: '<b>\n  two' } }, {}])
  })
})

function htmlTexts(widget: CardWidget): string[] {
  if ('textParagraph' in widget) return [widget.textParagraph.text]
  if (!('decoratedText' in widget)) return []
  const { topLabel, text, bottomLabel } = widget.decoratedText
  return [topLabel, text, bottomLabel].filter((one) => one !== undefined)
}

describe('the first card', () => {
  test('has the name, and every section at a glance with a button to its whole', async () => {
    const panel = aPanel({
      subtitle: 'B · Brazil',
      sections: [
        aSection({
          key: 'money',
          title: 'Money',
          summary: [{ kind: 'fact', label: 'Unpaid', value: 'USD 1.00' }],
          full: [{ kind: 'note', text: 'all of it' }],
        }),
        aSection({ key: 'timeline', title: 'Timeline', summary: [{ kind: 'note', text: 'Nothing yet.' }] }),
      ],
    })
    const card = await renderCard(panel, aDeck({ timezone: 'Asia/Shanghai' }))
    expect(card.header).toEqual({ title: 'Trilha Sul', subtitle: 'B · Brazil' })
    expect(card.sections.map((section) => piecesOf(section).map(({ text }) => text))).toEqual([
      ['Money', 'Unpaid', 'USD 1.00', 'More'],
      ['Timeline', 'Nothing yet.'],
      ['As of 2026-10-20 09:00 (Asia/Shanghai)'],
    ])
    expect(intentsOf(card)).toEqual([{ kind: 'section', section: 'money' }])
    expect(JSON.stringify(card)).toContain('"altText":"More: Money"')
  })

  test('can be asked for anew from its menu', async () => {
    const { cardActions } = await renderCard(aPanel({ language: 'zh-CN' }), aDeck())
    expect(cardActions).toMatchObject([
      { actionLabel: '刷新', onClick: { action: { parameters: [{ key: 'token', value: '{"kind":"panel"}' }] } } },
    ])
  })

  test('a press goes to the address given, with one signed parameter and nothing else', async () => {
    const deck = aDeck({ sign: async () => 'opaque' })
    const [button] = await drawnBy(deck, aForm())
    expect(button).toEqual({
      buttonList: {
        buttons: [
          {
            text: 'Start production',
            onClick: {
              action: {
                function: 'https://quayside.example/gmail/action',
                parameters: [{ key: 'token', value: 'opaque' }],
                loadIndicator: 'SPINNER',
              },
            },
          },
        ],
      },
    })
  })

  test('the card of a record says so in its name and in every press', async () => {
    const about = { type: 'order', id: '01K1' }
    const panel = panelOf(aForm({ folded: true, fields: [{ key: 'eta', label: 'ETA', input: 'date' }] }), {
      kind: 'item',
      title: 'SO-2',
      lines: [],
      open: { type: 'order', id: '01K2' },
    })
    const card = await renderCard(panel, aDeck({ about }))
    expect(card.name).toBe('panel/order/01K1')
    expect(intentsOf(card).map((intent) => intent.about)).toEqual([about, about])
  })

  test('buttons that follow one another share a row, whatever lies between does not', async () => {
    const widgets = await renderCard(panelOf(aForm(), aForm(), { kind: 'note', text: 'x' }, aForm()), aDeck())
    expect(widgets.sections[0]?.widgets.map((widget) => Object.keys(widget)[0])).toEqual([
      'buttonList',
      'textParagraph',
      'buttonList',
    ])
  })

  test('the one thing to do next is a filled button, others are not', async () => {
    expect(JSON.stringify(await drawn(aForm({ primary: true })))).toContain('"color"')
    expect(JSON.stringify(await drawn(aForm()))).not.toContain('"color"')
  })
})

async function drawnBy(deck: ReturnType<typeof aDeck>, widget: Widget): Promise<readonly CardWidget[]> {
  return (await renderCard(panelOf(widget), deck)).sections[0]?.widgets ?? []
}

describe('a panel longer than a card', () => {
  const note = (text: string): Widget => ({ kind: 'note', text })
  const sections = Array.from({ length: 40 }, (_, at) =>
    aSection({
      key: `s${at}`,
      title: `Section ${at}`,
      summary: Array.from({ length: 5 }, (_, n) => note(`${at}.${n};`)),
    }),
  )

  test('goes on behind a button that names what comes, and nothing is lost or said twice', async () => {
    const said: string[] = []
    let section: string | undefined
    for (let cards = 1; cards <= 3; cards++) {
      const card = await renderCard(aPanel({ sections }), { ...aDeck(), ...(section ? { section } : {}) })
      // Only the first bears the name that one returns to, and each is shown anew as what it is.
      expect(card.name).toBe(section ? `panel/from/${section}` : 'panel')
      expect(JSON.stringify(card.cardActions)).toContain(JSON.stringify(JSON.stringify({ kind: 'panel', section })))
      expect(widgetCount(card)).toBeLessThanOrEqual(100)
      said.push(...texts(card).filter((text) => text.endsWith(';')))
      const [end] = intentsOf(card)
      section = end?.kind === 'rest' ? end.section : undefined
      if (section) expect(texts(card)).toContain(`More in Section ${section.slice(1)}`)
    }
    expect(section).toBeUndefined()
    expect(said).toEqual(sections.flatMap(({ summary }) => summary.map((one) => (one.kind === 'note' ? one.text : ''))))
  })

  test('so does a section longer than a card', async () => {
    const full = Array.from({ length: 240 }, (_, at) => note(`${at};`))
    const panel = aPanel({ sections: [aSection({ full })] })
    const said: string[] = []
    let from: number | undefined = 0
    while (from !== undefined) {
      const card: Card | null = await renderSectionCard(panel, 'orders', { ...aDeck(), from })
      if (!card) throw new Error('no card')
      expect(widgetCount(card)).toBeLessThanOrEqual(100)
      said.push(...texts(card).filter((text) => text.endsWith(';')))
      const [end] = intentsOf(card)
      from = end?.kind === 'section' ? end.from : undefined
    }
    expect(said).toEqual(full.map((_, at) => `${at};`))
  })

  test('no panel, however its sections are filled, makes a card that Gmail would cut', async () => {
    const anySection = fc.integer({ min: 0, max: 6 }).map((count) => Array.from({ length: count }, () => note('x')))
    await fc.assert(
      fc.asyncProperty(fc.array(anySection, { maxLength: 130 }), async (summaries) => {
        const panel = aPanel({ sections: summaries.map((summary, at) => aSection({ key: `s${at}`, summary })) })
        const card = await renderCard(panel, aDeck())
        expect(widgetCount(card)).toBeLessThanOrEqual(100)
        expect(card.sections.length).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('the card of a section', () => {
  test('holds its whole under its own name, and none for a section that is not there', async () => {
    const panel = aPanel({
      sections: [aSection({ summary: [{ kind: 'note', text: 'short' }], full: [{ kind: 'note', text: 'long' }] })],
    })
    const card = await renderSectionCard(panel, 'orders', aDeck())
    expect(card?.name).toBe('panel/orders')
    expect(card && texts(card).slice(0, 3)).toEqual(['Orders', 'Trilha Sul', 'long'])
    expect(await renderSectionCard(panel, 'gone', aDeck())).toBeNull()
  })

  test('a form pressed there knows where the reader was', async () => {
    const panel = aPanel({ sections: [aSection({ full: [aForm()] })] })
    const card = await renderSectionCard(panel, 'orders', aDeck())
    expect(card && intentsOf(card)).toEqual([
      { kind: 'submit', section: 'orders', action: 'advance-order', target: order, full: true, optional: [] },
    ])
  })
})

describe('the card of a form', () => {
  const fields: FormField[] = [
    { key: 'subject', label: 'Subject', input: 'text', value: 'Lanterns', required: true, max: 120 },
    { key: 'eta', label: 'ETA', input: 'date', value: '2026-11-20', hint: 'As on the B/L' },
    { key: 'amount', label: 'Amount', input: 'number', hint: 'In USD' },
    { key: 'result', label: 'Result', input: 'choice', choices: [{ value: 'passed', label: 'Passed' }] },
  ]
  const panel = panelOf(
    { kind: 'item', title: 'SO-1', lines: ['CIF Santos'], open: { type: 'order', id: order.id } },
    aForm({ folded: true, fields, hint: 'After the report is in.' }),
  )

  test('is behind a button on the first card', async () => {
    const [, press] = intentsOf(await renderCard(panel, aDeck()))
    expect(press).toEqual({ kind: 'form', section: 'orders', action: 'advance-order', target: order })
  })

  test('has what it acts on, its hint, real inputs with their values, and a button that sends', async () => {
    const card = await formCard(panel)
    expect(card.header).toEqual({ title: 'Start production', subtitle: 'Trilha Sul' })
    const name = (key: string) => `advance-order/${order.id}/${key}`
    expect(card.sections[0]?.widgets).toMatchObject([
      { decoratedText: { text: 'SO-1', bottomLabel: 'CIF Santos' } },
      { textParagraph: { text: 'After the report is in.' } },
      {
        textInput: {
          name: name('subject'),
          label: 'Subject (required)',
          value: 'Lanterns',
          type: 'SINGLE_LINE',
          validation: { characterLimit: 120 },
        },
      },
      { dateTimePicker: { name: name('eta'), label: 'ETA', type: 'DATE_ONLY', valueMsEpoch: Date.UTC(2026, 10, 20) } },
      { textParagraph: { text: 'As on the B/L' } },
      { textInput: { name: name('amount'), label: 'Amount', hintText: 'In USD' } },
      {
        selectionInput: {
          label: 'Result',
          type: 'DROPDOWN',
          items: [
            { text: 'Choose…', value: '', selected: true },
            { text: 'Passed', value: 'passed', selected: false },
          ],
        },
      },
      {
        buttonList: {
          buttons: [{ onClick: { action: { persistValues: true, requiredWidgets: [name('subject')] } } }],
        },
      },
    ])
    expect(intentsOf(card)).toEqual([
      {
        kind: 'submit',
        section: 'orders',
        action: 'advance-order',
        target: order,
        optional: ['eta', 'amount', 'result'],
      },
    ])
  })

  test('a required choice that is made cannot be unmade', async () => {
    const made: FormField = { ...(fields[3] as FormField), value: 'passed', required: true }
    expect(JSON.stringify(await formCard(panelOf(aForm({ fields: [made] }))))).not.toContain('Choose…')
  })

  test('a date that is none is not shown as one', async () => {
    const card = await formCard(
      panelOf(aForm({ fields: [{ key: 'eta', label: 'ETA', input: 'date', value: 'soon' }] })),
    )
    expect(JSON.stringify(card)).not.toContain('valueMsEpoch')
  })

  test('of more choices than Gmail shows, the present one is there and the end is told', async () => {
    const choices = Array.from({ length: 140 }, (_, at) => ({ value: `v${at}`, label: `L${at}` }))
    const of = async (value: string) => {
      const card = await formCard(
        panelOf(aForm({ fields: [{ key: 'k', label: 'K', input: 'choice', value, choices }] })),
      )
      const [select, end] = card.sections[0]?.widgets ?? []
      if (!select || !('selectionInput' in select)) throw new Error('no choice')
      return { items: select.selectionInput.items, end }
    }
    for (const value of ['v0', 'v97', 'v98', 'v99', 'v139', '']) {
      const { items, end } = await of(value)
      expect(items.length).toBe(100)
      expect(items.filter(({ selected }) => selected).map((item) => item.value)).toEqual([value])
      expect(end).toEqual({ textParagraph: { text: '41 more choices do not fit on a card.' } })
    }
  })

  test('one that was refused comes back as it was typed, each problem at its field', async () => {
    const card = await formCard(panel, {
      typed: { subject: 'Lamps', eta: null, amount: '1.2.3' },
      problems: [
        { field: 'amount', code: 'number', message: 'Not a number.' },
        { field: 'exec_status', code: 'closed', message: 'The order is closed.' },
      ],
    })
    const [, problem, , subject, eta, , amount] = card.sections[0]?.widgets ?? []
    expect(problem).toEqual({ textParagraph: { text: '<b>Attention: </b>The order is closed.' } })
    expect(subject).toMatchObject({ textInput: { value: 'Lamps' } })
    expect(eta).not.toHaveProperty('dateTimePicker.valueMsEpoch')
    expect(amount).toMatchObject({ textInput: { value: '1.2.3', hintText: 'Attention: Not a number. · In USD' } })
  })

  test('shows the record as it is now, and none when the form is no longer offered', async () => {
    const stands = { section: 'orders', action: 'advance-order', target: { ...order, version: 1 } }
    const card = await renderFormCard(panel, stands, aDeck())
    expect(card && intentsOf(card)).toMatchObject([{ target: { version: 3 } }])
    expect(await renderFormCard(panel, { ...stands, action: 'add-note' }, aDeck())).toBeNull()
  })

  test('two forms on one card keep their fields apart', async () => {
    const other = aForm({ target: { ...order, id: '01K2' }, fields })
    const names = JSON.stringify(await renderCard(panelOf(aForm({ fields }), other), aDeck())).match(/"name":"[^"]*"/g)
    expect(new Set(names).size).toBe(names?.length)
  })
})

describe('what a form says', () => {
  const intent = {
    kind: 'submit' as const,
    section: 'orders',
    action: 'advance-order',
    target: order,
    optional: ['eta'],
  }
  const ours = `advance-order/${order.id}/`

  test('is what was typed, by field; what may be empty and was not sent was emptied', () => {
    expect(submittedInput(intent, { [`${ours}subject`]: 'Lamps' })).toEqual({ subject: 'Lamps', eta: null })
  })

  test('a required field that was not sent is left out, so that it is told to be required', () => {
    expect(submittedInput(intent, { [`${ours}eta`]: '2026-11-20' })).toEqual({ eta: '2026-11-20' })
  })

  test('what another form on the card holds is not of it', () => {
    expect(submittedInput(intent, { 'advance-order/01K2/eta': '2026-11-20' })).toEqual({ eta: null })
  })
})

describe('links', () => {
  test('a path is opened at the address of the add-on, a full address as it is', async () => {
    const linkTo = async (href: string) => (await drawnPieces({ kind: 'link', label: 'Open', href }))[0]
    expect(await linkTo('/desk/orders?x=1')).toEqual({ text: 'Open', link: 'https://quayside.example/desk/orders?x=1' })
    expect(await linkTo('https://a.example/b')).toEqual({ text: 'Open', link: 'https://a.example/b' })
  })

  test.each(['javascript:alert(1)', '//evil.example', 'http://evil.example'])('%s is plain text', async (href) => {
    expect(await drawnPieces({ kind: 'link', label: 'Open', href })).toEqual([{ text: 'Open' }])
  })
})

const drawnPieces = async (widget: Widget) => piecesOf({ widgets: await drawn(widget) })

describe('not by colour alone', () => {
  test('a warning and a danger say so in words, in the panel’s language, and nothing is coloured', async () => {
    const late: Widget = { kind: 'note', text: 'Late', tone: 'danger' }
    expect(await drawn(late)).toEqual([{ textParagraph: { text: '<b>Warning: </b>Late' } }])
    expect(await drawn({ ...late, tone: 'warning' }, 'zh-CN')).toEqual([
      { textParagraph: { text: '<b>注意：</b>Late' } },
    ])
  })

  test('steps are told by how far they are, the one that runs stands out', async () => {
    const [way] = await drawn({
      kind: 'steps',
      label: 'SO-1',
      steps: [
        { label: 'Deposit', state: 'done' },
        { label: 'Material', state: 'done' },
        { label: 'Production', state: 'now' },
        { label: 'Inspection', state: 'next' },
      ],
    })
    expect(way).toMatchObject({
      decoratedText: {
        topLabel: 'SO-1',
        text: 'done: Deposit · Material<br><b>now: Production</b><br>to come: Inspection',
      },
    })
  })
})
