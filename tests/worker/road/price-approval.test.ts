import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { aUser } from '../../fixtures/builders.ts'
import { newId, plant } from '../firm.ts'
import { anOffer, aSellingFirm, on, problemsOf, type SellingFirm } from './a-deal.ts'

const quotationOf = async (firm: SellingFirm) => (await firm.list('quotations', 'david')).at(-1) as AnyRecord

const step = async (firm: SellingFirm, way: string) =>
  firm.act(`advance-quotation:${way}`, on('quotation', await quotationOf(firm)))

const decide = async (firm: SellingFirm, decision: object) => {
  const asked = (await firm.list('approvals', 'david')).find(({ status }) => status === 'pending') as AnyRecord
  return firm.act('decide-approval', on('approval', asked), decision, { as: 'david' })
}

/** Changes a record over the API, as a rep does who has a script. */
const edit = async (firm: SellingFirm, path: string, values: object, as: 'mia' | 'david' = 'mia') => {
  const { version } = await firm.get(path, as)
  return firm.call('PATCH', `/v1/${path}`, values, { as, headers: { 'If-Match': `"${version}"` } })
}

/** A draft of Mia's whose costs are known. */
async function aDraft(lines = 'BW-C100; 600 pcs; 12.50; cost 62.5', given: object = {}) {
  const firm = await aSellingFirm()
  const offer = anOffer({ lines, payment_term_id: firm.term.id, ...given })
  const made = await firm.act('create-quotation', on('deal', await firm.aDeal()), offer, { as: 'david' })
  expect(made.status, made.text).toBe(200)
  return firm
}

describe('a quotation that waits for approval', () => {
  test.each([
    [{ decision: 'approve' }, 'approved'],
    [{ decision: 'reject', comment: 'Too cheap.' }, 'draft'],
  ])('is decided whosever it has become in the meantime: %o', async (decision, status) => {
    const firm = await aDraft()
    const colleague = aUser({ id: newId(), email: 'leo@bluewhale-outdoor.example', team_id: firm.team.id })
    await plant(firm.tenantId, { user: [colleague] })
    await step(firm, 'submit')
    const handed = await edit(firm, `quotations/${(await quotationOf(firm)).id}`, { owner_id: colleague.id }, 'david')
    expect(handed.status, handed.text).toBe(200)
    const decided = await decide(firm, decision)
    expect(decided.status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ status, owner_id: colleague.id })
  })

  test('is taken back by whose it is, is changed, and is asked for again', async () => {
    const firm = await aDraft()
    await step(firm, 'submit')
    const back = await step(firm, 'recall')
    expect([back.status, back.trips]).toEqual([200, 3])
    expect(await quotationOf(firm)).toMatchObject({ status: 'draft' })
    expect(await firm.list('approvals')).toMatchObject([{ status: 'withdrawn' }])
    const edited = await edit(firm, `quotations/${(await quotationOf(firm)).id}`, { lead_time_days: 20 })
    expect(edited.status, edited.text).toBe(200)
    expect((await step(firm, 'submit')).status).toBe(200)
    expect((await decide(firm, { decision: 'approve' })).status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ status: 'approved' })
    expect(problemsOf(await step(firm, 'recall'))).toEqual({ step: 'not_here' })
  })
})
