import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aUser } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { type Answer, anIdentity, NOW, newId, plant, wholeDatabase } from '../firm.ts'
import { anOffer, aSellingFirm, on, problemsOf, type SellingFirm } from './a-deal.ts'

const BUYER = { name: 'Buyer Ltd', country: 'US', contact_name: 'Jo Buyer', email: 'jo@buyer.example' }

const newest = async (firm: SellingFirm, plural: string) => (await firm.list(plural)).at(-1) as AnyRecord

const saved = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(answer.text)
  expect(answer.trips).toBe(3)
  return answer
}

/** Takes a step of the newest record of a type. */
async function step(firm: SellingFirm, type: string, way: string, input: object = {}, as: 'mia' | 'david' = 'mia') {
  const record = await newest(firm, `${type}s`)
  return firm.act(`advance-${type}:${way}`, on(type, record), input, { as })
}

/** A deal with an offer that the buyer is talking about, made of a stranger's mail. */
async function anOfferOut(firm: SellingFirm, given: object = {}) {
  const deal = await firm.aStrangersDeal()
  saved(await firm.act('create-customer', on('deal', deal), BUYER))
  const offer = anOffer({ payment_term_id: firm.term.id, ...given })
  saved(await firm.act('create-quotation', on('deal', await firm.deal()), offer))
  for (const way of ['finish', 'send', 'reply']) saved(await step(firm, 'quotation', way))
}

const TERMS = {
  kind: 'sales_contract',
  buyer_po_no: '4500012345',
  latest_shipment_date: '2026-11-30',
  partial_shipment: 'not_allowed',
}

async function aContract(firm: SellingFirm) {
  await anOfferOut(firm)
  saved(await firm.act('create-contract', on('quotation', await newest(firm, 'quotations')), TERMS))
}

