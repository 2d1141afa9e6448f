import { normalisedName } from '#shared/customer/name.ts'
import { aContact, aCustomer, anInteraction, anOrder } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, type Firm, newId, plant } from '../firm.ts'

const customer = (name: string, country: string, domains: string[]) =>
  aCustomer({ id: newId(), name, name_norm: normalisedName(name), country, domains, doc_no: newId() })

/** Customers who are easily taken for one another, with papers, filed mails and addresses of every kind. */
export async function aFirmOfLookAlikes(): Promise<Firm> {
  const firm = await aFirm()
  const baumann = customer('Gartenwelt Baumann GmbH & Co. KG', 'DE', ['gartenwelt-baumann.example'])
  const norte = customer('Acampar Norte S.A.', 'CL', ['acampar.example', 'acampar-norte.example'])
  const muller = customer('Müller Outdoor AG', 'CH', ['müller-outdoor.example'])
  const rosa = customer('Rosa Artesanía', 'MX', [])
  const [first, second] = [customer('Agencia Uno', 'ES', []), customer('Agencia Dos', 'ES', [])]
  const [one, two] = [
    customer('Holding East', 'US', ['holding.example']),
    customer('Holding West', 'US', ['holding.example']),
  ]
  const short = customer('ABC Ltd', 'GB', ['abc.example'])
  const person = (customer_id: string, ...emails: string[]) => aContact({ id: newId(), customer_id, emails })
  const order = (customer_id: string, doc_no: string, more: object = {}) =>
    anOrder({ id: newId(), customer_id, doc_no, ...more })
  const mail = (customer_id: string, message_id: string) =>
    anInteraction({ id: newId(), customer_id, kind: 'mail', direction: 'in', message_id })
  const shipped = order(baumann.id, 'PI-2026-0500', { buyer_po_no: '4500012345', bl_no: 'MAEU 2290-17733' })
  const shipment = a.shipment({
    id: newId(),
    customer_id: null,
    order_id: shipped.id,
    doc_no: 'SH-2026-0031',
    booking_no: 'EBKG05512345',
    so_no: null,
    bl_no: 'COSU6337214770',
  })
  await plant(firm.tenantId, {
    customer: [baumann, norte, muller, rosa, first, second, one, two, short],
    contact: [
      person(
        baumann.id,
        'j.brueggemann@gartenwelt-baumann.example',
        'juergen@baumann-alt.example',
        'jb.baumann@web.de',
      ),
      person(norte.id, 'lucia@acampar.example'),
      person(muller.id, 'info@müller-outdoor.example'),
      person(rosa.id, 'rosa.artesania@gmail.com', 'rosa+orders@gmail.com'),
      person(first.id, 'agent@agencia.example'),
      person(second.id, 'agent@agencia.example'),
      person(short.id, 'joe@abc.example'),
      person(one.id, 'buyer+88213047@buyers.tradeplaza.example'),
    ],
    order: [
      order(firm.customer.id, 'PI-2026-0412', { buyer_po_no: '1043' }),
      shipped,
      order(first.id, 'PI-2026-0601', { buyer_po_no: 'PO-77/A-1020' }),
      order(second.id, 'PI-2026-0602', { buyer_po_no: 'PO-77/A-1020' }),
    ],
    quotation: [
      a.quotation({ id: newId(), customer_id: norte.id, doc_no: 'QT-2026-0077', version_no: 1 }),
      a.quotation({ id: newId(), customer_id: norte.id, doc_no: 'QT-2026-0077', version_no: 2 }),
    ],
    contract: [a.contract({ id: newId(), customer_id: muller.id, doc_no: 'SC-2026-0009', buyer_po_no: null })],
    shipment: [shipment],
    container: [a.container({ id: newId(), shipment_id: shipment.id, no: 'CSQU3054383' })],
    interaction: [
      mail(firm.customer.id, '<first@trilhasul.example>'),
      mail(norte.id, '<norte-1@acampar.example>'),
      mail(second.id, '<agent-2@agencia.example>'),
    ],
  })
  return firm
}
