import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import { counted, priced, skuOf } from './item-values.ts'
import { LABELS } from './labels.ts'
import type { InquiryLine } from './line.ts'
import type { styleOf } from './numbers.ts'
import { cut, ITEM, type Passage } from './passage.ts'
import { type Price, pricesIn } from './prices.ts'
import { type Quantity, quantitiesIn, REQUEST } from './quantities.ts'
import { skusIn } from './sku.ts'
import { anyOf } from './words.ts'

const QUANTITY_LABEL = anyOf(LABELS.quantity)
/** `品名：` and the like before the goods. */
const LEAD = new RegExp(`^[ ,;(-]{0,4}${anyOf(LABELS.product, '品名|품명|model|型号|型番')} ?[:：] {0,3}`, 'u')
const TARGET = anyOf(
  'target price*|target|budget*|zielpreis|preisvorstellung|prix cible|prix objectif|budget indicatif|precio objetivo|precio meta|objetivo|nosso alvo|alvo|preco alvo|prezzo obiettivo|prezzo target|richtprijs|streefprijs|cena docelowa|cena|целевая цена|целев*|цена|hedef fiyat|hedef|目标价格|目标价|目標單價|目标单价|目標単価|希望単価|希望価格|目標価格|목표 단가|목표단가|목표가격|목표가|السعر المستهدف|السعر المطلوب|gia muc tieu|gia mong muon|harga target|target harga|מחיר יעד|מחיר מטרה|at|@|à|zu|doel*|por|a',
)

/** What is said of goods in one clause: an item of a list, or a sentence that names quantities. */
export function itemsIn(clause: Passage, style: ReturnType<typeof styleOf>): InquiryLine[] {
  const marker = ITEM.exec(clause.text)
  const item = cut(clause, marker?.[0].length ?? 0)
  const prices = pricesIn(item.folded, style)
  const all = quantitiesIn(blanked(item.folded, [...prices, ...skusIn(item.text)]), marker !== null)
  const quantities = all.filter((one, at) => !one.annual && !isOfGoods(item, one, all[at - 1]))
  const annual = all.length === 2 ? all.find((one) => one.annual) : undefined
  const [first] = quantities
  if (!first) return []
  const main = marker ? mainOf(item, quantities) : quantities.length === 1 ? first : null
  if (main && !main.before && (marker || isRow(item, main))) return [wholeItem(item, main, prices, annual)]
  return quantities.map((quantity, at) => inSentence(item, quantity, quantities[at - 1], quantities[at + 1], prices))
}

/** `3.000 jogos de panelas 5 peças`: a small number right behind the goods says what each of them is made of. */
function isOfGoods({ folded }: Passage, { start, count }: Quantity, previous: Quantity | undefined): boolean {
  if (!previous || count > 60 || previous.count < count * 10) return false
  const between = folded.slice(previous.end, start)
  return /\p{L} $/u.test(between) && !/[,;:]/.test(between) && !BETWEEN.test(between)
}

const BETWEEN = new RegExp(anyOf('and|und|et|y|e|en|i|oraz|ve|и|plus|dan|va|sowie'), 'u')

/**
 * The quantity of an item that has several numbers: of tiers, `1k / 3k / 5k pcs`, the first and uncertain; else the one
 * that a sign parts from the words, for a roll of 50 m and a set of 6 pieces are of the goods. Null for several goods.
 */
function mainOf({ folded }: Passage, all: readonly Quantity[]): Quantity | null {
  const open = all.filter(({ start }) => !inBrackets(folded, start))
  const [first, ...others] = open.length > 0 ? open : all
  if (!first || others.length === 0) return first ?? null
  const gaps = others.map(({ start }, at) => folded.slice(open[at]?.end ?? 0, start))
  if (gaps.every((gap) => TIERS.test(gap))) return first.before ? first : { ...first, certain: false }
  if (gaps.some((gap) => BETWEEN.test(gap))) return null
  if (!/\p{L}/u.test(folded.slice(0, first.start))) return first
  return open.filter(({ start }) => /[-,;:|x=\t(] ?$| {3,}$/.test(folded.slice(0, start))).at(-1) ?? open.at(-1) ?? null
}

const TIERS = new RegExp(`^ ?(?:[,/] ?|${anyOf('or|and|oder|ou|o|of|lub|veya|или')} ?)+$`, 'u')

const inBrackets = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** Prices and codes are no quantities. */
function blanked(text: string, prices: readonly { readonly start: number; readonly end: number }[]): string {
  let result = text
  for (const { start, end } of prices)
    result = result.slice(0, start) + '\u0001'.repeat(end - start) + result.slice(end)
  return result
}

/** A line that ends with a number and its unit, well apart from the words or behind a sign, is an item without a mark. */
function isRow({ folded }: Passage, { start, end }: Quantity): boolean {
  const before = folded.slice(0, start)
  return folded.length < 160 && /^[ .,;)]*$/.test(folded.slice(end)) && /(?: {3,}|[:;|-] {0,3}|\t)$/.test(before)
}

