import { registeredDomain } from '../address.ts'
import { unicodeHost } from '../punycode.ts'

/** In what way one domain looks like another. */
export type Likeness =
  /** The same to the eye: `trilhasu1`, `tri1hasul`, `trilha-sul`, Cyrillic letters. */
  | 'same_looks'
  /** One letter more, less, other, or two swapped. */
  | 'one_letter'
  /** The same name with another ending: `.com` for `.com.br`. */
  | 'other_ending'
  /** The name in front of somebody else's domain: `trilhasul.example.mails.example`. */
  | 'name_within'

/** Shorter names are one letter apart by chance. */
const EDITED_MIN = 6
const NAME_MIN = 4
/** A label has 63 characters at most. */
const NAME_MAX = 63

/** How the host of an address looks like the domain of a firm it does not belong to; null where it does not. */
export function likeness(host: string, known: string): Likeness | null {
  const own = registeredDomain(host)
  if (own === null || own === known) return null
  const [ours, theirs] = [nameOf(own), nameOf(known)]
  if (theirs.length < NAME_MIN) return null
  if (ours === theirs) return 'other_ending'
  const [a, b] = [looks(ours), looks(theirs)]
  if (a === b) return 'same_looks'
  if (Math.min(a.length, b.length) >= EDITED_MIN && isOneApart(a, b)) return 'one_letter'
  return labelsBefore(host, own).some((label) => label.length >= EDITED_MIN && looks(label) === b)
    ? 'name_within'
    : null
}

/**
 * By which keys a domain that looks like another is found: two share one if they look the same or are one letter apart. Both
 * have their looks, and their looks without each letter in turn; what shares a key is compared again by {@link likeness}.
 */
export function shapesOf(domain: string): readonly string[] {
  const name = looks(nameOf(domain)).slice(0, NAME_MAX)
  if (name.length < NAME_MIN) return []
  return name.length < EDITED_MIN ? [name] : [...new Set([name, ...withoutEach(name)])]
}

/** The keys of a host: those of its domain, and its other labels as they look. */
export function shapesOfHost(host: string): readonly string[] {
  const own = registeredDomain(host)
  if (own === null) return []
  const before = labelsBefore(host, own).filter((label) => label.length >= EDITED_MIN)
  return [...new Set([...shapesOf(own), ...before.slice(-LABELS_MAX).map(looks)])]
}

const LABELS_MAX = 4

const nameOf = (domain: string): string => unicodeHost(domain).split('.')[0] ?? ''

const labelsBefore = (host: string, own: string): string[] =>
  unicodeHost(host.toLowerCase()).slice(0, -own.length).split('.').filter(Boolean)

const withoutEach = (name: string): string[] => Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))

/** A name as the eye takes it: accents and hyphens gone, and one letter for all that look like it. */
export function looks(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'_-]/gu, '')
  const folded = Array.from(plain, (letter) => LIKE.get(letter) ?? letter).join('')
  return folded.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/cl/g, 'd')
}

/** Letters and digits that are drawn like a Latin letter, each behind it (Unicode TR 39, those that a domain may have). */
const LIKE = new Map(
  [
    'aаαɑ',
    'bьЬ8β',
    'cсϲ',
    'dԁ',
    'eеєε3',
    'gɡ9',
    'hһн',
    'kкκ',
    'l1iіıιӏ|ǀ',
    'mм',
    'nпη',
    'oоο0օσ',
    'pрρ',
    'qԛ',
    'rг',
    'sѕ5',
    'tтτ7',
    'uυսц',
    'vνѵ',
    'wԝω',
    'xхχ',
    'yуγү',
    'zᴢ2',
    'jјϳ',
    'fϝ',
  ].flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)

/** Whether one letter was added, left out or changed, or two neighbours swapped. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA.length !== restB.length) {
    return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA
  }
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return restA.slice(1) === restB.slice(1) || isSwapped
}
