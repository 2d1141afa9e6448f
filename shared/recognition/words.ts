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

const SEARCHES = new WeakMap<RegExp, RegExp>()

/** All places of an expression in a folded text, at most `max`. */
export function* placesOf(pattern: RegExp, text: string, max = 200): Generator<RegExpExecArray & { end: number }> {
  let search = SEARCHES.get(pattern)
  if (!search) {
    search = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
    SEARCHES.set(pattern, search)
  }
  for (let count = 0, from = 0; count < max; count++) {
    // Somebody else may search by the same expression in between.
    search.lastIndex = from
    const match = search.exec(text)
    if (!match) return
    from = match.index + Math.max(1, match[0].length)
    if (match[0] !== '') yield Object.assign(match, { end: match.index + match[0].length })
  }
}

const LETTER = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\d]/u

/** The longest name of a table that begins at a place of a folded text; names of scripts with spaces stand alone. */
export function nameAt(names: ReadonlyMap<string, unknown>, text: string, start: number): string | null {
  for (let length = Math.min(NAME_MAX, text.length - start); length > 1; length--) {
    const name = text.slice(start, start + length)
    if (names.has(name) && !splits(text, start) && !splits(text, start + length)) return name
  }
  return null
}

/** The longest that ends there. */
export function nameBefore(names: ReadonlyMap<string, unknown>, text: string, end: number): string | null {
  for (let start = Math.max(0, end - NAME_MAX); start < end - 1; start++) {
    if (names.has(text.slice(start, end)) && !splits(text, start) && !splits(text, end)) return text.slice(start, end)
  }
  return null
}

/** Every place of a text at which a name of the table begins. */
export function* namesIn(
  names: ReadonlyMap<string, unknown>,
  text: string,
): Generator<{ name: string; start: number }> {
  for (let at = 0; at < text.length; at++) {
    const name = text.charAt(at) === ' ' || splits(text, at) ? null : nameAt(names, text, at)
    if (name === null) continue
    yield { name, start: at }
    at += name.length - 1
  }
}

const NAME_MAX = 40

/** Whether a word goes on over this place. */
const splits = (text: string, at: number): boolean =>
  at > 0 && LETTER.test(text.charAt(at)) && LETTER.test(text.charAt(at - 1))

/** Ranges rather than scripts: an engine takes long over a script, and a dictionary has hundreds of them. */
const WRITTEN = 'a-zß-ÿ\\u0100-\\u024f\\u0400-\\u052f'
/** What a word of a script with spaces must not stand behind. */
export const NOT_BEHIND = `(?<![${WRITTEN}\\d])`
const NOT_BEFORE = `(?![${WRITTEN}])`
/** Any further letters, of the scripts that dictionaries are written in. */
const MORE = `[${WRITTEN}\\u0370-\\u03ff\\u0590-\\u06ff\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]{0,20}`

const spaced = (letter: string): boolean => /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]/u.test(letter)

const sourceOf = (word: string): string =>
  word
    .replace(/[.+?^${}()[\]\\/|]/g, '\\$&')
    .replace(/ss/g, '(?:ss|ß)')
    .replace(/\*/g, MORE)
    .replace(/ /g, ' {1,3}')
