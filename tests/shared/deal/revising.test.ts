import { describe, expect, test } from 'vitest'
import { takeStep } from '#shared/deal/take-step.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import { contract as contractType } from '#shared/trade/contract.ts'
import type { Contract, Quotation } from '#shared/trade/index.ts'
import { reviseQuotation } from '#shared/workflow/actions/revise-quotation.ts'
import { aDealFile, aView, DEAL, MIA, standingAt } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

const ofDeal = { deal_id: DEAL, customer_id: 'C' }
const STATES = Object.keys(contractType.fields.status.choices) as Contract['status'][]
/** As long as it is so with a contract, both sides still negotiate. */
const NEGOTIATED: readonly Contract['status'][] = ['draft', 'rejected', 'amending', 'terminated']

const version = (version_no: number, status: Quotation['status']) =>
  a.quotation({ id: `Q${version_no}`, ...ofDeal, doc_no: 'QT-1', version_no, status, owner_id: MIA })

const file = (quotation: Quotation[], contract: Contract['status'] | null, quotation_id = 'Q1') =>
  aDealFile({
    deal: { state: standingAt('contract') },
    parts: {
      quotation,
      contract: contract === null ? [] : [a.contract({ id: 'K', ...ofDeal, quotation_id, status: contract })],
    },
  })

const revised = (deal: ReturnType<typeof aDealFile>) =>
  reviseQuotation.offers({ kind: 'deal', deal }, aView()).map(({ form }) => form.target.id)

describe('a quotation that was accepted', () => {
  test.each(STATES)('is revised while its contract is not %s, or negotiated still', (status) => {
    expect(revised(file([version(1, 'accepted')], status))).toEqual(NEGOTIATED.includes(status) ? ['Q1'] : [])
  })

  test('is revised where there is no contract, or the contract is of another one', () => {
    expect(revised(file([version(1, 'accepted')], null))).toEqual(['Q1'])
    expect(revised(file([version(1, 'accepted')], 'approved', 'X'))).toEqual(['Q1'])
    expect(revised(file([version(2, 'draft'), version(1, 'accepted')], null))).toEqual([])
  })

  test.each([
    ['rejected', 'superseded'],
    ['signed', 'accepted'],
  ] as const)('gives way when the next version is sent while its contract is %s: it is %s', (contract, after) => {
    const deal = file([version(2, 'approved'), version(1, 'accepted')], contract)
    const [next] = deal.parts.quotation
    const by = { id: MIA, roles: [], is: ['owner' as const] }
    const taken = takeStep({
      file: deal,
      type: 'quotation',
      record: next as Quotation,
      way: 'send',
      input: {},
      by,
      view: aView(),
    })
    if ('problems' in taken) throw new Error(JSON.stringify(taken.problems))
    const { quotation } = withChanges(deal, taken.changes).parts
    expect(quotation.map(({ status }) => status)).toEqual(['sent', after])
  })
})
