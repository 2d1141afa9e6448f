import type { Deck, Intent } from '#shared/panel/render/card-intent.ts'
import type { Card, CardWidget, OnClick } from '#shared/panel/render/card-json.ts'
import { type CardText, READS_HTML } from '#shared/panel/render/card-text.ts'
import { unescaped } from './panels.ts'

/** A deck whose tokens are the intents themselves, so that a test can read what a press means. */
export const aDeck = (given: Partial<Deck> = {}): Deck => ({
  actionUrl: 'https://quayside.example/gmail/action',
  sign: async (intent) => JSON.stringify(intent),
  ...given,
})

/** Something of a card that is read or pressed. */
export interface Piece {
  readonly text: string
  readonly intent?: Intent
  readonly link?: string
  /** It is asked, and not told. */
  readonly asked?: true
}

/** Everything that a reader of a section meets, from the top, as Gmail would show it. */
export function piecesOf({ header, widgets }: Card['sections'][number]): Piece[] {
  return [...(header === undefined ? [] : [seen('section.header', header)]), ...widgets.flatMap(widgetPieces)]
}

/** The same of a whole card, its header first. */
export function allPieces(card: Card): Piece[] {
  const { title, subtitle } = card.header
  return [
    seen('header.title', title),
    ...(subtitle === undefined ? [] : [seen('header.subtitle', subtitle)]),
    ...card.sections.flatMap(piecesOf),
  ]
}

function widgetPieces(widget: CardWidget): Piece[] {
  if ('textParagraph' in widget) return [seen('textParagraph.text', widget.textParagraph.text)]
  if ('decoratedText' in widget) {
    const { topLabel, text, bottomLabel, onClick } = widget.decoratedText
    return [
      ...(topLabel === undefined ? [] : [seen('decoratedText.topLabel', topLabel)]),
      seen('decoratedText.text', text, onClick),
      ...(bottomLabel === undefined ? [] : [seen('decoratedText.bottomLabel', bottomLabel)]),
    ]
  }
  if ('buttonList' in widget) return widget.buttonList.buttons.map((one) => seen('button.text', one.text, one.onClick))
  if ('textInput' in widget) {
    const { label, value, hintText } = widget.textInput
    return asked(
      seen('input.label', label),
      ...[value, hintText].flatMap((text) => (text === undefined ? [] : [{ text }])),
    )
  }
  if ('selectionInput' in widget) {
    const { label, items } = widget.selectionInput
    return asked(seen('input.label', label), ...items.map((item) => seen('choice.text', item.text)))
  }
  return asked(seen('input.label', widget.dateTimePicker.label))
}

const asked = (...pieces: Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, asked: true }))

/** What Gmail shows of a text: where it reads HTML, the tags act and the entities are signs. */
function seen(field: CardText, said: string, onClick?: OnClick): Piece {
  const text = READS_HTML[field] ? unescaped(said.replace(/<br>/g, '\n').replace(/<[^>]*>/g, '')) : said
  if (!onClick) return { text }
  if ('openLink' in onClick) return { text, link: onClick.openLink.url }
  return { text, intent: JSON.parse(onClick.action.parameters[0]?.value ?? 'null') }
}

/** Every press of a card that calls the Worker, from the top. */
export const intentsOf = (card: Card): Intent[] => allPieces(card).flatMap(({ intent }) => (intent ? [intent] : []))

/** How many widgets Gmail counts. */
export const widgetCount = (card: Card): number => card.sections.reduce((sum, { widgets }) => sum + widgets.length, 0)
