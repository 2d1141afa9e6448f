import { type Found, found } from './found.ts'
import type { Passage } from './passage.ts'
import { SAMPLE_WORDS, WANT_WORDS } from './want-words.ts'
import { anyOf, finder, placesOf } from './words.ts'

const WANTS = WANT_WORDS.map(([name, words]) => ({ name, pattern: new RegExp(anyOf(words), 'u') }))
const SAMPLES = new RegExp(anyOf(SAMPLE_WORDS), 'u')
const STANDARD = /(?<![a-z])(en|iso|astm|din|bs)[ -]?(\d{2,5})(?![\d])/u
const EACH = finder(
  'each|per style|per model|per type|per quality|pcs each|de cada una|por cada|por modelo|por referencia|di ciascun*|per tipo|per soort|van elk|kazdego|kazdej|kazdy|씩|각각|moi loai|moi mau|setiap|masing-masing|מכל|מכל פריט|לכל|per item|per article|je|jeweils|pro artikel|chacun|chaque|par article|par reference|cada|de cada|por articulo|por item|per articolo|ciascun*|per artikel|elk|kazdego|po|каждого|her biri|各|每款|每个|每種|ずつ|각|لكل',
)
const BUYER_PAYS = finder(
  'frachtkosten|we pay the freight|we will pay the freight|we bear the freight|freight collect|our account|nous prenons en charge le transport|nos hacemos cargo del flete|运费到付|运费我方|我方承担运费|送料は当社|送料弊社|운임은 당사',
)
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    ein: 1,
    eins: 1,
    zwei: 2,
    drei: 3,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    um: 1,
    uma: 1,
  },
  ...{
    dois: 2,
    duas: 2,
    due: 2,
    tre: 3,
    een: 1,
    twee: 2,
    drie: 3,
    a: 1,
    jeden: 1,
    dwa: 2,
    dwie: 2,
    trzy: 3,
    iki: 2,
    uc: 3,
    两: 2,
    一: 1,
    二: 2,
    三: 3,
    두: 2,
  },
}

/** What is asked for beside prices, each once, in the order of the mail. */
export function wantsIn(clauses: readonly Passage[]): Found<string>[] {
  const wants = new Map<string, Found<string> & { readonly place: number }>()
  clauses.forEach((clause, line) => {
    let rest = clause.folded
    const place = (index: number) => line * 2_000 + Math.min(index, 1_999)
    for (const { name, pattern } of WANTS) {
      const match = pattern.exec(rest)
      if (!match) continue
      const label = name === 'test reports' ? testReport(clause.folded) : name
      const end = match.index + match[0].length
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(end)
      if (!wants.has(label))
        wants.set(label, { ...found(label, clause.text.slice(match.index, end)), place: place(match.index) })
    }
    const sample = samplesIn(clause, clauses[line + 1])
    if (sample && ![...wants.keys()].some((name) => /^samples/.test(name)))
      wants.set(sample.value, { ...sample, place: place(sample.at) })
  })
  const both = wants.has('attested certificate of origin') && wants.has('certificate of origin')
  if (both) wants.delete('certificate of origin')
  return [...wants.values()]
    .sort((one, other) => one.place - other.place)
    .map(({ value, words, certain }) => ({ value, words, certain }))
}

/** Which standard it is by, where the sentence names one. */
function testReport(folded: string): string {
  const [, body = '', number = ''] = STANDARD.exec(folded) ?? []
  return body ? `${body.toUpperCase()} ${number} test report` : 'test reports'
}

/** Samples, how many, and of each article or in all. */
function samplesIn({ folded, text }: Passage, next: Passage | undefined): (Found<string> & { at: number }) | null {
  const [match] = placesOf(SAMPLES, folded, 1)
  if (!match) return null
  const before = folded.slice(Math.max(0, match.index - 28), match.index)
  const after = folded.slice(match.end, match.end + 24)
  const behind =
    /^ ?\(?(?:を|は)?(?:各|每款|每个|각|po |je |à |a |cada |of |x |cada uno )? ?(\d{1,2}|[一两二三두])(?!\d)/u.exec(
      after,
    )
  const digits =
    /(?<![\d.,/-])(\d{1,2}) ?(?:pcs|stk|st|ks|szt|шт|adet|个|個|件|개|pezzi)?\.?(?: [\p{L}-]{1,14})? ?$/u.exec(before)
  const word = /(?<!\p{L})(\p{L}{1,5}) $/u.exec(before)?.[1] ?? ''
  const count = Number(behind?.[1] ?? digits?.[1] ?? 0) || NUMBER_WORDS[behind?.[1] ?? word] || 0
  const each = EACH.test(before) || EACH.test(after)
  const pays =
    BUYER_PAYS.test(folded) || (next !== undefined && SAMPLES.test(next.folded) && BUYER_PAYS.test(next.folded))
  const name = `samples${count > 0 ? ` ${count}` : ''}${each && count > 0 ? ' each' : ''}${pays ? ' (buyer pays freight)' : ''}`
  const start = digits ? match.index - before.length + digits.index : match.index
  const end = behind ? match.end + behind[0].length : match.end
  return { ...found(name, text.slice(Math.max(0, start), end)), at: match.index }
}
