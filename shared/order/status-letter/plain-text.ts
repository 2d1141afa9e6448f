import { isolated, plain } from '#shared/panel/render/plain.ts'
import type { BuyerLetter, Line, Value } from './letter.ts'

/** A letter as plain text. Its table is a line a row: nothing lines up in the letters of a mail program. */
export function letterText(letter: BuyerLetter): string {
  const { greeting, sentences, rows, closing, regards, alias } = letter
  const line = (words: Line) => lineText(words, letter)
  return [
    line(greeting),
    sentences.map(line).join('\n'),
    rows.map(({ label, value }) => line([`${label}: `, ...value])).join('\n'),
    closing,
    `${regards}\n${line([alias])}`,
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** On one line, for a subject. */
export function lineText(words: Line, { direction }: Pick<BuyerLetter, 'direction'>): string {
  return words.map((part) => (typeof part === 'string' ? part : valueText(part, direction))).join('')
}

/** Within a text that runs from right to left every value is kept apart: numbers and codes would change places. */
function valueText({ value }: Value, direction: BuyerLetter['direction']): string {
  const line = plain(value)
  return direction === 'rtl' && !line.startsWith('\u2068') ? isolated(line) : line
}
