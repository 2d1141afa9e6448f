import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import type { Found } from '#shared/recognition/found.ts'
import type { InquiryLine } from '#shared/recognition/line.ts'
import type { Recognition } from '#shared/recognition/recognise.ts'

/** What a form begins with because it stands in the open mail, by field, and the words it was read from, said beside each. */
export interface FromMail {
  readonly values: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, Text>>
}

/** Fields of a form, each with what was read for it, if anything was. What is not certain says so. */
export function fromMail(read: Readonly<Record<string, Found<string> | null | undefined>>): FromMail {
  const there = Object.entries(read).flatMap(([key, one]) => (one ? [[key, one] as const] : []))
  return {
    values: Object.fromEntries(there.map(([key, { value }]) => [key, value])),
    hints: Object.fromEntries(there.map(([key, one]) => [key, source(one)])),
  }
}

/** The same without some fields, which are known better. */
export function withoutFields({ values, hints }: FromMail, keys: readonly string[]): FromMail {
  const others = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
  return { values: others(values), hints: others(hints) }
}

/** So much of the words is said. */
const WORDS_MAX = 80

function source({ words, certain }: Found<unknown>): Text {
  const [en, zh] = (['en', 'zh-CN'] as const).map((language) =>
    say(certain ? READ : UNSURE, language, { words: shortened(words) }),
  )
  return text(en ?? '', zh ?? '')
}

const READ = text('From the mail: “{words}”', '来自邮件：“{words}”')
const UNSURE = text('Please check, from the mail: “{words}”', '请核对，来自邮件：“{words}”')

function shortened(words: string): string {
  const plain = [...words.replace(/\s+/g, ' ').trim()]
  return plain.length > WORDS_MAX ? `${plain.slice(0, WORDS_MAX - 1).join('')}…` : plain.join('')
}

/** What is asked for, in the words of the mail: its goods line by line, then what else is wanted. Empty where nothing is. */
export const askedFor = ({ lines, incoterms, payment, reply_by, wants }: Recognition, language: Language): string =>
  [
    ...lines.map((line) => lineAsked(line, language)),
    incoterms.map(({ code, place }) => [code.value, place?.value].filter(Boolean).join(' ')).join(', '),
    payment?.value ?? '',
    reply_by?.words ?? '',
    wants.map(({ value }) => value).join(', '),
  ]
    .filter((line) => line !== '')
    .join('\n')

export const FROM_SHEET = text('from {file}, row {row}', '来自{file}第{row}行')

/** `6000 pcs Folding camp chair 600D (RCC-1101), USD 8.90, laser logo, from rfq.xlsx, row 4` */
function lineAsked(line: InquiryLine, language: Language): string {
  const { desc, buyer_sku, our_sku, qty, unit, target_price, currency, customisation, note, source } = line
  const what = [qty?.value, unit?.value, desc?.value ?? our_sku?.value].filter((one) => one !== undefined).join(' ')
  const numbers = [buyer_sku?.value, desc ? our_sku?.value : undefined].filter((one) => one !== undefined)
  const price = target_price ? [currency?.value, target_price.value].filter(Boolean).join(' ') : undefined
  const asked = numbers.length > 0 ? `${what} (${numbers.join(', ')})` : what
  const from = source ? say(FROM_SHEET, language, { file: source.file, row: source.row }) : undefined
  return [asked, price, customisation?.value, note?.value, from].filter(Boolean).join(', ')
}
