import { BEGINNINGS, ENDINGS, UNSPACED } from './legal-forms.ts'

/**
 * A company's name for comparison (domain 1.3): NFKC, lower case, without legal form and punctuation, so
 * that `Gartenwelt Baumann GmbH & Co. KG` and `GARTENWELT BAUMANN` are found as one. Accents stay. A
 * firm whose whole name is `Limited` or `!!!` keeps it; empty is only what shows nothing.
 */
export function normalisedName(name: string): string {
  let before: string
  let after = name
  // One removal may bare the next, as in `GmbH & Co. KG`; going on until nothing changes also makes it idempotent.
  do {
    before = after
    after = withoutLegalForm(words(before))
  } while (after !== before)
  return after
}

function words(name: string): string {
  const folded = fold(name)
  const spaced = folded
    .replace(BRACKETED_FORM, ' ')
    .replace(INITIALS, (initials) => ` ${initials.replace(/[^\p{L}]/gu, '')} `)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(SPACE_WITHIN_CHINESE, '')
  return spaced || folded.trim()
}

/** Marks of direction and joining are nothing to see; apostrophes go too, where other punctuation parts two words. */
function fold(name: string): string {
  return name
    .replace(/´/g, '')
    .normalize('NFKC')
    .replace(/[\p{Cf}'’‘`]/gu, '')
    .toLowerCase()
    .replace(/i\u0307/g, 'i') // what lower case makes of the Turkish İ
}

/** ㈱ and ㈲ of Japan, ㈜ of Korea, as NFKC writes them. */
const BRACKETED_FORM = /\((?:株|有|合|주|유)\)/gu

/** Single letters with dots or slashes between: `s.a.`, `a/s`, `g. m. b. h.` */
const INITIALS = /(?<![\p{L}\p{M}\p{N}])\p{L}(?:[./] ?\p{L}(?![\p{L}\p{M}\p{N}]))+/gu

const SPACE_WITHIN_CHINESE = /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]) (?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])/gu

const withoutLegalForm = (name: string): string => name.replace(ENDING, '').replace(BEGINNING, '')

/** Something must be left of the name, hence the look-behind and the look-ahead. */
const ENDING = new RegExp(`(?<=.)(?: (?:${oneOf(ENDINGS)})| ?(?:${oneOf(UNSPACED)}))$`, 'u')
const BEGINNING = new RegExp(`^(?:(?:${oneOf(BEGINNINGS)}) |(?:${oneOf(UNSPACED)}) ?)(?=.)`, 'u')

function oneOf(forms: readonly string[]): string {
  return forms.map((form) => form.normalize('NFKC')).join('|')
}
