import { folded } from './fold.ts'

/**
 * The source of an expression that finds any word of a dictionary in a {@link folded} text. Words are parted by `|`;
 * `*` stands for any further letters, a space for one to three. Words of scripts that write spaces stand alone.
 */
export function anyOf(...dictionary: readonly string[]): string {
  const words = dictionary
    .flatMap((list) => list.split('|'))
    .map((word) => folded(word.trim()))
    .filter((word) => word !== '')
  // Those that begin and end alike share what must stand around them; a word with its full stop comes before one without.
  const groups = [false, true].flatMap((start) => [false, true].map((end) => ({ start, end })))
  const alike = groups.flatMap(({ start, end }) => {
    const of = [...new Set(words)].filter(
      (word) => spaced(word.charAt(0)) === start && spaced(word.charAt(word.length - 1)) === end,
    )
    const sources = of.sort((a, b) => b.length - a.length).map(sourceOf)
    return sources.length > 0 ? [`${start ? NOT_BEHIND : ''}(?:${sources.join('|')})${end ? NOT_BEFORE : ''}`] : []
  })
  return `(?:${alike.join('|')})`
}

/** Finds the words of a dictionary anywhere in a folded text. */
export const finder = (...dictionary: readonly string[]): RegExp => new RegExp(anyOf(...dictionary), 'u')

/** All places of an expression in a folded text, at most `max`. */
export function* placesOf(pattern: RegExp, text: string, max = 200): Generator<RegExpExecArray & { end: number }> {
  const search = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  for (let count = 0; count < max; count++) {
    const match = search.exec(text)
    if (!match) return
    if (match[0] === '') search.lastIndex++
    else yield Object.assign(match, { end: match.index + match[0].length })
  }
}

const NOT_BEHIND = '(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\d])'
const NOT_BEFORE = '(?![\\p{sc=Latn}\\p{sc=Cyrl}])'

const spaced = (letter: string): boolean => /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]/u.test(letter)

const sourceOf = (word: string): string =>
  word
    .replace(/[.+?^${}()[\]\\/|]/g, '\\$&')
    .replace(/ss/g, '(?:ss|ß)')
    .replace(/\*/g, '\\p{L}{0,20}')
    .replace(/ /g, ' {1,3}')
