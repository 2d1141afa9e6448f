import { countryNamed } from './country.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import { anyOf } from './words.ts'

/** Words of a street that stand by themselves, and those that end a word. */
const STREET = new RegExp(
  anyOf(
    'avenue|ave|street|st|road|rd|boulevard|blvd|lane|ln|drive|dr|highway|hwy|parkway|pkwy|court|square|way|suite|floor|unit',
    'strasse|straße|str|weg|platz|rue|quai|allee|impasse|chemin|cours|via|viale|piazza|corso|calle|av|avda|avenida|carrera|colonia|col|rua|travessa|estrada|rodovia|alameda',
    'ul|ulica|aleja|al|ulitsa|улица|ул|проспект|пр-т|шоссе|пер|jalan|jl|soi|sok|sokak|cad|caddesi|mah|mahallesi|kav|kavel|industrial estate|industrial area|plot',
    'p o box|po box|p.o. box|postfach|apartado|حي|شارع|طريق|ص.ب',
  ),
  'u',
)
const STREET_END =
  /\p{L}(?:strasse|straße|str\.?|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|plein|kade|gatan|vagen|vägen|vej|gade|veien|katu|utca|ut)(?!\p{L})/u
const EAST_ASIAN =
  /[\p{sc=Han}]\s?\d+\s?[号號]|\d+(?:丁目|番地|番)|[\p{sc=Han}](?:路|街|大道)\s?\d|[都道府县縣][\p{sc=Han}]{1,8}[市区區]|[가-힣](?:로|길)\s?\d/u
/** What stands where letters are sorted: `WA 98126`, `44000 Nantes`, `70565`, `SW1A 1AA`, `12345-678`, `〒530-0001`. */
const POSTCODE =
  /(?:^|[^\d+(-])(?:[A-Z]{1,2}-)?(?:\d{5}(?:-\d{3,4})?|\d{6}|\d{4}(?: ?[A-Z]{2})?|\d{3}[ -]\d{2,4}|\d{2}-\d{3})(?![\d-])|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|〒\s?\d{3}-?\d{4}/
/** A line or part of one that tells something else. */
const OTHER =
  /@|www\.|https?:|\+\s?\d|\b(?:tel|fax|phone|mobile|mob|cell|t|f|m|tél|tlf|vat|tva|ust|iva|cnpj|cuit|rfc|eori|hr[ab]|rcs|iban|swift|bic|reg|nip|krs|kvk|abn|gst)\b\.?\s?[:.\s]\s?[\d+(A-Z]|[€$]|电话|電話|传真|手机/iu
const LABEL =
  /^(?:(?:our |registered |head |main )?(?:address|office|add|addr|adresse|anschrift|dirección|direccion|endereço|indirizzo|adres|адрес|地址|住所|주소|العنوان))\s?[:：.]\s?/iu
const LINE_CHARS = 200
const LINES_MAX = 4
const ADDRESS_CHARS = 300

interface Piece {
  readonly words: string
  readonly street: boolean
  readonly locality: boolean
  readonly country: boolean
  readonly labelled: boolean
}

/**
 * Where the buyer's firm is, as a signature says it: a street with its number and the place, in one line or some that follow each
 * other. With one of the two alone it is uncertain; with neither there is none.
 */
export function postalAddressIn(signature: readonly string[], language: string | null): Found<string> | null {
  const pieces = signature.slice(0, 20).map((line) => pieceOf(line, language))
  const runs: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === null) runs.push([])
    else runs.at(-1)?.push(piece)
  }
  const addresses = runs.flatMap((run) => addressOf(run) ?? [])
  return addresses.find(({ certain }) => certain) ?? addresses[0] ?? null
}

function addressOf(run: readonly Piece[]): Found<string> | null {
  const first = run.findIndex(({ street, locality, labelled }) => street || locality || labelled)
  if (first < 0) return null
  const taken: Piece[] = []
  for (const piece of run.slice(first, first + LINES_MAX)) {
    // A second street is another office.
    if (piece.street && taken.some(({ locality }) => locality)) break
    taken.push(piece)
  }
  const has = (key: 'street' | 'locality' | 'country' | 'labelled') => taken.some((piece) => piece[key])
  const known = [has('street'), has('locality'), has('country')].filter(Boolean).length
  if (known < 2 && !has('labelled')) return null
  const value = taken.map(({ words }) => words.replace(/\s+/g, ' ').replace(/[,;]$/, '')).join(', ')
  if (value.length > ADDRESS_CHARS) return null
  return found(value, taken[0]?.words ?? value, has('street') && has('locality'))
}

/** A line as a piece of an address, without what else stands on it; null where it is none. */
function pieceOf(line: string, language: string | null): Piece | null {
  if (line.length > LINE_CHARS) return null
  const parts = line.split(/\s*[|•\t]\s*|\s+[—–]\s+|\s{3,}/u).filter((part) => part.trim() !== '')
  // What is parted as tightly as the address itself is of it: `Hövelhofer Straße 118 · 33104 Paderborn`.
  const own = parts.map((part) => part.trim()).find((part) => !OTHER.test(part) && isOfAddress(part, language))
  if (own === undefined) return null
  const labelled = LABEL.test(own)
  const words = own.replace(LABEL, '')
  return {
    words,
    labelled: labelled && words.length > 5,
    street: namesStreet(words),
    locality:
      (POSTCODE.test(words) && /\p{L}{3}/u.test(words)) || (EAST_ASIAN.test(words) && /[市省区區県縣府]/u.test(words)),
    country: namesCountry(words, language),
  }
}

function isOfAddress(part: string, language: string | null): boolean {
  if (LABEL.test(part)) return true
  return namesStreet(part) || (POSTCODE.test(part) && /\p{L}{3}/u.test(part)) || namesCountry(part, language)
}

/** A word for a street, with a number. */
function namesStreet(words: string): boolean {
  const small = folded(words)
  return (/\d/.test(words) && (STREET.test(small) || STREET_END.test(small))) || EAST_ASIAN.test(words)
}

/** Its last word, or all of it, is a country: `Wichita, KS 67202, USA`. */
const namesCountry = (words: string, language: string | null): boolean => {
  const last =
    words
      .split(/[,·/]|\s-\s/)
      .at(-1)
      ?.trim()
      .replace(/\.$/, '') ?? ''
  return last.length > 1 && last.length < 40 && countryNamed(last, language) !== null
}