describe('from a mail to a signed contract', () => {
  test('what waits for somebody who is away their deputy decides, for them; not whoever stands in for the one who asks', async () => {
    const firm = await aSellingFirm()
    const leo = aUser({ id: newId(), email: 'leo@bluewhale-outdoor.example', alias: 'Leo', team_id: firm.team.id })
    await plant(firm.tenantId, { user: [leo] })
    const token = await anIdentity(firm.tenantId, leo)
    await aContract(firm)
    saved(await step(firm, 'contract', 'submit-draft'))
    const approval = await newest(firm, 'approvals')
    const decides = () =>
      firm.call(
        'POST',
        '/v1/actions/decide-approval',
        { target: on('approval', approval), input: { decision: 'approve' } },
        { as: token, headers: { 'Idempotency-Key': newId() } },
      )
    const away = (who: { readonly id: string }, back_at: number) =>
      change(firm.tenantId, 'user', who.id, { away_at: NOW, back_at, away_to: '2026-10-21', deputy_id: leo.id })
    expect((await decides()).status).toBe(404)
    await away(firm.david, NOW + 1)
    await away(firm.mia, NOW + 1)
    expect(problemsOf(await decides())).toEqual({ decision: 'stands_for_requester' })
    await away(firm.mia, NOW)
    expect((await decides()).status).toBe(200)
    const { results } = await env.DB.prepare(
      `SELECT actor, on_behalf_of FROM events WHERE record_id = ? AND version = 2`,
    )
      .bind(approval.id)
      .all()
    expect(results).toEqual([{ actor: leo.id, on_behalf_of: firm.david.id }])
  })

  test('a stranger becomes a customer, an offer goes out, and what is signed is made an order', async () => {
    const firm = await aSellingFirm()
    await anOfferOut(firm)
    expect(await firm.deal()).toMatchObject({ stage: 'contract', currency: 'USD' })
    const quotation = await newest(firm, 'quotations')
    saved(await firm.act('create-contract', on('quotation', quotation), TERMS))
    const contract = await newest(firm, 'contracts')
    expect(contract).toMatchObject({
      ...TERMS,
      status: 'draft',
      quotation_id: quotation.id,
      customer_id: (await firm.deal()).customer_id,
      amount: 1_770_000,
      currency: 'USD',
      fx_rate: 715_000_000,
      incoterm: 'FOB',
      named_place: 'Yantian',
      port_loading: 'CNYTN',
      payment_term_id: firm.term.id,
    })
    saved(await step(firm, 'contract', 'submit-draft'))
    const approval = await newest(firm, 'approvals')
    const own = await firm.act('decide-approval', on('approval', approval), { decision: 'approve' })
    expect([own.status, own.body.problems[0].code]).toEqual([422, 'own_request'])
    const agreed = await firm.act('give-approval', on('approval', approval), {})
    expect([agreed.status, agreed.body.problems[0].code]).toEqual([422, 'own_request'])
    saved(await firm.act('give-approval', on('approval', approval), { comment: 'Good.' }, { as: 'david' }))
    expect(await newest(firm, 'contracts')).toMatchObject({ status: 'approved' })
    saved(await step(firm, 'contract', 'send'))
    saved(await step(firm, 'contract', 'sign', { signed_file: 'scan.pdf' }))
    const order = await newest(firm, 'orders')
    expect(order).toMatchObject({ contract_id: contract.id, total: 1_770_000, buyer_po_no: '4500012345' })
    // What was agreed is a price that the buyer paid.
    const row = await env.DB.prepare('SELECT prices FROM last_prices WHERE tenant_id = ? AND customer_id = ?')
      .bind(firm.tenantId, contract.customer_id)
      .first<{ prices: string }>()
    expect(JSON.parse(row?.prices ?? '[]')).toMatchObject([
      { sku: 'BW-C100', unit_price: 12_500_000, order_no: order.doc_no },
      { sku: 'BW-T200' },
    ])
  })

  test('what is not what was asked for is not approved', async () => {
    const firm = await aSellingFirm()
    await aContract(firm)
    saved(await step(firm, 'contract', 'submit-draft'))
    await env.DB.prepare('UPDATE contracts SET amount = amount - 1 WHERE tenant_id = ?').bind(firm.tenantId).run()
    await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
    const approval = await newest(firm, 'approvals')
    const refused = await firm.act(
      'decide-approval',
      on('approval', approval),
      { decision: 'approve' },
      { as: 'david' },
    )
    expect([refused.status, refused.body.problems[0].code]).toEqual([422, 'changed'])
    expect(await newest(firm, 'contracts')).toMatchObject({ status: 'pending_approval' })
  })

  test('of two people who make the contract at once one does', async () => {
    const firm = await aSellingFirm()
    await anOfferOut(firm)
    const quotation = await newest(firm, 'quotations')
    const answers = await Promise.all([
      firm.act('create-contract', on('quotation', quotation), TERMS, { as: 'mia' }),
      firm.act('create-contract', on('quotation', quotation), TERMS, { as: 'david' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await firm.list('contracts')).toHaveLength(1)
    const late = await firm.act('create-contract', on('quotation', quotation), TERMS)
    expect([late.status, problemsOf(late)]).toEqual([422, { contract: 'held_back' }])
  })
})

describe('a contract', () => {
  test('is not made of lines that do not come to its amount, nor of an offer that is not out, nor for nobody', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aStrangersDeal()
    saved(await firm.act('create-quotation', on('deal', deal), anOffer({ payment_term_id: firm.term.id })))
    const draft = await firm.act('create-contract', on('quotation', await newest(firm, 'quotations')), TERMS)
    expect(problemsOf(draft)).toEqual({ status: 'held_back' })
    for (const way of ['finish', 'send', 'reply']) saved(await step(firm, 'quotation', way))
    const nobody = await firm.act('create-contract', on('quotation', await newest(firm, 'quotations')), TERMS)
    expect(problemsOf(nobody)).toEqual({ customer_id: 'held_back' })
    saved(await firm.act('create-customer', on('deal', await firm.deal()), BUYER))
    await env.DB.prepare('UPDATE quotations SET total = total + 1 WHERE tenant_id = ?').bind(firm.tenantId).run()
    await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
    const cent = await firm.act('create-contract', on('quotation', await newest(firm, 'quotations')), TERMS)
    expect(problemsOf(cent)).toEqual({ amount: 'amounts' })
    expect(await firm.list('contracts')).toHaveLength(0)
  })

  test('is not made of an offer whose time is over, unless the buyer accepted it in time', async () => {
    const firm = await aSellingFirm()
    await anOfferOut(firm)
    const over = async (status: string) => {
      await env.DB.prepare('UPDATE quotations SET valid_until = ?, status = ? WHERE tenant_id = ?')
        .bind('2026-10-19', status, firm.tenantId)
        .run()
      await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
    }
    await over('negotiating')
    const before = await wholeDatabase(firm.tenantId)
    const make = async () => firm.act('create-contract', on('quotation', await newest(firm, 'quotations')), TERMS)
    const sentence = 'It was valid until 2026-10-19: revise it.'
    expect((await make()).body.problems).toMatchObject([{ field: 'valid_until', message: sentence }])
    const accepted = await step(firm, 'quotation', 'accept-negotiating')
    expect(accepted.body.problems).toMatchObject([{ message: sentence }])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
    await over('accepted')
    saved(await make())
  })

  test('is changed while it is a draft and after it was sent back, and not while it waits', async () => {
    const firm = await aSellingFirm()
    await aContract(firm)
    const edit = async (input: object) =>
      firm.act('edit-contract', on('contract', await newest(firm, 'contracts')), input)
    saved(await edit({ buyer_po_no: '4500012346' }))
    expect(problemsOf(await edit({ buyer_po_no: '4500012346' }))).toEqual({ input: 'unchanged' })
    expect(problemsOf(await edit({ latest_shipment_date: '2026-10-19' }))).toEqual({ latest_shipment_date: 'past' })
    saved(await step(firm, 'contract', 'submit-draft'))
    expect(problemsOf(await edit({ buyer_po_no: '4500012347' }))).toEqual({ status: 'frozen' })
    const approval = await newest(firm, 'approvals')
    const why = { decision: 'reject', comment: 'Shipment too early' }
    saved(await firm.act('decide-approval', on('approval', approval), why, { as: 'david' }))
    saved(await edit({ latest_shipment_date: '2026-12-15' }))
    expect(await newest(firm, 'contracts')).toMatchObject({
      status: 'rejected',
      amount: 1_770_000,
      latest_shipment_date: '2026-12-15',
    })
  })
})

describe('the customer of a deal', () => {
  test('is made of an unknown sender with their contact, and everything of the deal is theirs', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aStrangersDeal()
    saved(await firm.act('create-quotation', on('deal', deal), anOffer()))
    saved(await firm.act('create-customer', on('deal', await firm.deal()), BUYER))
    const id = String((await firm.deal()).customer_id)
    expect(await firm.get(`customers/${id}`)).toMatchObject({
      name: 'Buyer Ltd',
      country: 'US',
      domains: ['buyer.example'],
      owner_id: firm.mia.id,
      timezone: 'America/New_York',
    })
    const contact = (await firm.list('contacts')).find(({ customer_id }) => customer_id === id)
    expect(contact).toMatchObject({ full_name: 'Jo Buyer', emails: ['jo@buyer.example'], is_primary: true })
    for (const plural of ['deals', 'inquiries', 'quotations']) {
      expect(await newest(firm, plural)).toMatchObject({ customer_id: id, contact_id: contact?.id })
    }
    const again = await firm.act('create-customer', on('deal', await firm.deal()), BUYER)
    expect(problemsOf(again)).toEqual({ customer_id: 'linked' })
  })

  test('is not made twice: whose name, address or domain is known is linked', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aStrangersDeal()
    const [address] = firm.contact.emails as string[]
    const { name, country, doc_no, id } = firm.customer
    const known = await firm.act('create-customer', on('deal', deal), { ...BUYER, email: address })
    expect(problemsOf(known)).toEqual({ email: 'known' })
    expect(known.text).toContain(doc_no)
    const named = await firm.act('create-customer', on('deal', deal), { ...BUYER, name: name.toUpperCase(), country })
    expect(problemsOf(named)).toEqual({ name: 'known' })
    expect(problemsOf(await firm.act('link-customer', on('deal', deal), { customer: 'C-9999' }))).toEqual({
      customer: 'reference',
    })
    const input = { customer: doc_no, contact_name: 'Jo Buyer', email: 'jo@buyer.example' }
    saved(await firm.act('link-customer', on('deal', deal), input))
    const contact = (await firm.list('contacts')).find(({ full_name }) => full_name === 'Jo Buyer')
    expect(contact).toMatchObject({ customer_id: id, emails: ['jo@buyer.example'] })
    expect(await newest(firm, 'inquiries')).toMatchObject({ customer_id: id, contact_id: contact?.id })
    expect(await firm.deal()).toMatchObject({ customer_id: id, contact_id: contact?.id })
  })

  test('of a colleague is neither made again nor named', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aStrangersDeal()
    await env.DB.prepare('UPDATE customers SET owner_id = ? WHERE tenant_id = ?')
      .bind(firm.david.id, firm.tenantId)
      .run()
    await env.DB.prepare('UPDATE orders SET owner_id = ? WHERE tenant_id = ?').bind(firm.david.id, firm.tenantId).run()
    await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
    const [address] = firm.contact.emails as string[]
    const taken = await firm.act('create-customer', on('deal', deal), { ...BUYER, email: address })
    expect(problemsOf(taken)).toEqual({ email: 'taken' })
    expect(taken.text).not.toContain(firm.customer.doc_no)
    const linked = await firm.act('link-customer', on('deal', deal), { customer: firm.customer.doc_no })
    expect(problemsOf(linked)).toEqual({ customer: 'reference' })
  })
})
