import { INCOTERMS } from '#shared/trade/incoterm.ts'
import { type Found, found } from './found.ts'
import type { Passage } from './passage.ts'
import { PLACES, placeNamed } from './places.ts'
import { anyOf, finder, nameAt, nameBefore, placesOf } from './words.ts'

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
const SIGNS = /^[ :,"'(/-]{0,4}/
const LEAD = new RegExp(
  `^${anyOf('price*|basis|named place|port of|port|the port of|to|hafen|prix|precio|puerto de|puerto|porto de|porto di|porto|port de|порт|liman*|ميناء|بميناء')}[ :]{1,2}`,
  'u',
)
/** `from FOB to CIF Bilbao`: the first is what it was. */
const CHANGED = new RegExp(
  `^ ?${anyOf('to|a|para|auf|zu|in|na|naar|до|到|改为|から|instead|statt')} ?${CODE_WORD}`,
  'u',
)
/** A place that no table has: capitalised words, or an address in scripts without capitals up to a sign. */
const NAMED =
  /^[ :]{1,3}((?:\p{Lu}[\p{L}'’.-]{1,25})(?:[ -](?:\p{Lu}[\p{L}'’.-]{1,25}|de|del|of|am|an der|la|el|du)){0,3})/u
const NOT = finder(
  'in plaats van|not|nicht|kein|statt|instead of|no|nao|pas|non|niet|geen|nie|не|degil|不要|不是|rather than|en vez de|au lieu de|em vez de',
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
  if (NOT.test(folded.slice(Math.max(0, match.index - 16), match.index))) return []
  const after = folded.slice(match.end, match.end + 80)
  if (CHANGED.test(after)) return []
  const known = placeAfter(folded, match.end)
  if (known) {
    // `深圳蛇口`: a city, then the port of it that is meant.
    const next = known.start + known.name.length
    const further = nameAt(PLACES, folded, next + (folded.charAt(next) === ' ' ? 1 : 0))
    const end = further ? folded.indexOf(further, next) + further.length : next
    return [termOf(clause, match.index, end, code, known.start, end, placeNamed(further ?? known.name))]
  }
  const named = NAMED.exec(text.slice(match.end, match.end + 80))
  if (named?.[1] && !NO_PLACE.test(folded.slice(match.end, match.end + named[0].length).split(' ')[1] ?? '')) {
    const start = match.end + named[0].length - named[1].length
    return [termOf(clause, match.index, match.end + named[0].length, code, start, start + named[1].length, null)]
  }
  const gap =
    /(?:港口|港|항)?[ ,:(]{0,3}$/.exec(folded.slice(Math.max(0, match.index - 8), match.index))?.[0].length ?? 0
  const before = nameBefore(PLACES, folded, match.index - gap)
  if (before) {
    const start = match.index - gap - before.length
    return [termOf(clause, start, match.end, code, start, start + before.length, placeNamed(before))]
  }
  return capital ? [{ code: found(code, written), place: null, locode: null }] : []
}

/** The place of the table that stands behind a term, after no more than two words that lead to it. */
function placeAfter(text: string, from: number): { readonly name: string; readonly start: number } | null {
  let start = from + (SIGNS.exec(text.slice(from, from + 8))?.[0].length ?? 0)
  for (let leads = 0; leads < 3; leads++) {
    const name = nameAt(PLACES, text, start)
    if (name) return { name, start }
    const lead = LEAD.exec(text.slice(start, start + 40))
    if (!lead) return null
    start += lead[0].length
  }
  return null
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
