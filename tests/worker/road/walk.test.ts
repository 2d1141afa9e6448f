import { expect, test } from 'vitest'
import { addDays } from '#shared/time/civil-date.ts'
import { a } from '../../fixtures/road.ts'
import { type Answer, aFirm, NOW, newId, plant } from '../firm.ts'
import { press, stepsOn } from './planted.ts'

const message = {
  messageId: '<new-1@buyer.example>',
  from: { name: 'Jo Buyer', address: 'jo@buyer.example' },
  to: [{ address: 'sales@bluewhale-outdoor.example' }],
  subject: 'RFQ: camp chairs',
  sentAt: '2026-10-20T00:30:00Z',
}

interface Stage {
  readonly label: string
  readonly state: string
}

/** What the panel says of the deal: its stage now, and what it waits for. */
function told({ body }: Answer) {
  const road = body.sections.find(({ key }: { key: string }) => key === 'road')
  const [stepper] = road.summary
  return {
    now: stepper.steps.filter(({ state }: Stage) => state === 'now').map(({ label }: Stage) => label),
    waits: (road.full ?? road.summary)
      .filter(({ kind }: { kind: string }) => kind === 'note')
      .map(({ text }: { text: string }) => text),
    next: road.summary.find(({ primary }: { primary?: true }) => primary)?.action,
  }
}

test('a mail of a stranger becomes an inquiry and a deal, which goes on as it is claimed, answered and quoted', async () => {
  const firm = await aFirm()
  const input = { subject: 'RFQ: camp chairs', company_name: 'Buyer Ltd', email: 'jo@buyer.example', country: 'US' }
  const made = await press(firm, 'create-inquiry', { type: 'inquiry', id: 'new' }, { input, message })
  expect([made.status, made.trips]).toEqual([200, 3])
  const [deal] = (await firm.call('GET', '/v1/deals', undefined, { as: 'mia' })).body.records
  expect(deal).toMatchObject({ subject: 'RFQ: camp chairs', stage: 'lead', status: 'open', destination_country: 'US' })

  const inquiry = { type: 'inquiry', id: deal.inquiry_id }
  const claimed = await press(firm, 'claim-inquiry', { ...inquiry, version: 1 }, { message })
  expect(told(claimed)).toEqual({
    now: ['Lead and assignment'],
    waits: ['No reply has been sent yet.', 'The buyer has had no reply.'],
    next: 'advance-inquiry:answer',
  })
  const answered = await press(firm, 'advance-inquiry:answer', { ...inquiry, version: 2 }, { message })
  expect(answered.trips).toBe(3)
  expect(told(answered)).toMatchObject({ now: ['Needs analysis and first quotation'] })
  expect(told(answered).waits).toContain('No quotation has been sent.')

  const term = a.payment_term({ id: newId(), code: 'TT', name: 'T/T', lines: [{ anchor: 'bl_date', days: 0 }] })
  const quotation = a.quotation({
    id: newId(),
    deal_id: deal.id,
    owner_id: firm.mia.id,
    status: 'approved' as never,
    named_place: 'Yantian',
    payment_term_id: term.id,
    valid_until: addDays('2026-10-20', 30),
  })
  await plant(firm.tenantId, { payment_term: [term], quotation: [quotation] })
  const sent = await press(
    firm,
    'advance-quotation:send',
    { type: 'quotation', id: quotation.id, version: 1 },
    { message },
  )
  expect([sent.status, sent.trips]).toEqual([200, 3])
  // It is with the buyer now: its file goes along, or their answer says that they have it.
  expect(told(sent).waits).toEqual([
    'The document "Quotation" is missing.',
    'The buyer has not answered the quotation.',
  ])
  expect(stepsOn(sent).map(({ action }) => action)).toContain('advance-quotation:reply')

  const replied = await press(
    firm,
    'advance-quotation:reply',
    { type: 'quotation', id: quotation.id, version: 2 },
    { message },
  )
  expect(told(replied)).toMatchObject({ now: ['Negotiation and contract'] })
  const { body } = await firm.call('GET', `/v1/deals/${deal.id}`, undefined, { as: 'mia' })
  expect(body).toMatchObject({ stage: 'contract', stage_since: NOW, status: 'open' })
  expect(body.state.passed.map(({ node, by }: { node: string; by: string | null }) => [node, by])).toEqual([
    ['start', null],
    // By whoever brought about what it waited for.
    ['lead', firm.mia.id],
    ['quotation', firm.mia.id],
  ])

  const lost = await press(
    firm,
    'advance-deal:contract-end_lost',
    { type: 'deal', id: deal.id, version: body.version },
    {
      input: { lost_reason: 'price' },
    },
  )
  expect(lost.status).toBe(200)
  const ended = (await firm.call('GET', `/v1/deals/${deal.id}`, undefined, { as: 'mia' })).body
  expect(ended).toMatchObject({ status: 'lost', lost_reason: 'price', stage: '', closed_at: NOW })
})
