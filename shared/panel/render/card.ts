import type { Language } from '#shared/i18n/language.ts'
import type { Form, Link, Panel, Section, Target, Widget, WidgetKind } from '../panel.ts'
import { formWidgets, paragraph, type Returned } from './card-form.ts'
import { headerOf, more, panelCardName, refreshing, timeSection, wholeButton } from './card-frame.ts'
import type { Deck, FormPlace } from './card-intent.ts'
import { CARD_WIDGETS_MAX, type Card, type CardSection, type CardWidget } from './card-json.ts'
import { button, inRows, PRIMARY, press, row } from './card-press.ts'
import { stepLines } from './card-steps.ts'
import { written } from './card-text.ts'
import { safeHref } from './href.ts'
import { attention } from './words.ts'

/**
 * A panel as the first card in Gmail: every section at a glance, with a button to its whole. A panel that
 * is longer than a card goes on behind a button of its own, from `section` on.
 */
export async function renderCard(panel: Panel, deck: Deck & { readonly section?: string }): Promise<Card> {
  const first = panel.sections.findIndex(({ key }) => key === deck.section)
  const drawn: CardSection[] = []
  let room = ROOM
  for (const section of panel.sections.slice(Math.max(first, 0))) {
    const glance = await glanceSection(section, panel.language, deck)
    room -= glance.widgets.length
    if (room < 0 && drawn.length > 0) {
      drawn.push({ widgets: [await more(section, { kind: 'rest', section: section.key }, panel.language, deck)] })
      break
    }
    drawn.push(glance)
  }
  return {
    name: first > 0 ? `${panelCardName(deck.about)}/from/${deck.section}` : panelCardName(deck.about),
    header: headerOf(panel.title, panel.subtitle),
    sections: [...drawn, timeSection(panel, deck)],
    cardActions: [await refreshing(panel, deck)],
  }
}

/** The whole of one section on a card of its own, from its nth widget on. Null when the panel has no such section. */
export async function renderSectionCard(
  panel: Panel,
  key: string,
  deck: Deck & { readonly from?: number },
): Promise<Card | null> {
  const section = panel.sections.find((one) => one.key === key)
  if (!section) return null
  const place: Place = { section: key, language: panel.language, deck, full: true }
  const { from = 0 } = deck
  const whole = (section.full ?? section.summary).slice(from)
  const drawn: CardWidget[] = []
  for (const [at, widget] of whole.entries()) {
    const widgets = await widgetCard(widget, place)
    // A single form that is longer than a card is drawn all the same: there is no half of it.
    if (drawn.length > 0 && drawn.length + widgets.length > ROOM) {
      drawn.push(await more(section, { kind: 'section', section: key, from: from + at }, panel.language, deck))
      break
    }
    drawn.push(...widgets)
  }
  return {
    name: `${panelCardName(deck.about)}/${key}${from > 0 ? `/${from}` : ''}`,
    header: headerOf(section.title, panel.title),
    sections: [{ widgets: inRows(drawn) }, timeSection(panel, deck)].filter(({ widgets }) => widgets.length > 0),
  }
}

/**
 * A form of the panel on a card of its own, under what it acts on; with what was typed and what was wrong
 * when it comes back. Null when the panel does not offer it any more.
 */
export async function renderFormCard(
  panel: Panel,
  stands: FormPlace,
  deck: Deck,
  returned?: Returned,
): Promise<Card | null> {
  const widgets = panel.sections.flatMap((section) => [...section.summary, ...(section.full ?? [])])
  // Another section may have the same form under another name.
  const here = panel.sections.filter(({ key }) => key === stands.section)
  const near = here.flatMap(({ summary, full = [] }) => [...summary, ...full])
  const form = [...near, ...widgets].find((widget): widget is Form => isForm(widget, stands))
  if (!form) return null
  const place: Place = { section: stands.section, language: panel.language, deck, full: stands.full === true }
  const subject = widgets.find((widget): widget is Item => isItemOf(widget, form.target))
  const above = subject ? await widgetCard({ ...subject, open: undefined }, place) : []
  return {
    name: `${panelCardName(deck.about)}/${form.action}/${form.target.id}`,
    header: headerOf(form.label, panel.title),
    sections: [{ widgets: [...above, ...(await formHere({ ...form, primary: true }, place, returned))] }],
  }
}

/** How many of a card's widgets are the sections': one is the button to the rest, one tells the time. */
const ROOM = CARD_WIDGETS_MAX - 2

/** How a share is drawn on a card, which has no drawing of its own. */
const BLOCK = '▇'
const BLOCK_SHARE = 125

/** Where a widget stands. */
interface Place {
  /** The section's key. */
  readonly section: string
  readonly language: Language
  readonly deck: Deck
  /** On the section's own card. */
  readonly full: boolean
}

