import { describe, expect, test } from 'vitest'
import { aContact, aCustomer, anInstallment, anOrder, aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

const THIAGO = 'thiago.nunes@trilhasul.example'
const mailFrom = (address: string) => ({ messageId: `<1.${address}>`, from: { name: 'Thiago', address } })

const write = (firm: Firm, orderId: string, more: object = {}, as: string = 'mia') =>
  firm.call(
    'POST',
    '/v1/actions/write-status',
    { host: 'outlook', target: { type: 'order', id: orderId }, ...more },
    { as, headers: { 'Idempotency-Key': newId() } },
  )

/** An order of the firm's customer that waits for its deposit. */
async function anOrderInWaiting(firm: Firm, given: object = {}) {
  const order = anOrder({
    id: newId(),
    customer_id: firm.customer.id,
    owner_id: firm.mia.id,
    exec_status: 'waiting_deposit',
    ...given,
  })
  const deposit = anInstallment({
    id: newId(),
    order_id: order.id,
    customer_id: firm.customer.id,
    amount: 925_500,
    guards: 'production_start',
  })
  await plant(firm.tenantId, { order: [order], installment: [deposit] })
  return order
}

describe('the status of an order', () => {
  test('comes as text and as HTML in the buyer’s language, in two trips, and nothing is stored', async () => {
    const firm = await aFirm()
    const order = await anOrderInWaiting(firm)
    const before = await wholeDatabase(firm.tenantId)
    const answer = await write(firm, order.id, { message: mailFrom(THIAGO) })
    expect([answer.status, answer.trips]).toEqual([200, 2])
    expect(Object.keys(answer.body)).toEqual(['outcome', 'reply'])
    expect(answer.body).toMatchObject({ outcome: 'written', reply: { language: 'pt-BR', fits: true } })
    const { text, html } = answer.body.reply
    expect(text).toContain(`Segue a situação atual do seu pedido ${order.doc_no}.`)
    expect(text).toMatch(/o sinal de USD\s9\.255,00\./)
    expect(text).toMatch(/Atenciosamente,\nMia Zhao$/)
    expect(html).toContain(`>${order.doc_no}</td>`)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('is in the language of the contact who writes, before that of the customer', async () => {
    const firm = await aFirm()
    const contact = aContact({
      id: newId(),
      customer_id: firm.customer.id,
      full_name: 'Yuki Ito',
      emails: ['yuki@trilhasul.example'],
      language: 'ja',
      is_primary: false,
    })
    await plant(firm.tenantId, { contact: [contact] })
    const { reply } = (await write(firm, firm.order.id, { message: mailFrom('yuki@trilhasul.example') })).body
    expect([reply.language, reply.text.split('\n')[0]]).toEqual(['ja', 'Yuki Ito 様'])
  })

  test('greets nobody by name who only writes from the same firm', async () => {
    const firm = await aFirm()
    const { reply } = (await write(firm, firm.order.id, { message: mailFrom('stranger@trilhasul.example') })).body
    expect([reply.fits, reply.text.split('\n')[0]]).toEqual([true, 'Prezados,'])
  })

  test('fits no mail of another buyer, and none at all where none is open', async () => {
    const firm = await aFirm()
    const another = aCustomer({ id: newId(), owner_id: firm.mia.id, domains: ['nova.example'] })
    await plant(firm.tenantId, { customer: [another] })
    const beside = await write(firm, firm.order.id, { message: mailFrom('ivan@nova.example') })
    expect(beside.body.reply.fits).toBe(false)
    expect((await write(firm, firm.order.id)).body.reply.fits).toBe(false)
  })

  test('is without amounts for who does not see them', async () => {
    const firm = await aFirm()
    const victor = aUser({ id: newId(), alias: 'Victor He', roles: ['planner'] })
    const order = await anOrderInWaiting(firm)
    await plant(firm.tenantId, { user: [victor] })
    const { reply } = (await write(firm, order.id, {}, await anIdentity(firm.tenantId, victor))).body
    expect(reply.text).toContain(order.doc_no)
    expect(reply.text).not.toMatch(/USD|9,255|9\.255/)
  })

  test('leaves out a date that has gone by, and says so to its sender in their language', async () => {
    const firm = await aFirm()
    const order = await anOrderInWaiting(firm, { promised_date: '2026-10-10' })
    const { reply } = (await write(firm, order.id)).body
    expect(reply.heed).toBe('Left out, since it has gone by: Promised date 2026-10-10. Write when it will be instead.')
    expect(reply.text).not.toContain('10 de outubro')
  })

  test.each(['draft', 'cancelled'] as const)('of a %s order is not for its buyer', async (status) => {
    const firm = await aFirm()
    const order = await anOrderInWaiting(firm, { status })
    const answer = await write(firm, order.id)
    expect([answer.status, answer.body.problems[0].code]).toEqual([422, 'not_for_buyers'])
  })

  test('is offered where the order is, at a glance where there is but one, or the mail names it', async () => {
    const firm = await aFirm()
    const offers = async (body: object) => {
      const { sections } = (await firm.call('POST', '/v1/panel', body, { as: 'mia' })).body
      const { summary, full } = sections.find(({ key }: { key: string }) => key === 'orders')
      return [summary, full].map((widgets) => JSON.stringify(widgets).split('"write-status"').length - 1)
    }
    expect(await offers({ message: mailFrom(THIAGO) })).toEqual([1, 1])
    const order = await anOrderInWaiting(firm)
    expect(await offers({ message: mailFrom(THIAGO) })).toEqual([0, 2])
    const naming = { ...mailFrom(THIAGO), subject: `Re: ${order.doc_no.toLowerCase()}: saldo` }
    expect(await offers({ message: naming })).toEqual([1, 2])
    expect(await offers({ record: { type: 'order', id: order.id } })).toEqual([1, 2])
  })
})
