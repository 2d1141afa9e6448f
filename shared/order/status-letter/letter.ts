import type { LetterLocale } from './language.ts'

/** Words with values among them: a value is never read as markup, and keeps its own direction of writing. */
export type Line = readonly (string | Value)[]
export interface Value {
  readonly value: string
}

/** A sentence of the words with its `{name}`s as values. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): Line {
  return sentence
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 0 ? part : { value: values[part] ?? '' }))
    .filter((part) => part !== '')
}

/** What a buyer is told, in their language. Drawn by `plain-text.ts` and `html.ts`. */
export interface BuyerLetter extends LetterLocale {
  readonly subject: Line
  readonly greeting: Line
  readonly sentences: readonly Line[]
  readonly rows: readonly { readonly label: string; readonly value: Line }[]
  readonly closing: string
  readonly regards: string
  readonly alias: Value
}
