import { ENDINGS, UNSPACED } from '#shared/customer/legal-forms.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import { COMPANY_WORDS, TITLE_WORDS } from './title-words.ts'
import { anyOf, finder } from './words.ts'

/** Short forms that are words of some language too are a firm's only behind its name, at the end. */
const SHORT = new Set(
  'co|ag|se|as|ab|oy|sa|kg|ek|ug|company|limited|corporation|sp k|sp j|asa|kk|sl|nv|cia|snc|gbr|u co|und co|and co|and company|mbh|tbk|lp|sae|ood|doo|ooo|y cia|e cia|et cie|cie'.split(
    '|',
  ),
)
const LONG = ENDINGS.filter((form) => !SHORT.has(form))
/** `snc` is also written `S.n.c.`. */
const DOTTED = LONG.filter((form) => /^[a-z]{3,4}$/.test(form)).map((form) => `${form.split('').join('.')}.`)
const FORMS = anyOf(LONG.join('|'), DOTTED.join('|'), COMPANY_WORDS)
/** Before the name, which goes on to the end of the line's part. */
const BEFORE =
  /^(?:(?:PT\.?|CV\.?|ИП|Công ty(?: TNHH| cổ phần)?) (?=[\p{Lu}])|(?:\(주\)|㈜|주식회사|㈱|（株）|\(株\)) ?(?=[\p{L}]))[^,;:]{2,50}$/u
const SHORT_FORMS = anyOf([...SHORT].join('|'))
const ENDS = new RegExp(`(?:${FORMS}|(?<=[\\p{L}\\d)"]{2} ?,? ?)${SHORT_FORMS})\\.?(?=$|[ ,;|()·-])`, 'gu')
const ASIAN_FORM = anyOf(UNSPACED.slice(0, -3).join('|'))
/** The form behind the name, or before it. */
const UNSPACED_FORM = new RegExp(
  `[\\p{L}\\p{N}・ー() &（）-]{0,39}[\\p{L}\\p{N}・ー)）] ?${ASIAN_FORM}|${ASIAN_FORM} ?[\\p{L}\\p{N}・ー&]{1,30}`,
  'u',
)
const RUSSIAN = /(?<![\p{L}])(?:ооо|оао|зао|пао|ао|ип|тоо|тов) ?["«»'][^"»'\n]{1,60}["»']/u
const ARABIC_END = /[\p{sc=Arab} ]{3,60} (?:ش\.? ?م\.? ?م|ذ\.? ?م\.? ?م|ش\.? ?ذ\.? ?م\.? ?م)(?!\p{L})\.?/u
const ARABIC = /(?:شركه|مؤسسه|مجموعه|مصنع|مكتب) [\p{L}. ]{3,60}/u
/** What stands behind the name on the same line. */
const BEHIND =
  /(?:\s+[-–—|·•]\s+|\s*[|·•]|\s{3,}|\t|, (?=\d)|,\s(?=[A-ZÀ-Ž][\p{L}]+(?:,|$))| au capital| cnpj| with | is | has )/iu
const PREFIX = finder('i am|we are|this is|my name is|from')
const TITLES = finder(TITLE_WORDS)

/** The name of a firm in some lines by its legal form, or by the domain of an address; the first of them. */
export function companyIn(lines: readonly string[], domain: string | null): Found<string> | null {
  for (const line of lines) {
    const name = withForm(line)
    if (name) return whole(line, name, domain)
  }
  return domain ? byDomain(lines, domain) : null
}

/** `LuzNorte - Iluminação, Lda.`: what stands before a stroke is of the name where it is the domain's. */
function whole(line: string, name: string, domain: string | null): Found<string> {
  const at = line.indexOf(name)
  const [, before = ''] = /([\p{L}\d]+)\s[-–]\s$/u.exec(line.slice(0, Math.max(at, 0))) ?? []
  const letters = folded(before).replace(/[^a-z\d]/g, '')
  const isOfName = letters.length >= 4 && (domain ?? '').replace(/[^a-z\d]/g, '').startsWith(letters)
  const words = isOfName ? line.slice(line.lastIndexOf(before, at), at + name.length) : name
  return found(words, words)
}

