import { expect, test } from 'vitest'
import { dealFacts } from '#shared/deal/deal-facts.ts'
import { documentName } from '#shared/deal/papers.ts'
import { freshFile } from '#shared/deal/started.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import type { Contract, Quotation, TradeDocument } from '#shared/trade/index.ts'
import { foreignTrade } from '#shared/workflow/standard/foreign-trade.ts'
import { a } from '../../fixtures/road.ts'

const view = { fields: STANDARD_FIELDS, currency: 'CNY', today: '2026-10-20', language: 'en' } as const

/** The kinds of papers that are there for a deal of these records. */
function present(parts: {
  readonly quotation?: Partial<Quotation>
  readonly contract?: Partial<Contract>
  readonly document?: Partial<TradeDocument>
}): unknown {
  const file = freshFile({ id: 'd', values: { subject: 'x' } }, null, null, view)
  const records = {
    quotation: parts.quotation ? [a.quotation({ id: 'q', ...parts.quotation })] : [],
    contract: parts.contract ? [a.contract({ id: 'c', ...parts.contract })] : [],
    document: parts.document ? [a.document({ id: 'f', ...parts.document })] : [],
  }
  return dealFacts({ ...file, parts: { ...file.parts, ...records } }, view).fields.documents_present
}

test('a quotation that is only said to be sent has no file yet; one with a file has, and one that the buyer has answered', () => {
  expect(present({ quotation: { status: 'sent', sent_at: 1 } })).toEqual([])
  expect(present({ quotation: { status: 'approved', file_id: 'x' } })).toEqual(['quotation_pdf'])
  expect(present({ quotation: { status: 'negotiating' } })).toEqual(['quotation_pdf'])
  expect(present({ document: { type: 'quotation_pdf', status: 'issued' } })).toEqual(['quotation_pdf'])
  expect(present({ document: { type: 'quotation_pdf', status: 'superseded' } })).toEqual([])
})

test('a contract that is only approved has no final version; its file is one, and so is what was signed', () => {
  expect(present({ contract: { approval_id: 'a' } })).toEqual([])
  expect(present({ contract: { file_id: 'x' } })).toEqual(['contract_final'])
  expect(present({ contract: { signed_file: 'x' } })).toEqual(
    expect.arrayContaining(['contract_final', 'contract_signed']),
  )
})

test('everything that the standard process asks for has a name in both languages', () => {
  const asked = foreignTrade.nodes.flatMap(({ required_documents = [] }) => required_documents)
  expect(asked.length).toBeGreaterThan(5)
  for (const key of asked) {
    expect(documentName(key, 'en')).not.toBe(key)
    expect(documentName(key, 'zh-CN')).toMatch(/\p{sc=Han}/u)
  }
  expect(documentName('constructor', 'en')).toBe('constructor')
})
