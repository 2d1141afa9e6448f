import { type Found, found } from './found.ts'
import { LABELS } from './labels.ts'
import type { InquiryLine } from './line.ts'
import type { styleOf } from './numbers.ts'
import { cut, ITEM, type Passage } from './passage.ts'
import { type Price, pricesIn } from './prices.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { skusIn } from './sku.ts'
import { anyOf } from './words.ts'

const QUANTITY_LABEL = anyOf(LABELS.quantity)
/** `品名：` and the like before the goods. */
const LEAD = new RegExp(`^[ ,;(-]{0,4}${anyOf(LABELS.product, '品名|품명|model|型号|型番')} ?[:：] {0,3}`, 'u')
const TARGET = anyOf(
  'target price*|target|budget*|zielpreis|preisvorstellung|prix cible|prix objectif|budget indicatif|precio objetivo|precio meta|objetivo|nosso alvo|alvo|preco alvo|prezzo obiettivo|prezzo target|richtprijs|streefprijs|cena docelowa|cena|целевая цена|целев*|цена|hedef fiyat|hedef|目标价格|目标价|目標單價|目标单价|目標単価|希望単価|希望価格|目標価格|목표 단가|목표단가|목표가격|목표가|السعر المستهدف|السعر المطلوب|at|@|à|zu|doel*|por|a',
)
const CLEAR_TARGET = new RegExp(
  anyOf(
    'target*|budget*|zielpreis|preisvorstellung|cible|objectif|objetivo|meta|alvo|obiettivo|richtprijs|streefprijs|doel|docelow*|целев*|hedef*|目标*|目標*|希望*|목표*|المستهدف',
  ),
  'u',
)

/** What is said of goods in one clause: an item of a list, or a sentence that names quantities. */
export function itemsIn(clause: Passage, style: ReturnType<typeof styleOf>): InquiryLine[] {
  const marker = ITEM.exec(clause.text)
  const item = cut(clause, marker?.[0].length ?? 0)
  const prices = pricesIn(item.folded, style)
  const all = quantitiesIn(blanked(item.folded, [...prices, ...skusIn(item.text)]), marker !== null)
  const quantities = all.filter(({ annual }) => !annual)
  const annual = all.length === 2 ? all.find((one) => one.annual) : undefined
  const [first] = quantities
  if (!first) return []
  if (quantities.length === 1 && !first.before && (marker || isRow(item, first)))
    return [wholeItem(item, first, prices, annual)]
  return quantities.map((quantity, at) => inSentence(item, quantity, quantities[at - 1], quantities[at + 1], prices))
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

function described(item: Passage, holes: readonly { start: number; end: number }[]): InquiryLine {
  const stretches: Passage[] = []
  let from = 0
  for (const { start, end } of [...holes].sort((one, other) => one.start - other.start)) {
    if (start > from) stretches.push(cut(item, from, start))
    from = Math.max(from, end)
  }
  stretches.push(cut(item, from))
  const [words = '', second = ''] = stretches.map(bare).filter((text) => /\p{L}{2}/u.test(text))
  // `"Fjord", Gestell Alu, anthrazit`: the name ends at the first comma or bracket.
  const mark = /\s*(?:[,，](?!\d)|[;(（、])\s*/u.exec(words)
  const desc = words
    .slice(0, mark?.index)
    .replace(/["“”„«»]/g, '')
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
    .replace(/^[\s,;:.)\]）–—\-·/]+|[\s,;:([（–—\-·/]+$/gu, '')
    .replace(/[([（]\s*[)\]）]/g, '')
    .replace(/\s[x×*]$/u, '')
    .trim()
}

const STOP = new RegExp(
  `[,.](?!\\d)|[;:(（!?，、。\\n]|(?<= )و(?= ?$| )|(?<![\\p{L}])(?:${anyOf('and|und|et|y|e|en|i|ve|и|with|mit|avec|con|com|met|z|ile|target|for|per|at|zu|fur|pour|para|je|each|please|incl|including|by|to|delivered|in our|from|like|such as|shipped|cif|fob|dap|exw|to be|as|on|in')})(?![\\p{L}])`,
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
  const lead = /^ {0,3}(?:(?:of|von|de|d'|di|do|da|van|of the|the|des|del) ?)?/u.exec(behind.folded)?.[0].length ?? 0
  const rest = cut(behind, lead)
  const stop = stopOf(rest)
  const words = rest.text.slice(0, stop).trim()
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
  const before = name.length < 2 || quantity.before ? leadingName(item, quantity, previous) : null
  const desc = before ?? (name.length >= 2 && name.length < 80 ? found(name, words) : null)
  return {
    ...(desc && { desc }),
    ...skuOf(sku),
    ...counted(item, quantity),
    ...(price ? priced(item, price, prices.length > 1 || next === undefined) : {}),
  }
}

/** The words of the goods end at a sign or a small word, but not the first. */
function stopOf(rest: Passage): number {
  const match = STOP.exec(rest.folded)
  return Math.min(match && match.index > 1 ? match.index : rest.folded.length, 80)
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

const skuOf = (sku: { readonly code: string } | undefined): InquiryLine =>
  sku ? { our_sku: found(sku.code, sku.code) } : {}

function counted({ text }: Passage, { count, start, end, unit, certain, before }: Quantity): InquiryLine {
  const words = text.slice(start, end)
  return {
    qty: found(count, words, certain),
    ...(before && { old_qty: found(before.count, text.slice(before.start, before.end)) }),
    ...(unit && {
      unit: found(
        text
          .slice(unit.start, unit.end)
          .replace(/。$|(?<=\p{L}{5})\.$/u, '')
          .trim(),
        words,
      ),
    }),
  }
}

function priced({ text, folded }: Passage, { start, end, value, currency, certain }: Price, alone = true): InquiryLine {
  const clear = CLEAR_TARGET.test(folded)
  const words = text.slice(start, end)
  return {
    target_price: found(value, words, certain && clear && alone),
    currency: found(currency, words, certain && alone),
  }
}
