import { isBound } from '#shared/deal/bound.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { Quotation } from '#shared/trade/index.ts'

const REVISABLE: readonly Quotation['status'][] = ['sent', 'negotiating', 'rejected', 'expired']

/** Whether a quotation is out, the newest of its number, and not agreed to: then a next version of it is made. */
export function isRevisable(quotation: Quotation, file: DealFile): boolean {
  const { status, doc_no, version_no } = quotation
  const { parts } = file.whole ?? file
  // What was accepted is negotiated on as long as no contract of it is decided on or agreed.
  const isOut = REVISABLE.includes(status) || (status === 'accepted' && !isBound(quotation, parts))
  return isOut && !parts.quotation.some((other) => other.doc_no === doc_no && other.version_no > version_no)
}
