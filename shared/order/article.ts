import type { LineReading } from '#shared/recognition/mail-reading.ts'

/** What of a product it takes to offer it. */
export interface Article {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly name_zh: string | null
  readonly unit: string
  readonly hs_code: string | null
  /** Millionths of the firm's own currency. */
  readonly cost_standard: number | null
}

/** Under which number of theirs a buyer was offered something of ours before, the newest first. */
export interface Mapped {
  readonly customer_id: string | null
  readonly buyer_sku: string
  readonly sku: string
}

/** Which article a line of a buyer's means, and why. `article` is null where that is for a person to say. */
export interface Meant {
  readonly article: Article | null
  /** `named`: the mail says our code; `before`: offered under this number of theirs; `alike`: only called alike; `several`: so are several; `faint`: a little. */
  readonly because: 'named' | 'before' | 'alike' | 'several' | 'faint' | 'none'
  /** What it may be, the likeliest first. */
  readonly choices: readonly Article[]
}

/** How alike a name has to be, of 1, to be suggested, and so much more alike than the next; and to be offered to choose from. */
const LEAST = 0.45
const AHEAD = 0.04
const CHOOSABLE = 0.15
const CHOICES_MAX = 8

/** Says for each line which article it means: a range is weighed once for them all. */
export function meaning(
  articles: readonly Article[],
  mapped: readonly Mapped[],
): (line: LineReading, customerId: string | null) => Meant {
  const known = articles.map((article) => ({ article, words: wordsOf(article.name) }))
  const chinese = articles.map((article) => ({ article, words: wordsOf(article.name_zh ?? '') }))
  const weigh = weights(known.map(({ words }) => words))
  const weighChinese = weights(chinese.map(({ words }) => words))

  return ({ our_sku, buyer_sku, desc }, customerId) => {
    const asked = wordsOf(desc?.value ?? '')
    const likeness = known.map(({ article, words }, at) => ({
      article,
      words,
      alike: Math.max(alike(asked, words, weigh), alike(asked, chinese[at]?.words ?? NONE, weighChinese)),
    }))
    likeness.sort((a, b) => b.alike - a.alike || a.article.code.length - b.article.code.length)
    const among = likeness.filter((one) => one.alike >= CHOOSABLE).map(({ article }) => article)
    const told = (article: Article, because: Meant['because']): Meant => ({
      article,
      because,
      choices: [article, ...among.filter((one) => one !== article)].slice(0, CHOICES_MAX),
    })

    const named = articles.find(({ code }) => isNamed(code, our_sku?.value, desc?.value))
    if (named) return told(named, 'named')
    const before = mapped.find(
      (one) =>
        buyer_sku !== undefined &&
        customerId !== null &&
        one.customer_id === customerId &&
        same(one.buyer_sku, buyer_sku.value),
    )
    const again = before && articles.find(({ code }) => same(code, before.sku))
    if (again) return told(again, 'before')

    const fitting = likeness.filter((one) => one.alike >= LEAST)
    const [best] = fitting
    const choices = among.slice(0, CHOICES_MAX)
    if (!best) return { article: null, because: choices.length > 0 ? 'faint' : 'none', choices }
    // What is called the same and more is another finish of it.
    const rivals = fitting.filter(
      (one) => one !== best && best.alike - one.alike < AHEAD && ![...best.words].every((word) => one.words.has(word)),
    )
    return rivals.length === 0 ? told(best.article, 'alike') : { article: null, because: 'several', choices }
  }
}

const NONE: ReadonlySet<string> = new Set()

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase()

/** Its code stands in the column of our numbers, or as a word of the description. */
function isNamed(code: string, ours: string | undefined, described = ''): boolean {
  if (ours !== undefined && same(code, ours)) return true
  return /\d/.test(code) && described.split(/[\s,;()/]+/).some((word) => same(word, code))
}

/** Words and numbers, `800lm` being both; of a script without spaces its pairs of signs. Accents and case aside. */
function wordsOf(text: string): ReadonlySet<string> {
  const parts =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{sc=Han}+|(?:(?!\p{sc=Han})\p{L})+|\d+/gu) ?? []
  return new Set(parts.flatMap((part) => (/\p{sc=Han}/u.test(part) ? pairsOf(part) : [part])))
}

const pairsOf = (part: string): string[] =>
  part.length < 2 ? [part] : Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2))

/** What few articles are called by tells more than what many are. */
function weights(all: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + all.length / (counts.get(word) ?? 1))
}

/** How much of two names is the same, by weight: 0 nothing, 1 all of both. */
function alike(asked: ReadonlySet<string>, named: ReadonlySet<string>, weigh: (word: string) => number): number {
  const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weigh(word), 0)
  const shared = [...asked].filter((word) => named.has(word))
  return shared.length === 0 ? 0 : (2 * sum(shared)) / (sum(asked) + sum(named))
}

/** What one costs in the unit that a line is counted in; null where that is not known. */
export const costIn = (article: Article | null | undefined, unit: string): number | null =>
  article && article.unit === unit ? article.cost_standard : null