function withForm(line: string): string | null {
  const small = folded(line)
  if (line.length > 300) return null
  const unspaced = UNSPACED_FORM.exec(small)
  if (unspaced) return asian(line.slice(unspaced.index, unspaced.index + unspaced[0].length))
  const russian = RUSSIAN.exec(small)
  if (russian) return line.slice(russian.index, russian.index + russian[0].length).trim()
  const arabic = ARABIC.exec(small)
  if (arabic) return arabicName(line.slice(arabic.index, arabic.index + arabic[0].length))
  const ended = ARABIC_END.exec(small)
  if (ended) return line.slice(ended.index, ended.index + ended[0].length).trim()
  let from = 0
  for (const part of partsOf(line)) {
    const start = line.indexOf(part, from)
    from = start + part.length
    const name = BEFORE.test(part) ? part.replace(/ [\p{L}]{1,6}(?:팀|부|과|본부)$/u, '') : latinName(part)
    if (name) return name
  }
  return null
}

const partsOf = (line: string): string[] => line.split(/\s+[-–—|·•]\s+|\s*[|·•\t]\s*|\s{3,}/u)

/** Up to its legal form; before it no more than words that begin with a capital, or small ones between such. */
function latinName(part: string): string | null {
  const small = folded(part)
  const ends = [...small.matchAll(ENDS)]
  const last = ends.find((match, at) => {
    const next = ends[at + 1]
    return !next || next.index - (match.index + match[0].length) > 6
  })
  if (!last || last.index === 0) return null
  const end = last.index + last[0].length
  const before = part.slice(0, last.index)
  const words = before.trimEnd().split(/\s+/)
  const kept: string[] = []
  for (let at = words.length - 1; at >= 0 && kept.length < 8; at--) {
    const word = words[at] ?? ''
    const small = /^(?:de|del|du|des|do|da|dos|das|e|y|and|et|und|&|\+|von|van|di|of|the|la|le|les|für|i|ve)$/iu.test(
      word,
    )
    if (/[:;!?]$/.test(word) || !(small || /^["'„“«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(word))) break
    kept.unshift(word)
    if (at > 0 && /,$/.test(words[at - 1] ?? '') && kept.length >= 1 && !/^(?:inc|llc|ltd)/i.test(word)) break
  }
  while (kept[0] !== undefined && /^(?:de|del|do|da|e|y|and|et|und|of|the|von|van|i|di|e)$/u.test(kept[0])) kept.shift()
  if (kept.length === 0) return null
  const start = part.lastIndexOf(kept.join(' '), last.index)
  const name = (start >= 0 ? part.slice(start, end) : '').trim()
  const plain = name.replace(/^["'«]|["'»]$/g, '')
  return PREFIX.test(folded(plain)) || plain.length < 4 ? null : plain
}

/** `株式会社…の高橋と申します`: the name ends before the particle; a sentence of Chinese begins before it. */
function asian(words: string): string | null {
  const name = words
    .replace(/^.*?(?:我们是|我們是|我司是|我是|这里是|來自|来自|本公司|私は|私ども|は|です|저희는)/u, '')
    .replace(
      /(?:の(?=.{1,10}(?:と申|です|でござ))|と申|です|は、|で、|を|입니다|에서|의 |구매|영업|무역부|해외|이라고).*$/u,
      '',
    )
    .trim()
  // A title before it is not of it: `采购经理  绿野贸易有限公司`.
  const parts = name.split(/\s+/)
  const plain = parts.length > 1 && TITLES.test(folded(parts[0] ?? '')) ? parts.slice(1).join(' ') : name
  return plain.length > 3 && plain.length < 50 ? plain : null
}

function arabicName(words: string): string {
  // A name goes on to a sign or to a word of place.
  return words.split(/ (?:في|من|ب|ونعمل|وهي|المحترم\p{L}*|المحترمين|تعمل|مقرها) ?/u)[0]?.trim() ?? words
}

/** A line that says the words of the domain: `Ridgeline Outfitters` for ridgeline-outfitters.example. */
function byDomain(lines: readonly string[], domain: string): Found<string> | null {
  const name = (domain.split('.')[0] ?? '').replace(/[^a-z\d]/g, '')
  if (name.length < 5) return null
  for (const line of lines) {
    if (line.length > 200 || /[@]|www\.|https?:/.test(line)) continue
    for (const part of line.split(BEHIND)) {
      const letters = folded(part).replace(/[^a-z\d]/g, '')
      if (
        letters.length >= 5 &&
        part.length < 60 &&
        (letters === name ||
          (letters.includes(name) && letters.length < name.length * 1.8) ||
          (name.includes(letters) && letters.length > name.length * 0.7)) &&
        !TITLES.test(folded(part))
      )
        return found(part.trim(), part.trim())
    }
  }
  return null
}
