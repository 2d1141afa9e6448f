import { NEARLY } from './searched.ts'
import { FORGIVING, isInPieces, isLetters, neighbourhood, phoneTail, piecesOf, type Token, tokensOf } from './words.ts'

/** What somebody typed: every word of it has to be found. */
export interface Sought {
  readonly tokens: readonly Token[]
  /** The end of a telephone number, where the whole may be one. */
  readonly phone: string | null
}

/** What is searched for; null where nothing is left of it. */
export function soughtIn(typed: string): Sought | null {
  // The domain of an address is whose it is.
  const text = typed.includes('@') ? typed.slice(typed.lastIndexOf('@') + 1) : typed
  const phone = /^[+\p{N}\s()./-]+$/u.test(text) ? phoneTail(text) : null
  const tokens = tokensOf(text)
  return tokens.length > 0 ? { tokens, phone } : null
}

/** What the store looks up: all keys that begin with one of two words, and some keys as they are. */
export interface LookedUp {
  readonly first: string
  readonly second: string | null
  /** For where a letter is wrong. */
  readonly nearly: readonly string[]
}

/**
 * The two words that tell most, the longest of different ones first. Two are enough: whatever is found is compared with all
 * that was typed.
 */
export function lookedUp({ tokens, phone }: Sought): LookedUp {
  const telling = tokens.map(wordsOf).sort(([a = ''], [b = '']) => b.length - a.length)
  const [first = '', second = null] = [
    ...(phone === null ? [] : [phone]),
    ...telling.map(([word = '']) => word),
    ...telling.flatMap(([, ...others]) => others),
  ]
  const word = [...tokens.flatMap(({ parts }) => parts)].filter(isLetters).sort((a, b) => b.length - a.length)[0] ?? ''
  const { length } = [...word]
  const forgiving = length >= FORGIVING.shortest - 1 && length <= FORGIVING.longest + 1
  return {
    first,
    second: second === first ? null : second,
    nearly: forgiving ? neighbourhood(word).map((one) => NEARLY + one) : [],
  }
}

/** Under what a word may be stored, the most telling first. */
function wordsOf({ whole, parts }: Token): readonly string[] {
  const piece = parts.find(isInPieces)
  if (piece !== undefined) {
    const pieces = piecesOf(piece)
    return [...new Set([pieces[0] ?? '', pieces.at(-1) ?? ''])]
  }
  if (parts.length < 2 || /\p{N}/u.test(whole)) return [whole]
  return [whole, ...[...parts].sort((a, b) => b.length - a.length).slice(0, 1)]
}
