import { found } from './found.ts'
import type { InquiryLine } from './line.ts'
import type { Passage } from './passage.ts'
import type { Price } from './prices.ts'
import type { Quantity } from './quantities.ts'
import { anyOf } from './words.ts'

const CLEAR_TARGET = new RegExp(
  anyOf(
    'target*|budget*|zielpreis|wunschpreis|preisvorstellung|cible|objectif|objetivo|meta|alvo|obiettivo|richtprijs|streefprijs|doel|docelow*|целев*|hedef*|目标*|目標*|希望*|목표*|المستهدف|muc tieu|מטרה|יעד|if you get to|get to|come down to|if you can do|if you do|can you do|match',
  ),
  'u',
)

/** What of a line its code, its quantity and its price say. */
export const skuOf = (sku: { readonly code: string } | undefined): InquiryLine =>
  sku ? { our_sku: found(sku.code, sku.code) } : {}

export function counted({ text }: Passage, { count, start, end, unit, certain, before }: Quantity): InquiryLine {
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

export function priced(
  { text, folded }: Passage,
  { start, end, value, currency, certain }: Price,
  alone = true,
): InquiryLine {
  const clear = CLEAR_TARGET.test(folded)
  const words = text.slice(start, end)
  return {
    target_price: found(value, words, certain && clear && alone),
    currency: found(currency, words, certain && alone),
  }
}
