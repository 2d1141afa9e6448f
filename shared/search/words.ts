import { asciiDigits } from '#shared/i18n/numbers.ts'

/**
 * The words of a text as they are searched for: small letters, Latin without accents, the digits of every script as
 * those of ASCII. What joins words and what is nothing to see is left out.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens = folded(text.slice(0, READ_MAX)).replace(UNSEEN, '').split(/\s+/u).slice(0, TOKENS_MAX)
  return tokens.flatMap((token) => {
    const parts = (token.match(WORD) ?? [])
      .flatMap((word) => word.match(RUN) ?? [])
      .map((word) => word.slice(0, LONGEST))
    return parts.length > 0 ? [{ whole: parts.join('').slice(0, LONGEST), parts }] : []
  })
}

/** Small, without the accents of Latin, Greek and Cyrillic letters; other scripts tell letters apart by such marks. */
function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTED, '$1').normalize('NFKC').toLowerCase()
  return asciiDigits(plain.replace(/[ßøłđðı]/g, (letter) => LETTERS[letter] ?? letter))
}

const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' }

/** What stands between two spaces: `Hansen-Garten` is the words `hansen` and `garten`, and `hansengarten` as a whole. */
export interface Token {
  readonly whole: string
  readonly parts: readonly string[]
}

const READ_MAX = 200
const TOKENS_MAX = 12
/** As long as a document number may be. */
const LONGEST = 40

const UNSEEN = /[\p{Cf}'"´`]/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const UNSPACED = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Hang}'
/** Scripts that put no spaces between words, or whose words change at their ends, stand apart from letters and digits. */
const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu')
const IN_PIECES = new RegExp(`^[${UNSPACED}]+$`, 'u')

/** Whether a word is found by pieces of two characters. */
export const isInPieces = (word: string): boolean => IN_PIECES.test(word)

/** `海森贸易` is `海森`, `森贸` and `贸易`; one character is its own piece. */
export function piecesOf(word: string): readonly string[] {
  const signs = [...word]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** Words of letters alone: a wrong digit makes another number. */
export function isLetters(word: string): boolean {
  return !isInPieces(word) && /^[\p{L}\p{M}]+$/u.test(word)
}

/** A word and what is left of it without one letter: two words that differ in one letter have one of these in common. */
export function neighbourhood(word: string): readonly string[] {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))])]
}

/** Words of so many letters forgive one that is wrong, missing or too many, or two that have changed places. */
export const FORGIVING = { shortest: 5, longest: 12 } as const

/** Whether a word that was typed is another but for one letter. */
export function isNearly(typed: string, meant: string): boolean {
  const [a, b] = [[...typed], [...meant]]
  if (b.length < FORGIVING.shortest || b.length > FORGIVING.longest || Math.abs(a.length - b.length) > 1) return false
  const most = Math.min(a.length, b.length)
  let front = 0
  while (front < most && a[front] === b[front]) front++
  let back = 0
  while (back < most - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  const [restOfA, restOfB] = [a.slice(front, a.length - back), b.slice(front, b.length - back)]
  if (restOfA.length <= 1 && restOfB.length <= 1) return true
  return restOfA.length === 2 && restOfB.length === 2 && restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0]
}

/** As many digits of a telephone number as tell whose it is, whether or not its country stands before it. */
const TAIL = 8

/** The end of a telephone number; null for less than one. */
export function phoneTail(text: string): string | null {
  const digits = folded(text).replace(/\D/g, '')
  return digits.length >= TAIL ? digits.slice(-TAIL) : null
}

/** A number as it is searched for, and its ends: `SO-2026-0412` is also `2026-0412` and `0412`. */
export function numberKeys(number: string): readonly string[] {
  const words = folded(number).match(/[\p{L}\p{N}]+/gu) ?? []
  const parts = words.flatMap((word) => word.match(/^\p{L}+|\P{L}.*/gu) ?? [])
  const ends = parts.map((_, at) => parts.slice(at).join('').slice(0, LONGEST))
  return [...new Set(ends.filter((end, at) => end !== '' && (at === 0 || end.length >= 3)))]
}
