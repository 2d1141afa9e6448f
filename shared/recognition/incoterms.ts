import { INCOTERMS } from '#shared/trade/incoterm.ts'
import { type Found, found } from './found.ts'
import type { Passage } from './passage.ts'
import { PLACE_NAME, placeNamed } from './places.ts'
import { anyOf, finder, placesOf } from './words.ts'

export interface DeliveryTerm {
  readonly code: Found<string>
  readonly place: Found<string> | null
  readonly locode: Found<string> | null
}

const WORDS: Readonly<Record<string, string>> = {
  FOB: '离岸价|離岸價|본선인도',
  CIF: '到岸价|到岸價|운임보험료포함',
  EXW: 'ex works|ex-works|ab werk|工厂交货|出厂价|工場渡し|공장인도|franco fabrica|depart usine|franco fabbrica',
}
const CODE_WORD = `(?:${Object.keys(INCOTERMS).join('|').toLowerCase()})(?![\\p{sc=Latn}\\d])`
const CODE = new RegExp(
  `(?<![\\p{sc=Latn}\\d])(?:${Object.keys(INCOTERMS).join('|').toLowerCase()}|c&f|cnf|c\\+f)(?![\\p{sc=Latn}\\d])|${anyOf(...Object.values(WORDS))}`,
  'u',
)
/** Between a term and its place: `FOB port of Ningbo`, `CIF ميناء جدة`, `CIF: Santos`. */
const BETWEEN =
  '[ :,"\'(/-]{0,4}(?:(?:price*|basis|named place|port of|port|the port of|to|hafen|prix|precio|puerto de|puerto|porto de|porto di|porto|port de|порт|liman*|ميناء|مينا|بميناء)[ :]{1,2}){0,2}?'
const KNOWN_AFTER = new RegExp(`^${BETWEEN}(${PLACE_NAME})`, 'u')
const KNOWN_BEFORE = new RegExp(`(${PLACE_NAME})(?:港|항|港口)?[ ,:(]{0,3}$`, 'u')
const FURTHER = new RegExp(`^ ?(${PLACE_NAME})`, 'u')
/** `from FOB to CIF Bilbao`: the first is what it was. */
const CHANGED = new RegExp(
  `^ ?${anyOf('to|a|para|auf|zu|in|na|naar|до|到|改为|から|instead|statt')} ?${CODE_WORD}`,
  'u',
)
/** A place that no table has: capitalised words, or an address in scripts without capitals up to a sign. */
const NAMED =
  /^[ :]{1,3}((?:\p{Lu}[\p{L}'’.-]{1,25})(?:[ -](?:\p{Lu}[\p{L}'’.-]{1,25}|de|del|of|am|an der|la|el|du)){0,3})/u
const NOT = finder(
  'not|nicht|kein|statt|instead of|no|nao|pas|non|niet|geen|nie|не|degil|不要|不是|rather than|en vez de|au lieu de|em vez de',
)
const NO_PLACE = finder(
  'price*|prices|incoterms*|terms|basis|usd|eur|preis*|prix|precio*|preco*|prezzo|cena|цен*|and|or|und|oder|y|o|ou|et|e|en|of|lub|или|veya|ve|target|please|payment|delivery|shipment|quote',
)

/** Every Incoterm of the letter with the place behind it, or before it where none follows. Denied ones are left out. */
export function deliveryTerms(clauses: readonly Passage[]): DeliveryTerm[] {
  const terms = clauses.flatMap((clause) =>
    [...placesOf(CODE, clause.folded, 10)].flatMap((match) => termAt(clause, match)),
  )
  const seen = new Set<string>()
  return terms.filter(({ code, place, locode }) => {
    const key = `${code.value} ${locode?.value ?? (place?.value ?? '').toLowerCase()}`
    const repeated = seen.has(key) || (!place && terms.some((other) => other.place && other.code.value === code.value))
    seen.add(key)
    return !repeated
  })
}

function termAt(clause: Passage, match: RegExpExecArray & { end: number }): DeliveryTerm[] {
  const { text, folded } = clause
  const written = text.slice(match.index, match.end)
  const code = codeOf(match[0])
  // A word in small letters is a term only where a place stands behind it.
  const capital = written === written.toUpperCase()
  if (NOT.test(folded.slice(Math.max(0, match.index - 12), match.index))) return []
  const after = folded.slice(match.end, match.end + 80)
  if (CHANGED.test(after)) return []
  const known = KNOWN_AFTER.exec(after)
  if (known?.[1]) {
    const start = match.end + known[0].length - known[1].length
    // `深圳蛇口`: a city, then the port of it that is meant.
    const further = FURTHER.exec(folded.slice(match.end + known[0].length, match.end + 120))
    const end = match.end + known[0].length + (further?.[0].length ?? 0)
    return [termOf(clause, match.index, end, code, start, end, placeNamed(further?.[1] ?? known[1]))]
  }
  const named = NAMED.exec(text.slice(match.end, match.end + 80))
  if (named?.[1] && !NO_PLACE.test(folded.slice(match.end, match.end + named[0].length).split(' ')[1] ?? '')) {
    const start = match.end + named[0].length - named[1].length
    return [termOf(clause, match.index, match.end + named[0].length, code, start, start + named[1].length, null)]
  }
  const before = KNOWN_BEFORE.exec(folded.slice(Math.max(0, match.index - 40), match.index))
  if (before?.[1]) {
    const offset = Math.max(0, match.index - 40)
    const start = offset + before.index
    return [termOf(clause, start, match.end, code, start, start + before[1].length, placeNamed(before[1]))]
  }
  return capital ? [{ code: found(code, written), place: null, locode: null }] : []
}

function termOf(
  { text }: Passage,
  from: number,
  to: number,
  code: string,
  start: number,
  end: number,
  known: ReturnType<typeof placeNamed>,
): DeliveryTerm {
  const words = text.slice(from, to)
  // `Jeddah Islamic Port` is one name; a point that ends the sentence is not of it.
  const written = text.slice(start, end).replace(/[.,\s]+$/, '')
  // Papers are written in Latin letters; the words show how the buyer has it.
  const place = known && !/\p{sc=Latn}/u.test(written) ? known.name : written
  return {
    code: found(code, words),
    place: found(place, words),
    locode: known ? found(known.locode, words, known.certain) : null,
  }
}

function codeOf(word: string): string {
  if (/^c[&+n]/.test(word)) return 'CFR'
  const code = word.toUpperCase()
  if (Object.hasOwn(INCOTERMS, code)) return code
  return Object.entries(WORDS).find(([, words]) => finder(words).test(word))?.[0] ?? code
}
