import type { LastPrice } from '#shared/deal/last-price.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { type Found, found } from '#shared/recognition/found.ts'
import type { LineReading, MailReading } from '#shared/recognition/mail-reading.ts'
import { unitWord } from '#shared/trade/unit.ts'
import { type FromMail, fromMail } from './from-mail.ts'

/**
 * What an offer begins with because the mail asks for it. Nobody offers what a buyer wishes to pay: a line has the price that
 * they paid last for the same SKU, else none, and is not saved before somebody says one.
 */
export function offerRead(reading: MailReading | undefined, lastPrices: readonly LastPrice[]): FromMail {
  if (!reading) return { values: {}, hints: {} }
  const [term] = reading.incoterms
  return fromMail({
    lines: linesRead(reading.lines, lastPrices),
    currency: reading.currency ?? reading.lines.find(({ currency }) => currency)?.currency,
    incoterm: term?.code,
    named_place: term?.place,
    place_locode: term?.locode,
  })
}

function linesRead(lines: readonly LineReading[], lastPrices: readonly LastPrice[]): Found<string> | null {
  const asked = lines.filter(({ desc, our_sku }) => desc ?? our_sku)
  const words = asked.map((line) => wordsOf(line)).join(' / ')
  if (asked.length === 0) return null
  const parts = asked.flatMap(({ desc, our_sku, qty, unit }) => [desc, our_sku, qty, unit])
  const certain = parts.every((one) => one === undefined || one.certain)
  return found(asked.map((line) => lineOffered(line, lastPrices)).join('\n'), words, certain)
}

const wordsOf = ({ qty, target_price, desc, our_sku }: LineReading): string =>
  [(desc ?? our_sku)?.words, qty?.words, target_price?.words].filter(Boolean).join(', ')

/** As `order/line-text.ts` reads it: `BW-C600; Folding chair; 600 pcs; 15.5`. */
function lineOffered(line: LineReading, lastPrices: readonly LastPrice[]): string {
  const { desc, our_sku, qty, unit, unitCode: code } = line
  const amount = [qty?.value, code ? unitWord(code) : unit?.value].filter((one) => one !== undefined).join(' ')
  const last = lastPrices.find(({ sku }) => sku !== null && sku === our_sku?.value)
  const price = last ? trimmed(typedNumber(last.unit_price, 6)) : ''
  return [our_sku?.value, desc && plain(desc.value), amount, price].filter(Boolean).join('; ')
}

/** A column ends where these stand. */
const plain = (cell: string): string => cell.replace(/[;；|｜\s]+/g, ' ').trim()
