import { containerLines } from './container.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import type { DeliveryTerm } from './incoterms.ts'
import { itemsIn } from './items.ts'
import { LABELS } from './labels.ts'
import type { InquiryLine } from './line.ts'
import type { styleOf } from './numbers.ts'
import type { Pair } from './pairs.ts'
import { clausesOf, ITEM, type Passage, passage } from './passage.ts'
import { pricesIn } from './prices.ts'
import { quantitiesIn } from './quantities.ts'
import { skusIn } from './sku.ts'
import { tablesIn } from './tables.ts'
import { anyOf, finder } from './words.ts'

export interface Asked {
  readonly body: readonly string[]
  readonly quoted: readonly string[]
  /** Of a form or a platform's notice; empty for a letter. */
  readonly pairs: readonly Pair[]
  readonly terms: readonly DeliveryTerm[]
  readonly style: ReturnType<typeof styleOf>
}

const LINES_MAX = 200

/** Every line of goods that the buyer asks for: of tables, lists, sentences, the fields of a form, shares of a container. */
export function inquiryLines({ body, quoted, pairs, terms, style }: Asked): InquiryLine[] {
  const tables = tablesIn(body, style)
  const formLines = new Set(pairs.filter(({ label }) => label !== 'message').map(({ line }) => line))
  const plain = body.map((line, at) => (tables.used.has(at) || formLines.has(at) ? '' : line))
  const rest = clausesOf(marked(plain, style))
  const shares = containerLines(rest)
  const items =
    tables.lines.length > 0 || shares.length > 0 ? [] : spread(rest).flatMap((clause) => itemsIn(clause, style))
  const form = formLine(pairs, style)
  const read = [...tables.lines, ...shares, ...distinct(items)].slice(0, LINES_MAX)
  const lines = form ? withForm(form, read) : read
  return lines.map((line) => fromQuoted(line, quoted, style)).map((line) => withPrice(line, lines, rest, terms, style))
}

/**
 * Lines of a list that has no marks, each with a mark: at least two that follow one another, or one below a line that
 * ends with a colon, whose number of goods stands at an edge. What is read of them stands behind the mark.
 */
function marked(lines: readonly string[], style: ReturnType<typeof styleOf>): readonly string[] {
  const rows = lines.map((line) => !ITEM.test(line) && isEdged(line, style))
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const of = new Set<number>()
  filled.forEach((at, index) => {
    const [before, after] = [filled[index - 1], filled[index + 1]]
    const led = before !== undefined && /[:：]\s*$/.test(lines[before] ?? '')
    if (
      rows[at] &&
      (led || [before, after].some((near) => near !== undefined && rows[near] && Math.abs(near - at) <= 2))
    )
      of.add(at)
  })
  return lines.map((line, at) => (of.has(at) ? `• ${line.trimStart()}` : line))
}

/** Whether a short line names goods on the one side of a number and nothing but a price or a note on the other. */
function isEdged(line: string, style: ReturnType<typeof styleOf>): boolean {
  if (line.length > 160 || line.trim() === '') return false
  let small = folded(line)
  for (const { start, end } of [...pricesIn(small, style), ...skusIn(line)])
    small = small.slice(0, start) + '\u0001'.repeat(end - start) + small.slice(end)
  return quantitiesIn(small, true).some(({ start, end, unit }) => {
    const [before, after] = [small.slice(0, start), small.slice(end)]
    if (!/\p{L}{2}/u.test(before)) return /\p{L}{3}/u.test(after) && !/[.!?]\s+\p{L}/u.test(after)
    if (/[.!?]\s+\p{L}{2}|[,:].*[,:].*[,:]/u.test(before)) return false
    return /^[\s.;)]*$|^\s?[-,;/(|:@\u0001]|^ {2,}/u.test(after)
      ? unit !== null || /[-:x|] ?$/.test(before)
      : unit !== null && TARGET.test(after)
  })
}

const ONLY_QUANTITY = new RegExp(`^[ -]{0,8}${anyOf(LABELS.quantity)} ?[:：]`, 'u')

/** An item whose quantity stands on a line of its own below is one clause. */
function spread(clauses: readonly Passage[]): Passage[] {
  const joined: Passage[] = []
  for (const clause of clauses) {
    const last = joined.at(-1)
    if (last && ITEM.test(last.text) && ONLY_QUANTITY.test(clause.folded) && last.text.length < 200)
      joined[joined.length - 1] = { text: `${last.text}\n${clause.text}`, folded: `${last.folded} ${clause.folded}` }
    else joined.push(clause)
  }
  return joined
}

/** Said once in a list and once in a sentence, it is one line. */
function distinct(lines: readonly InquiryLine[]): InquiryLine[] {
  return lines.filter((line, at) => lines.findIndex((other) => sameAs(other) === sameAs(line)) === at)
}

const sameAs = ({ desc, our_sku, qty }: InquiryLine): string =>
  `${our_sku?.value ?? folded(desc?.value ?? '')} ${qty?.value}`

/** With what stands in sheets beside the letter, which may say some of it again; two rows of a sheet are two lines. */
export function withAttached(written: readonly InquiryLine[], attached: readonly InquiryLine[]): InquiryLine[] {
  const said = new Set(written.map(sameAs))
  return [...written, ...attached.filter((line) => !said.has(sameAs(line)))].slice(0, LINES_MAX)
}

