import type { Order } from '#shared/trade/index.ts'

/** Shorter numbers of buyers stand in half of all subjects by chance: years, quantities, sizes. */
const SHORTEST = 4

/** The one order that a text names, by our number or by the buyer's; undefined where it names none, or several. */
export function mentionedOrder<O extends Pick<Order, 'doc_no' | 'buyer_po_no'>>(
  text: string,
  orders: readonly O[],
): O | undefined {
  const named = orders.filter(({ doc_no, buyer_po_no }) => [doc_no, buyer_po_no].some((number) => holds(text, number)))
  return named.length === 1 ? named[0] : undefined
}

/** Whole, and not as a piece of a longer number. Capitals do not depend on what stands around a letter, small ones do. */
function holds(text: string, number: string | null): boolean {
  if (number === null || number.length < SHORTEST) return false
  const [whole, sought] = [text.toUpperCase(), number.toUpperCase()]
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1)) {
    const after = whole.slice(at + sought.length, at + sought.length + 2)
    if (!GOES_ON_BEFORE.test(whole.slice(Math.max(0, at - 2), at)) && !GOES_ON_AFTER.test(after)) return true
  }
  return false
}

const GOES_ON_BEFORE = /[\p{L}\p{N}]$/u
const GOES_ON_AFTER = /^[\p{L}\p{N}]/u
