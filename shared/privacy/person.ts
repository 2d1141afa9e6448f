import { normalisedAddress } from '#shared/customer/address.ts'

/** Somebody whose data is asked for or to be erased, by all that they are known by. */
export interface Person {
  /** As {@link normalisedAddress} has them; one whose host is written in another way as well, in both. */
  readonly addresses: readonly string[]
  /** Their digits, with the country's code where it is known. */
  readonly phones: readonly string[]
  readonly names: readonly string[]
  /** Their own records as a contact. */
  readonly contactIds: readonly string[]
}

/** What of a person stands in a text. */
export const TRAITS = ['address', 'phone', 'name'] as const
export type Trait = (typeof TRAITS)[number]

/** Fewer digits are no telephone of anybody's in particular. */
export const PHONE_DIGITS_MIN = 7

/** The digits of a telephone, whatever its writing; null for what is none. Fullwidth and Arabic digits are digits. */
export function phoneDigits(phone: string): string | null {
  const plain = phone.normalize('NFKC').replace(/\p{Nd}/gu, digitOf)
  const digits = plain.replace(/\D/g, '').replace(/^00/, '')
  return digits.length >= PHONE_DIGITS_MIN && digits.length <= 20 ? digits : null
}

/** Decimal digits of a script stand in a row of ten that begins with its zero. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** A name as it is looked for: one space between its words. One that is too short to mean one person is none. */
export function searchedName(name: string): string | null {
  const plain = name.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const enough = CJK.test(plain) ? letters.length >= 2 : letters.length >= 4
  return enough && plain.length <= 120 ? plain : null
}

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** Finds a person in texts: by each of their traits, and all of them together. */
export interface Finder {
  readonly of: Readonly<Record<Trait, RegExp | null>>
  readonly any: RegExp | null
}

/** How a person may be written: capitals, widths, accents, spaces and separators do not hide them. */
export function finderOf({ addresses, phones, names }: Person): Finder {
  const parts: Record<Trait, string[]> = {
    address: addresses.flatMap(addressPatterns),
    phone: phones.map(phonePattern),
    name: names.flatMap(namePatterns),
  }
  const made = (patterns: readonly string[]) => (patterns.length > 0 ? new RegExp(patterns.join('|'), 'giu') : null)
  return {
    of: { address: made(parts.address), phone: made(parts.phone), name: made(parts.name) },
    any: made(TRAITS.flatMap((trait) => parts[trait])),
  }
}

/** Which traits of a person stand in a text. */
export function traitsIn(finder: Finder, text: string): Trait[] {
  const composed = text.normalize('NFC')
  return TRAITS.filter((trait) => {
    const pattern = finder.of[trait]
    return pattern !== null && composed.search(pattern) >= 0
  })
}

/** A text with something else in place of every trait of a person; the very text where there is none. */
export function without(finder: Finder, text: string, instead: string): string {
  if (!finder.any) return text
  const composed = text.normalize('NFC')
  const cleaned = composed.replace(finder.any, instead)
  return cleaned === composed ? text : cleaned
}

function addressPatterns(address: string): string[] {
  const at = address.lastIndexOf('@')
  const [local, host] = [address.slice(0, at), address.slice(at + 1)]
  return [
    `(?<![\\p{L}\\p{N}._+-])${spelled(local)}(?:[@＠]|%40|&#64;|\\s?\\(at\\)\\s?)${spelled(host)}(?![\\p{L}\\p{N}-])`,
  ]
}

/** With the country's code, or as it is dialled at home: its last nine digits, or all where there are fewer. */
function phonePattern(digits: string): string {
  const between = '[\\s\\u00a0().\\-–‐‑/·_+]{0,3}'
  const each = (some: string) => [...some].map(widths).join(between)
  const home = digits.slice(-Math.max(PHONE_DIGITS_MIN, Math.min(9, digits.length - 2)))
  return `(?<!\\p{Nd})(?:\\p{Nd}${between}){0,${Math.max(0, digits.length - home.length) + 2}}${each(home)}(?!\\p{Nd})`
}

/** Somebody's address may spell another one's name: it is an address, and no name. */
const IN_ADDRESS = '[\\p{L}\\p{N}._+-]*(?:[@＠]|%40)'

/** First name first, or last. Words of letters without spaces between them are found within others. */
function namePatterns(name: string): string[] {
  const words = name.split(/[\s,]+/u).filter(Boolean)
  if (CJK.test(name)) return [words.map((word) => [...word].map(spelled).join('\\s{0,2}')).join('[\\s·・]{0,3}')]
  const orders = words.length > 1 ? [words, [...words.slice(-1), ...words.slice(0, -1)]] : [words]
  const gap = '[\\s\\u00a0,._+\\-]{1,3}'
  return orders.map((order) => `(?<![\\p{L}\\p{N}@])${order.map(spelled).join(gap)}(?![\\p{L}\\p{N}])(?!${IN_ADDRESS})`)
}

/** Every way to write the signs of a word: with or without accents, narrow or wide. */
const spelled = (word: string): string => [...word.normalize('NFC')].map(widths).join('')

function widths(sign: string): string {
  const base = baseOf(sign)
  const wide = base.length === 1 && base > ' ' && base <= '~' ? String.fromCodePoint(base.charCodeAt(0) + 0xfee0) : ''
  const all = [...new Set([sign, sign.toLowerCase(), base, wide, ...(accented().get(base) ?? [])])].filter(
    (one) => [...one].length === 1,
  )
  const set = all.map((one) => one.replace(/[\\\]^[-]/g, '\\$&')).join('')
  return /\p{L}/u.test(base) ? `[${set}]\\p{M}*` : `[${set}]`
}

const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'æ' }

function baseOf(sign: string): string {
  const small = sign.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return PLAIN[small] ?? small
}

let ACCENTED: ReadonlyMap<string, string[]> | undefined

/** The letters of the European languages by the letter without its accents. */
function accented(): ReadonlyMap<string, string[]> {
  if (ACCENTED) return ACCENTED
  const found = new Map<string, string[]>()
  for (let code = 0xc0; code <= 0x1eff; code = code === 0x24f ? 0x1e00 : code + 1) {
    const sign = String.fromCodePoint(code)
    const base = baseOf(sign)
    if (base.length !== 1 || base === sign || !/^[a-z]$/.test(base)) continue
    found.set(base, [...(found.get(base) ?? []), sign])
  }
  ACCENTED = found
  return found
}

/** A person of what somebody has typed; what is no address, telephone or name is left out and named. */
export function personTyped(typed: {
  readonly addresses?: readonly string[]
  readonly phones?: readonly string[]
  readonly names?: readonly string[]
}): { readonly person: Person; readonly wrong: readonly Trait[] } {
  const read = <T>(values: readonly string[] | undefined, one: (value: string) => T | null) => (values ?? []).map(one)
  const [addresses, phones, names] = [
    read(typed.addresses, normalisedAddress),
    read(typed.phones, phoneDigits),
    read(typed.names, searchedName),
  ]
  const wrong: Trait[] = []
  if (addresses.includes(null)) wrong.push('address')
  if (phones.includes(null)) wrong.push('phone')
  if (names.includes(null)) wrong.push('name')
  const kept = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
  return {
    person: { addresses: kept(addresses), phones: kept(phones), names: kept(names), contactIds: [] },
    wrong,
  }
}