/** `Product:` and `Quantity:` of a form. */
function formLine(pairs: readonly Pair[], style: ReturnType<typeof styleOf>): InquiryLine | null {
  const product = pairs.find(({ label }) => label === 'product')
  if (!product || product.value === '') return null
  const [sku] = skusIn(product.value)
  const desc = sku
    ? product.value
        .replace(sku.code, '')
        .replace(/[([（]\s*[)\]）]/, '')
        .trim()
    : product.value
  const amount = pairs.find(({ label }) => label === 'quantity')
  const small = passage(amount?.words ?? '')
  const [quantity] = quantitiesIn(small.folded, true)
  const price = pairs.find(({ label }) => label === 'price')
  const [money] = price ? pricesIn(folded(price.value), style) : []
  return {
    ...(desc && { desc: found(desc, product.value) }),
    ...(sku && { our_sku: found(sku.code, product.value) }),
    ...(quantity && { qty: found(quantity.count, small.text) }),
    ...(quantity?.unit && { unit: found(small.text.slice(quantity.unit.start, quantity.unit.end), small.text) }),
    ...(price &&
      money && {
        target_price: found(money.value, price.value, money.certain),
        currency: found(money.currency, price.value),
      }),
  }
}

/** The message below a form says more of the same product, or names others. */
function withForm(form: InquiryLine, read: readonly InquiryLine[]): InquiryLine[] {
  const [only, ...others] = read
  if (!only) return [form]
  if (others.length === 0 && (!form.qty || !only.qty || form.qty.value === only.qty.value))
    return [{ ...only, ...form, ...(only.qty && { qty: form.qty ?? only.qty }), ...(only.note && { note: only.note }) }]
  const at = read.findIndex((line) => line.desc && form.desc && alike(line.desc.value, form.desc.value))
  return read.map((line, index) => (index === at && form.our_sku ? { our_sku: form.our_sku, ...line } : line))
}

/** A changed quantity is that of one line of what was offered before: its article is that of the line. */
function fromQuoted(line: InquiryLine, quoted: readonly string[], style: ReturnType<typeof styleOf>): InquiryLine {
  if (!line.old_qty || line.our_sku || quoted.length === 0) return line
  const offered = clausesOf(quoted.map((one) => one.replace(/^[>\s]+/, ''))).flatMap((clause) => itemsIn(clause, style))
  const same = offered.filter(({ qty, our_sku }) => our_sku && qty?.value === line.old_qty?.value)
  const [sku] = same.map(({ our_sku }) => our_sku)
  return sku && new Set(same.map(({ our_sku }) => our_sku?.value)).size === 1 ? { ...line, our_sku: sku } : line
}

const TARGET = finder(
  'target*|budget*|our price|zielpreis*|preisvorstellung|cible|objectif|indicatif|objetivo|meta|alvo|obiettivo|richtprijs|streefprijs|doel|docelow*|целев*|hedef*|目标*|目標*|希望*|목표*|المستهدف|السعر المطلوب',
)

/** A target price in a sentence of its own belongs to the only line, or to the one whose goods it names. */
function withPrice(
  line: InquiryLine,
  lines: readonly InquiryLine[],
  clauses: readonly Passage[],
  terms: readonly DeliveryTerm[],
  style: ReturnType<typeof styleOf>,
): InquiryLine {
  if (line.target_price?.certain) return line
  for (const clause of clauses) {
    const [price, ...others] = pricesIn(clause.folded, style)
    if (!price || others.length > 0 || !TARGET.test(clause.folded)) continue
    const named = lines.filter(({ desc }) => desc && alike(clause.text, desc.value))
    const behind = lines.filter(({ desc }) => desc && alike(clause.text.slice(price.end), desc.value))
    const of = behind.length === 1 ? behind : named
    const only = of.length === 1 ? of[0] === line || sameLine(of[0], line) : lines.length === 1
    if (!only) {
      if (behind.length === 1 && line.target_price) return withoutPrice(line)
      continue
    }
    const words = clause.text.slice(price.start, price.end)
    const basis = basisOf(clause, terms)
    return {
      ...line,
      target_price: found(price.value, words, price.certain),
      currency: found(price.currency, words, price.certain),
      ...(basis && { target_basis: basis }),
    }
  }
  return line
}

const sameLine = (one: InquiryLine | undefined, other: InquiryLine): boolean =>
  one?.desc?.value === other.desc?.value && one?.qty?.value === other.qty?.value

function withoutPrice({ target_price, currency, ...line }: InquiryLine): InquiryLine {
  return line
}

/** Which term a price is meant by, where its sentence names the term or its place. */
function basisOf(clause: Passage, terms: readonly DeliveryTerm[]): Found<string> | null {
  const of = terms.filter(
    ({ place }) =>
      place &&
      folded(place.value)
        .split(' ')
        .some((word) => word.length > 3 && clause.folded.includes(word)),
  )
  const [term] = of
  return of.length === 1 && term?.place ? found(`${term.code.value} ${term.place.value}`, clause.text) : null
}

/** Whether two texts name the same goods: a word of four letters or more begins alike. */
function alike(one: string, other: string): boolean {
  const stems = stemsOf(other)
  const [main] = stems
  const there = new Set(stemsOf(one))
  return main !== undefined && stems.some((stem) => there.has(stem))
}

const stemsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4 || /[\u3000-\u9fff가-힣]{2}/.test(word))
    .map((word) => word.slice(0, /[\u3000-\u9fff가-힣]/.test(word) ? 2 : 5))
    .filter(
      (stem) => !['steel', 'stain', 'inox', 'color', 'with', 'avec', 'prezz', 'preci', 'price', 'targe'].includes(stem),
    )
