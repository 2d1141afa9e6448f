import type { Paper } from '#shared/paper/paper.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { dateFor } from './status-letter/dates-and-amounts.ts'
import type { LetterLocale } from './status-letter/language.ts'
import { type BuyerLetter, filled } from './status-letter/letter.ts'
import type { Letters } from './status-letter/words/index.ts'

/** What a letter that goes with a file says of it. */
export interface Enclosed {
  readonly kind: Paper['kind']
  /** As it stands on the paper, with its version where there is more than one. */
  readonly number: string
  /** Of a quotation, where it has an end. */
  readonly validUntil: CivilDate | null
  /** The buyer's name; null where nobody in particular is written to. */
  readonly name: string | null
  /** How the sender signs. */
  readonly alias: string
}

/** The few words that a quotation or contract is sent with. All that matters stands in the file. */
export function paperLetter(
  { kind, number, validUntil, name, alias }: Enclosed,
  locale: LetterLocale,
  letters: Letters,
): BuyerLetter {
  const words = letters[locale.language]
  const { subject, intro } = words.papers[kind]
  return {
    ...locale,
    subject: filled(subject, { number }),
    greeting: name ? filled(words.dear, { name }) : [words.hello],
    sentences: [
      filled(intro, { number }),
      ...(validUntil === null ? [] : [filled(words.validUntil, { date: dateFor(validUntil, locale) })]),
    ],
    rows: [],
    closing: words.closing,
    regards: words.regards,
    alias: { value: alias },
  }
}
