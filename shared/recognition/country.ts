import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import { PLACES, placeNamed } from './places.ts'
import { anyOf, namesIn } from './words.ts'

/** Names that people write and `Intl` does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  US: 'usa|u.s.a.|united states|u.s.|eeuu|ee.uu.|eua|сша|美国|アメリカ|米国|미국',
  GB: 'uk|u.k.|england|scotland|wales|great britain|英国|イギリス',
  AE: 'uae|u.a.e.|emirates|阿联酋|الإمارات',
  SA: 'ksa|k.s.a.|saudi|saudi arabia|المملكة العربية السعودية|السعودية|沙特',
  KR: 'korea|south korea|republic of korea|corea|rok|韩国|대한민국|한국',
  CN: 'p.r. china|pr china|prc|中国',
  RU: 'russia|russian federation|rf|россия|рф',
  CZ: 'czech republic|czechia',
  NL: 'the netherlands|holland|nederland',
  TR: 'turkey|turkiye',
  TW: 'taiwan|台湾|台灣',
  HK: 'hong kong|香港',
  VN: 'vietnam|viet nam',
  CI: 'ivory coast',
}

const BY_LANGUAGE = new Map<string, ReadonlyMap<string, string>>()

/** The name of every country in a language and in English, folded; made when a mail in that language comes. */
function countriesIn(language: string | null): ReadonlyMap<string, string> {
  const key = language ?? 'en'
  const known = BY_LANGUAGE.get(key)
  if (known) return known
  const codes = new Map<string, string>()
  for (const tongue of new Set(['en', key])) {
    const names = new Intl.DisplayNames([tongue], { type: 'region', fallback: 'none' })
    for (const code of REGIONS) {
      const name = names.of(code)
      if (name && (name.length > 2 || /[^a-z]/i.test(name))) codes.set(folded(name), code)
    }
  }
  for (const [code, names] of Object.entries(ALIASES))
    for (const name of names.split('|')) codes.set(folded(name), code)
  BY_LANGUAGE.set(key, codes)
  return codes
}

const REGIONS = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ' +
  'ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS ' +
  'LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD ' +
  'SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'
).split(' ')

/** A country by its name or its code, as a form has it. */
export function countryNamed(value: string, language: string | null): string | null {
  const codes = countriesIn(language)
  const plain = folded(value).trim().slice(0, 200)
  if (/^[a-z]{2}$/.test(plain) && REGIONS.includes(plain.toUpperCase())) return plain.toUpperCase()
  const [named] = namesIn(codes, plain)
  return named ? (codes.get(named.name) ?? null) : null
}

/** The last country that some lines name, which is that of an address. */
export function countryIn(lines: readonly string[], language: string | null): Found<string> | null {
  const codes = countriesIn(language)
  for (const line of [...lines].reverse()) {
    if (/@|www\./.test(line)) continue
    const last = [...namesIn(codes, folded(line))].at(-1)
    const code = last && codes.get(last.name)
    if (last && code) return found(code, line.slice(last.start, last.start + last.name.length))
  }
  return null
}

/** The country of a domain; null for `.com` and those that anybody may have. */
export function countryOfDomain(domain: string): string | null {
  const [last = ''] = domain.split('.').slice(-1)
  const code = last === 'uk' ? 'GB' : last.toUpperCase()
  return REGIONS.includes(code) && !['CO', 'ME', 'TV', 'AI', 'IO'].includes(code) ? code : null
}

/** Where a language is spoken by nearly all who write in it. */
const HOMES: Readonly<Record<string, string>> = {
  ja: 'JP',
  ko: 'KR',
  it: 'IT',
  pl: 'PL',
  tr: 'TR',
  cs: 'CZ',
  sv: 'SE',
  de: 'DE',
  fr: 'FR',
  nl: 'NL',
  el: 'GR',
  he: 'IL',
  th: 'TH',
  vi: 'VN',
  id: 'ID',
}

/** `Wichita, KS 67202` is in the United States, `Toronto, ON M5V 0A1` in Canada. */
export function countryOfPostcode(lines: readonly string[]): Found<string> | null {
  for (const line of lines) {
    const american =
      /,\s{1,2}(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s{1,2}\d{5}(?:-\d{4})?(?!\d)/.exec(
        line.slice(0, 300),
      )
    if (american) return found('US', american[0].replace(/^,\s*/, ''))
    const canadian = /\b(?:AB|BC|MB|N[BLST]|ON|PE|QC|SK)[,\s]{1,3}[A-Z]\d[A-Z] ?\d[A-Z]\d\b/.exec(line.slice(0, 300))
    if (canadian) return found('CA', canadian[0])
  }
  return null
}

/** By a city that some lines name: surely where the country's language is the one they are written in. */
export function countryOfCity(lines: readonly string[], language: string | null): Found<string> | null {
  for (const line of lines) {
    if (/@|www\./.test(line)) continue
    const [place] = namesIn(PLACES, folded(line))
    const country = place && placeNamed(place.name)?.locode.slice(0, 2)
    if (place && country) {
      const words = line.slice(place.start, place.start + place.name.length)
      return found(country, words, HOMES[language ?? ''] === country)
    }
  }
  return null
}

/** Legal forms of one country, or mostly so. */
const FORMS: readonly (readonly [string, string])[] = [
  ['PL', 'sp. z o.o.|sp. z o. o.|sp z oo|sp. k.|sp. j.'],
  ['MX', 's.a. de c.v.|sa de cv|s. de r.l. de c.v.'],
  ['TR', 'ltd. sti.|tic. ltd. sti.|a.s.|as'],
  ['RU', 'ооо|зао|пао|ип'],
  ['JP', '株式会社|有限会社|合同会社'],
  ['KR', '주식회사|(주)|㈜'],
  ['IT', 's.r.l.|srl|s.p.a.|s.n.c.'],
  ['NL', 'b.v.|bv'],
  ['BR', 'ltda|ltda.|eireli'],
  ['FR', 'sarl|sas|sasu|eurl'],
  ['IN', 'pvt. ltd.|pvt ltd|private limited'],
  ['AU', 'pty ltd|pty. ltd.'],
  ['HU', 'kft|zrt'],
  ['FI', 'oy|oyj'],
  ['DE', 'gmbh|gmbh & co. kg|ohg|e.k.|ug'],
]
const BY_FORM = FORMS.map(([country, forms]) => [country, new RegExp(anyOf(forms), 'u')] as const)

/** By the legal form of the firm: surely where its country's language is the one it writes in. */
export function countryOfForm(company: Found<string>, language: string | null): Found<string> | null {
  const country = BY_FORM.find(([, pattern]) => pattern.test(folded(company.value)))?.[0]
  const home = HOMES[language ?? ''] ?? { pt: 'BR', es: 'MX', ru: 'RU' }[language ?? '']
  return country ? found(country, company.words, home === country && country !== 'DE' && country !== 'FR') : null
}
