import { allowedAtAll } from '../../fixtures/posts.ts'
import { ABSENT, bodyIds, type Cell, eachRole, type Met, metBy, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'

const HTML = { Accept: 'text/html' }

/** `POST /v1/panel`, about a record and beside a mail, as data and drawn. */
export function panelCells(firm: LargeFirm): Cell[] {
  const about = (type: string, id: unknown, headers?: Ask['headers']): Ask => ({
    method: 'POST',
    path: '/v1/panel',
    body: { record: { type, id } },
    ...(headers ? { headers } : {}),
  })
  return [
    ...eachRole((role) =>
      (['customer', 'order', 'inquiry', 'deal'] as const).flatMap((type) =>
        metBy(firm, role, type).flatMap((met) =>
          (type === 'customer' ? [undefined, HTML] : [undefined]).map((headers) => ({
            role,
            what: `${type} ${met.whose}${headers ? ', drawn' : ''}`,
            ask: about(type, met.id, headers),
            hides: hiddenIds(firm, met),
            ...(met.seen ? { status: 200 } : { status: 404, absent: about(type, ABSENT, headers) }),
          })),
        ),
      ),
    ),
    ...eachRole((role) =>
      metBy(firm, role, 'contact')
        .filter(({ whose }) => whose !== 'nowhere')
        .flatMap((met) => mailCells(firm, role, met)),
    ),
    ...eachRole((role) => [{ role, what: 'home', ask: { method: 'POST', path: '/v1/panel', body: {} }, status: 200 }]),
    ...SOME_ROLES.flatMap((role) => [
      { role, what: 'a contact', ask: about('contact', strange(firm, 'contact').id), status: 400 },
      ...Object.entries(bodyIds(strange(firm, 'customer').id)).map(([what, id]) => ({
        role,
        what,
        ask: about('customer', id),
        status: 400,
      })),
    ]),
  ]
}

/** A mail of a customer's contact, from their address and from another at their domain. */
function mailCells(firm: LargeFirm, role: Parameters<typeof sees>[0], contact: Met): Cell[] {
  const customer = [...firm.plants, ...firm.foreign].find(({ id }) => id === contact.given.customer_id)
  if (!customer) return []
  const known = firm.plants.includes(customer)
  const seen = known && sees(role, customer)
  const expected = !allowedAtAll(role, 'customer', 'view') ? 'closed' : seen ? 'who' : known ? 'taken' : 'sender'
  const owner = firm.plants.find(({ id }) => id === customer.given.owner_id)
  const senders = known
    ? [firm.record(contact.id).emails, firm.record(customer.id).domains].map((list) => String((list as string[])[0]))
    : ['somebody@abroad.example']
  return senders.flatMap((found) => {
    const address = found.includes('@') ? found : `somebody@${found}`
    const message = { from: { address }, messageId: `<${address}>`, subject: 'Re: order' }
    // Drawn it is the same panel; once is enough.
    return (found === address ? [undefined, HTML] : [undefined]).map((headers) => ({
      role,
      what: `beside a mail of ${contact.whose} customer, ${found === address ? 'address' : 'domain'}${headers ? ', drawn' : ''}`,
      ask: { method: 'POST', path: '/v1/panel', body: { message }, ...(headers ? { headers } : {}) },
      status: 200,
      hides: seen ? [] : hiddenIds(firm, customer),
      ...(headers ? {} : { says: `"key":"${expected}"` }),
      ...(expected === 'taken' && owner ? { says: String(firm.record(owner.id).alias) } : {}),
    }))
  })
}

/** Of what is hidden not even the id is told. */
export function hiddenIds(firm: LargeFirm, { id, seen }: { readonly id: string; readonly seen?: boolean }): string[] {
  if (seen) return []
  const around = [...firm.plants, ...firm.foreign].filter(
    (one) => one.id === id || one.given.customer_id === id || one.given.order_id === id,
  )
  return around.map((one) => one.id)
}