/** Everything of the item but its number, code and price describes the goods, up to the first comma; the rest is a note. */
function wholeItem(item: Passage, quantity: Quantity, prices: readonly Price[], annual?: Quantity): InquiryLine {
  const [price] = prices
  const skus = skusIn(item.text)
  const holes = [
    quantity,
    ...(annual ? [annual] : []),
    ...(quantity.before ? [quantity.before] : []),
    ...skus,
    ...prices,
  ].map(({ start, end }) => ({
    start,
    end,
  }))
  return {
    ...described(item, holes),
    ...skuOf(skus[0]),
    ...counted(item, quantity),
    ...(annual && { annual_qty: found(annual.count, item.text.slice(annual.start, annual.end)) }),
    ...(price ? priced(item, price) : {}),
  }
}

/** What stands before a code or a price and says nothing of the goods. */
const NO_NAME = new RegExp(
  `^(?:${anyOf('ref*|cod*|art*|item*|model*|sku|no|nr|p/n|part no|kod*|код|арт*|артикул|n.o|pos|per*|pro|je|par|por|za|to|each|approx|ca|about|each')}|${TARGET}|[ .:/-])+$`,
  'u',
)

function described(item: Passage, holes: readonly { start: number; end: number }[]): InquiryLine {
  const stretches: Passage[] = []
  let from = 0
  for (const { start, end } of [...holes].sort((one, other) => one.start - other.start)) {
    if (start > from) stretches.push(cut(item, from, start))
    from = Math.max(from, end)
  }
  stretches.push(cut(item, from))
  const [words = '', second = ''] = stretches
    .map(bare)
    .filter((text) => /\p{L}{2}/u.test(text) && !NO_NAME.test(folded(text)))
  // `"Fjord", Gestell Alu, anthrazit`: the name ends at the first comma or bracket.
  const mark = /\s*(?:,(?!\d)|[，;(（、])\s*/u.exec(words)
  const desc = words
    .slice(0, mark?.index)
    .replace(/(?<![\p{L}\d])["“”„«]|["“”»](?![\p{L}\d])(?<!\d["”])/gu, '')
    .trim()
  const rest = mark
    ? words.slice(mark.index + mark[0].length).replace(/[)）.\s]+$/, '')
    : second.replace(/[)）.\s]+$/, '')
  return { ...(desc && { desc: found(desc, words) }), ...(rest && !/[:：]$/.test(rest) && { note: found(rest, rest) }) }
}

const TRAILING_LABEL = new RegExp(`[\\s,;:(（-]{0,6}(?:${QUANTITY_LABEL}|${TARGET})[\\s:：=]{0,4}$`, 'u')

/** Without the words that lead to what was read, and the signs that part it. */
function bare({ text, folded }: Passage): string {
  const lead = LEAD.exec(folded)?.[0].length ?? 0
  const label = TRAILING_LABEL.exec(folded)
  const end = label ? label.index : folded.length
  return text
    .slice(lead, Math.max(lead, end))
    .replace(/^[\s,;:.)\]）–—\-·/*_｜|']+|(?:[\s,;:([（–—\-·/=*_｜|]|(?<=\s)(?:n\.|nr\.|no\.|q\.tà))+$/giu, '')
    .replace(/[([（]\s*[)\]）]/g, '')
    .replace(/\s[x×*]$|^[x×*]\s/gu, '')
    .trim()
}

const STOP = new RegExp(
  `[,.](?!\\d)|[;:(（!?，、。\\n]|(?<= )و(?= ?$| )|(?<![\\p{L}])(?:${anyOf('and|und|et|y|e|en|i|ve|и|icin|adet icin|with|mit|avec|con|com|met|z|ile|target|for|per|at|zu|fur|pour|para|je|each|please|incl|including|by|to|delivered|in our|from|like|such as|shipped|cif|fob|dap|exw|to be|as|on|in')})(?![\\p{L}])`,
  'u',
)

function inSentence(
  item: Passage,
  quantity: Quantity,
  previous: Quantity | undefined,
  next: Quantity | undefined,
  prices: readonly Price[],
): InquiryLine {
  const until = next?.start ?? item.text.length
  const behind = cut(item, quantity.end, until)
  const lead = /^ {0,3}(?:d'|(?:of the|of|von|de|di|do|da|van|the|des|del) )?/u.exec(behind.folded)?.[0].length ?? 0
  const rest = cut(behind, lead)
  const stop = stopOf(rest)
  const words = NO_GOODS.test(rest.folded) ? '' : rest.text.slice(0, stop).trim()
  const price = prices.find(({ start }) => start > quantity.end && start < until)
  const skus = skusIn(cut(item, previous?.end ?? 0, until).text)
  const sku =
    skus.find(({ code }) => item.text.slice(quantity.end, until).includes(code)) ?? (previous ? undefined : skus[0])
  const name = sku
    ? words
        .replace(sku.code, '')
        .replace(/[\s(（-]+$/, '')
        .trim()
    : words
  // `dish rack, 6,000 pcs, and spice rack, 4,500 pcs`: the goods stand before their number.
  const closed = CLOSED.test(rest.folded)
  const before =
    name.length < 2 || quantity.before || closed
      ? ((closed && !quantity.before ? precedingName(item, quantity, previous) : null) ??
        leadingName(item, quantity, previous))
      : null
  const desc = before ?? (name.length >= 2 && name.length < 80 ? found(name, words) : null)
  return {
    ...(desc && { desc }),
    ...skuOf(sku),
    ...counted(item, quantity),
    ...(price ? priced(item, price, prices.length > 1 || next === undefined) : {}),
  }
}

const NO_GOODS = new RegExp(
  `^ ?${anyOf('instead|rather|statt|anstatt|au lieu|en vez|em vez|invece|in plaats|zamiast|вместо|yerine')}`,
  'u',
)

/** The words of the goods end at a sign or a small word, but not the first. */
function stopOf(rest: Passage): number {
  const match = STOP.exec(rest.folded)
  return Math.min(match && match.index > 1 ? match.index : rest.folded.length, 80)
}

const CLOSED = new RegExp(`^ ?(?:[,;.?!)]|$|${anyOf('and|und|et|y|e|en|i|ve|и|sowie')} )`, 'u')
const JOINS = anyOf('and|und|et|y|e|en|i|ve|и|sowie|plus|also|dan|va')
const LEADS = new RegExp(`(?:[,;:?!]|(?<=\\p{L}{4})\\.) |${JOINS} |${REQUEST} |^ ?`, 'gu')

const ABOUT = new RegExp(
  `[ ,(-]*${anyOf('about|approx*|roughly|around|some|ca|ca.|circa|etwa|rund|ungefahr|environ|unos|unas|aproximadamente|cerca de|aprox*|circa|ongeveer|okolo|ok.|около|примерно|yaklasik|khoang|sekitar|kira-kira')} ?$|(?:约|大约|約|약|حوالي|כ-) ?$`,
  'u',
)

/** The words up to the number, from the last sign, small word or request on. */
function precedingName(item: Passage, quantity: Quantity, previous: Quantity | undefined): Found<string> | null {
  const whole = cut(item, previous?.end ?? 0, quantity.start)
  const length = whole.folded.replace(ABOUT, '').replace(/[\s,(:x×–-]+$/, '').length
  const before = cut(whole, 0, length)
  const [lead] = [...before.folded.matchAll(LEADS)].slice(-1)
  const start = lead ? lead.index + lead[0].length : 0
  const words = before.text
    .slice(start)
    .replace(/^(?:the|a|an|some)\s/i, '')
    .trim()
  return /\p{L}{3}/u.test(words) && words.length < 70
    ? found(words, words, lead !== undefined && !/^(?:[,;:] )?$/.test(lead[0]))
    : null
}

const CHANGING_WORDS = anyOf(
  'goes|increase*|changes|raise*|from|de|von|erhoh*|steigt|passe|augmente|sobe|aumenta*|passa|muda|sube|pasa|cambia|sale|gaat|stijgt|wzrasta|zmienia sie|cikiyor|von|da|od|с|увеличи*|从|由',
)
const CHANGING = new RegExp(`(?<=.) ${CHANGING_WORDS}(?: |$)`, 'u')
const LEADING_LABEL = new RegExp(
  `${QUANTITY_LABEL}(?: (?:of|for|der|des|von|de|du|do|da|dos|das|del|di|van|la|el|the)){0,2} {1,3}`,
  'u',
)

/** `A quantidade do lampião LED sobe de 2.000 para 3.500 pçs`: the goods stand between the label and the verb. */
function leadingName(item: Passage, quantity: Quantity, previous: Quantity | undefined): Found<string> | null {
  const from = previous?.end ?? 0
  const before = cut(item, from, quantity.before?.start ?? quantity.start)
  const label = LEADING_LABEL.exec(before.folded)
  const start = label
    ? label.index + label[0].length
    : Math.max(before.folded.lastIndexOf(',') + 1, before.folded.lastIndexOf(':') + 1)
  const verb = CHANGING.exec(before.folded.slice(start))
  const words = before.text
    .slice(start, verb ? start + verb.index : undefined)
    .replace(/^[\s-]+|[\s:–-]+$/g, '')
    .trim()
  return words.length >= 3 && words.length < 70 ? found(words, words, label !== null) : null
}
