import { plain } from './plain.ts'

/**
 * Which texts of a card Google reads as simple HTML (b i u s font a time br) and which it shows as they
 * are, as far as its description of the card tells. The one place to correct after a look at the live Gmail.
 */
export const READS_HTML = {
  'header.title': false,
  'header.subtitle': false,
  'section.header': true,
  'cardAction.label': false,
  'textParagraph.text': true,
  'decoratedText.topLabel': true,
  'decoratedText.text': true,
  'decoratedText.bottomLabel': true,
  'button.text': false,
  'input.label': false,
  'input.hint': false,
  'choice.text': false,
} as const satisfies Record<string, boolean>

export type CardText = keyof typeof READS_HTML

/** Words that stand out, where a text can show it. There is no colour: none is legible on Gmail's light and dark. */
export interface Strong {
  readonly strong: string
}

export type Line = string | readonly (string | Strong)[]

/** Values as a card's text that shows them literally, a line each. Gmail wants a text: what is empty is a dash. */
export function written(text: CardText, ...lines: readonly Line[]): string {
  const whole = lines.map((line) =>
    [line]
      .flat()
      .map((part) => piece(part, READS_HTML[text]))
      .join(''),
  )
  const shown = whole.join(READS_HTML[text] ? '<br>' : ' · ')
  return shown.trim() === '' ? '–' : shown
}

function piece(part: string | Strong, html: boolean): string {
  const words = wellFormed(plain(typeof part === 'string' ? part : part.strong))
  if (!html || words === '') return words
  return typeof part === 'string' ? escaped(words) : `<b>${escaped(words)}</b>`
}

/** Half a character makes a JSON that Google may refuse whole. */
export const wellFormed = (words: string): string => words.replace(/\p{Cs}/gu, '\uFFFD')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (words: string): string => words.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
