import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import type { Mailbox } from './mail.ts'
import { TITLE_WORDS } from './title-words.ts'
import { finder } from './words.ts'

const TITLE = finder(TITLE_WORDS)
const FUNCTIONAL = finder(
  'sales|info|office|admin|purchase|purchasing|purchase dept|procurement|import|accounts|accounts payable|finance|financeiro|compras|einkauf|achats|acquisti|webform|website form|noreply|no-reply|notifications|support|service|team|department|dept|inkoop|zakupy|acconting',
)

/** `"Brüggemann, Jürgen"` is Jürgen Brüggemann; `Thiago Nunes - Trilha Sul` and `Ana via Plaza` are persons with more behind. */
export function nameOf(mailbox: Mailbox | null): string {
  const plain = (mailbox?.name ?? '').replace(/^["']+|["']+$/g, '')
  const [person = ''] = plain.split(/\s+(?:[-–—|/·]|via|vía|über|от)\s+|\s*[([（|]/iu)
  const turned = /^([\p{L}'’ -]{2,40}),\s([\p{L}'’. -]{2,40})$/u.exec(person.trim())
  const name = turned ? `${turned[2]} ${turned[1]}` : person.trim()
  return /@/.test(name) ? '' : name
}

/**
 * The person who signs: the line of the signature that is the sender's name, or more of it. A mail that names nobody
 * there is from who its header says; a mailbox of many is nobody.
 */
export function contactIn(signature: readonly string[], from: Mailbox | null): Found<string> | null {
  const name = nameOf(from)
  const tokens = tokensOf(name)
  const functional = name === '' || FUNCTIONAL.test(folded(name))
  const lines = signature.slice(0, 14).flatMap(partsOf)
  const wanted = functional ? localPart(from) : tokens
  const shared = (part: string) => tokensOf(part).filter((token) => wanted.includes(token)).length
  // Under `Cheers, Gareth` stands the whole name; of names that are alike the first.
  const [signed] = lines
    .filter((part) => isPersonal(part) && matches(tokensOf(part), wanted))
    .sort((one, other) => shared(other) - shared(one))
  if (signed) return withOther(found(clean(signed), clean(signed)), lines, from)
  const first = functional
    ? signature
        .slice(1, 14)
        .flatMap(partsOf)
        .find((part) => isPersonal(part) && !TITLE.test(folded(part)))
    : undefined
  if (first) return found(clean(first), clean(first), false)
  return functional || !from ? null : withOther(found(name, turnedWords(from, name)), lines, from)
}

/** The header as it stands there, where the name was turned round in reading. */
const turnedWords = (from: Mailbox, name: string): string => (from.name.includes(name) ? name : from.name)

function partsOf(line: string): string[] {
  return [line, ...line.split(/\s+[-–—|/·]\s+|[|·\t]|\s{2,}|,\s|\u3000/u)].map((part) => part.trim())
}

const tokensOf = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}\p{M}]+/u)
    .filter((token) => token.length > 1)

/** At least the half of the shorter name, and two words of it or the only one. */
function matches(line: readonly string[], name: readonly string[]): boolean {
  if (line.length === 0 || name.length === 0) return false
  const shared = name.filter((token) =>
    line.some((word) => word === token || (/[\u3000-\u9fff가-힣]/.test(token) && word.includes(token))),
  )
  return (
    shared.length >= Math.min(2, name.length) ||
    (shared.length >= 1 && line.length <= 3 && name.length <= 2 && shared.join('').length >= 3)
  )
}

const localPart = (from: Mailbox | null): string[] =>
  folded((from?.address ?? '').split('@')[0] ?? '')
    .split(/[^a-z]+/)
    .filter((token) => token.length > 2)

function isPersonal(part: string): boolean {
  const plain = clean(part)
  const words = plain.split(/\s+/)
  return (
    plain.length >= 2 &&
    plain.length <= 50 &&
    words.length <= 6 &&
    !/[@\d:：/]|https?|www|\s[-–—]\s/.test(plain) &&
    /^[\p{L}\p{M}'’. ·-]+$/u.test(plain)
  )
}

/** Without what stands before a name in a signature, and a title behind it that has no sign between. */
function clean(part: string): string {
  return part
    .trim()
    .replace(
      /^(?:م\.|د\.|أ\.|Eng\.|Ir\.|mgr|inż\.|Bpk\.?|Ibu|Ông|Bà|i\.\s?A\.|i\.\s?V\.|ppa\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Lic\.|Ing\.|Herr|Frau|Inh\.|Sr\.|Sra\.|Dott\.|Dr\. )\s*/iu,
      '',
    )
    .replace(/\s+(?:과장|부장|차장|대리|팀장|대표|드림|배상|올림|拝|敬上|谨上|上)$/u, '')
    .replace(/[,.]$/, '')
    .trim()
}

/** A signature in two scripts: the Latin name, then the other, `Fahad S. Alharbi / فهد بن سالم الحربي`. */
function withOther(name: Found<string>, lines: readonly string[], from: Mailbox | null): Found<string> {
  const isLatin = /[A-Za-z]/.test(name.value)
  if (isLatin || /^[\u3000-\u9fff가-힣\s]+$/.test(name.value)) return name
  const local = localPart(from)
  const latin = lines.find(
    (part) =>
      /^[A-Z][\p{sc=Latn}. '-]+$/u.test(clean(part)) &&
      isPersonal(part) &&
      tokensOf(part).length >= 2 &&
      !TITLE.test(folded(part)) &&
      (local.length === 0 ||
        tokensOf(part).some((token) => local.some((word) => token.startsWith(word) || word.startsWith(token)))),
  )
  return latin ? found(`${clean(latin)} / ${name.value}`, `${name.words}`, name.certain) : name
}

/** The line of the signature, or the part of one, that says what the person does. */
export function titleIn(
  signature: readonly string[],
  contact: string | null,
  company: string | null,
): Found<string> | null {
  const near = signature.slice(0, 14)
  const latinFirst =
    contact !== null && /^[A-Za-z]/.test(contact)
      ? [...near].sort((one, other) => Number(/^[\p{sc=Latn}]/u.test(other)) - Number(/^[\p{sc=Latn}]/u.test(one)))
      : near
  // In Chinese, Japanese and Korean the title stands on the line of the name.
  const own = latinFirst.filter((line) => contact !== null && /[\u3000-\u9fff]/.test(contact) && line.includes(contact))
  for (const line of [...own, ...latinFirst]) {
    for (const part of titleParts(line, contact)) {
      if (/@|www|https?:|\d{3}/.test(part)) continue
      const small = folded(part)
      if (!TITLE.test(small) || part.length > 60 || part.split(/\s+/).length > 8) continue
      if (company && (company.includes(part) || part.includes(company))) continue
      if (contact && (part === contact || contact.includes(part))) continue
      return found(part, part)
    }
  }
  return null
}

/** `A - B, C` in its parts; `Cheffe de produit — Camping & Nomade` alone on its line is one title. */
function titleParts(line: string, contact: string | null): string[] {
  const whole = line.trim()
  const spaced = /[\u3000-\u9fff]/.test(whole) ? whole.split(/[\s\u3000/（）()：:]+/u) : []
  const name = contact?.split(' / ').find((one) => whole.includes(one))
  const korean = /^[가-힣]{2,4}\s(\S{2,3})$/u.exec(whole)?.[1]
  if (korean) return [korean]
  if (!name && spaced.length <= 1 && !/[|·]/.test(whole) && !/,\s/.test(whole)) {
    const parts = whole.split(/\s+[-–—]\s+/u)
    return parts.length > 1 && parts.slice(1).some((part) => !/^[\p{L} &]+$/u.test(part))
      ? parts
      : [
          whole.length <= 50 && !/[.。]/.test(whole.slice(0, -1).replace(/\b(?:Asst|Dr|ds|ds|Mgr|Sr|Jr)\./gu, ''))
            ? whole
            : '',
          ...parts,
        ]
  }
  return [...spaced.reverse(), ...whole.split(/\s+[-–—|·]\s+|[|·,]|\s{2,}/u)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
