import { folded } from './fold.ts'
import { type Label, labelNamed } from './labels.ts'

/** A line `label: value` of a form, or one of several on a line. */
export interface Pair {
  readonly label: Label
  readonly value: string
  /** Label and value as they stand there. */
  readonly words: string
  /** Index of its line. */
  readonly line: number
}

/** What a form says. Labels that nobody knows are passed over. */
export function pairsIn(lines: readonly string[]): Pair[] {
  return lines.slice(0, 400).flatMap((text, line) => partsOf(text).flatMap((part) => pairOf(part, line)))
}

/** Two pairs on a line stand well apart; cells of a table have a tab between. */
function partsOf(text: string): string[] {
  if (!/[:：]/.test(text)) return [text]
  return text.split(/ {3,}(?=[^:：]{2,40}[:：])|\t(?=[^\t:：]{2,40}[:：])/)
}

function pairOf(part: string, line: number): Pair[] {
  const colon = part.search(/[:：\t]/)
  if (colon < 1 || colon > 60) return []
  const value = part
    .slice(colon + 1)
    .replace(/^[\s:：]+/, '')
    .trim()
  const label = labelNamed(folded(part.slice(0, colon)))
  return label ? [{ label, value, words: part.trim(), line }] : []
}

/** Whether the pairs are those of a form or a platform's notice rather than of a letter's signature. */
export function isForm(pairs: readonly Pair[], body: readonly string[]): boolean {
  const labels = new Set(pairs.map(({ label }) => label))
  const who = ['contact', 'company', 'email', 'phone', 'country'].filter((label) => labels.has(label as Label)).length
  return who >= 2 && labels.size >= 4 && body.length > 0
}
