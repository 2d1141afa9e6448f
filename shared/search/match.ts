import { keysOf, type SearchedType, type Text, textsOf } from './searched.ts'
import type { Sought } from './sought.ts'
import { isInPieces, isLetters, isNearly, type Token } from './words.ts'

/** How well what was typed fits, the best first: the whole word, its beginning, a piece of it, all but one letter. */
export const FITS = ['exact', 'prefix', 'piece', 'typo'] as const
export type Fit = (typeof FITS)[number]

/** How a record is what was sought, and by which of its fields. */
export interface Match {
  readonly fit: Fit
  readonly field: string
}

/**
 * How a record, as its reader sees it, fits what was typed; null where some word of it is nowhere. As good as the
 * worst of its words; told is the field of the first.
 */
export function matchOf(sought: Sought, type: SearchedType, record: Readonly<Record<string, unknown>>): Match | null {
  const texts = textsOf(type, record)
  const { phone } = sought
  const called =
    phone === null ? undefined : texts.find((text) => text.sort === 'phone' && keysOf(text).includes(phone))
  if (called) return { fit: 'exact', field: called.field }
  const known = texts.flatMap((text) => keysOf(text).map((key) => ({ ...text, key })))
  const whole = numberAsWhole(sought)
  const numbered =
    whole === null
      ? null
      : bestOf(
          known.filter(({ sort }) => sort === 'number'),
          whole,
        )
  if (numbered) return numbered
  const found = sought.tokens.map((token) => ofToken(known, token))
  const [first] = found
  return first ? found.reduce((worst, one) => worst && one && worseOf(worst, one), first) : null
}

/** `PO 4500123` is one number, with a space in it. */
function numberAsWhole({ tokens }: Sought): string | null {
  const whole = tokens.map((token) => token.whole).join('')
  return tokens.length > 1 && /\d/.test(whole) ? whole : null
}

type Known = Text & { readonly key: string }

const worseOf = (a: Match, b: Match): Match => (rankOf(b) > rankOf(a) ? { ...a, fit: b.fit } : a)

const rankOf = ({ fit }: Match): number => FITS.indexOf(fit)

function ofToken(known: readonly Known[], { whole, parts }: Token): Match | null {
  const asWhole = bestOf(known, whole)
  if (asWhole || parts.length < 2) return asWhole
  const found = parts.map((part) => bestOf(known, part))
  return found.reduce((worst, one) => worst && one && worseOf(worst, one))
}

function bestOf(known: readonly Known[], word: string): Match | null {
  let best: Match | null = null
  for (const { key, field, sort } of known) {
    const fit = fitOf(word, key, sort)
    if (fit && (!best || FITS.indexOf(fit) < rankOf(best))) best = { fit, field }
  }
  return best
}

function fitOf(word: string, key: string, sort: Text['sort']): Fit | null {
  if (key === word) return 'exact'
  // A telephone number is meant whole, or not at all.
  if (sort === 'phone') return null
  if (key.startsWith(word)) return 'prefix'
  if (isInPieces(word) && key.includes(word)) return 'piece'
  return sort === 'name' && isLetters(word) && isLetters(key) && isNearly(word, key) ? 'typo' : null
}