async function glanceSection(section: Section, language: Language, deck: Deck): Promise<CardSection> {
  const place: Place = { section: section.key, language, deck, full: false }
  const drawn = await Promise.all(section.summary.map((widget) => widgetCard(widget, place)))
  const whole = section.full ? [await wholeButton(section, language, deck)] : []
  const widgets = inRows([...drawn.flat(), ...whole])
  return {
    header: written('section.header', section.title),
    widgets: widgets.length > 0 ? widgets : [paragraph('')],
    ...(section.folded ? { collapsible: true as const, uncollapsibleWidgetsCount: 0 } : {}),
  }
}

async function widgetCard(widget: Widget, place: Place): Promise<CardWidget[]> {
  return (WIDGETS[widget.kind] as Draw<Widget>)(widget, place)
}

type Draw<W> = (widget: W, place: Place) => CardWidget[] | Promise<CardWidget[]>

const WIDGETS: { readonly [K in WidgetKind]: Draw<Extract<Widget, { kind: K }>> } = {
  fact: ({ label, value, detail, tone }, { language }) => [
    {
      decoratedText: {
        topLabel: written('decoratedText.topLabel', label),
        text: written('decoratedText.text', [{ strong: attention(tone, language) }, value]),
        ...(detail ? { bottomLabel: written('decoratedText.bottomLabel', detail) } : {}),
        wrapText: true,
      },
    },
  ],

  note: ({ text, tone }, { language }) => [paragraph([{ strong: attention(tone, language) }, text])],

  item: async ({ title, lines, badge, open, tone, links = [] }, { language, deck }) => {
    const below = [...(badge ? [badge] : []), ...lines]
    return [
      {
        decoratedText: {
          text: written('decoratedText.text', [{ strong: attention(tone, language) }, title]),
          ...(below.length > 0 ? { bottomLabel: written('decoratedText.bottomLabel', ...below) } : {}),
          wrapText: true,
          ...(open ? { onClick: await press({ kind: 'record', target: open }, deck) } : {}),
        },
      },
      ...links.map((link) => linkCard(link, deck)),
    ]
  },

  steps: ({ label, steps }, { language }) => [
    {
      decoratedText: {
        topLabel: written('decoratedText.topLabel', label),
        text: written('decoratedText.text', ...stepLines(steps, language)),
        wrapText: true,
      },
    },
  ],

  shares: ({ label, parts }, { language }) => [
    {
      decoratedText: {
        topLabel: written('decoratedText.topLabel', label),
        text: written(
          'decoratedText.text',
          ...parts.map(({ label: name, value, share, tone }) => [
            `${BLOCK.repeat(Math.ceil(share / BLOCK_SHARE))} ${name}: `,
            { strong: attention(tone, language) },
            value,
          ]),
        ),
        wrapText: true,
      },
    },
  ],

  turns: async ({ label, turns }, { section, deck, full }) => [
    paragraph(label),
    row(
      ...(await Promise.all(
        turns.map(async ({ label: name, see, current }) => ({
          text: written('button.text', name),
          ...(current ? { color: PRIMARY } : {}),
          onClick: await press({ kind: 'see', section, see, ...(full ? { full } : {}) }, deck),
        })),
      )),
    ),
  ],

  form: async (form, place) => {
    if (!form.folded || form.fields.length === 0) return formHere(form, place)
    return [button(form.label, await press({ kind: 'form', ...standing(form, place) }, place.deck), form)]
  },

  link: (link, { deck }) => [linkCard(link, deck)],
}

function linkCard({ label, href }: Link, deck: Deck): CardWidget {
  const safe = safeHref(href)
  return safe ? button(label, { openLink: { url: absolute(safe, deck) } }) : paragraph(label)
}

function formHere(form: Form, place: Place, returned?: Returned): Promise<CardWidget[]> {
  return formWidgets(form, { ...place, stands: standing(form, place) }, returned)
}

function standing({ action, target }: Form, { section, full }: Place): FormPlace {
  return { section, action, target, ...(full ? { full } : {}) }
}

/** The version seen may be an older one: what is offered now is offered for the record as it is now. */
function isForm(widget: Widget, { action, target }: FormPlace): boolean {
  return widget.kind === 'form' && widget.action === action && widget.target.id === target.id
}

type Item = Extract<Widget, { kind: 'item' }>

const isItemOf = (widget: Widget, { type, id }: Target): boolean =>
  widget.kind === 'item' && widget.open?.type === type && widget.open.id === id

/** Google opens full addresses only; a path is one of ours. */
function absolute(href: string, { actionUrl }: Deck): string {
  return href.startsWith('/') ? `${/^https?:\/\/[^/]+/i.exec(actionUrl)?.[0] ?? ''}${href}` : href
}
