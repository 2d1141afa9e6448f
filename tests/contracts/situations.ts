import { accessOf } from '#shared/access/access.ts'
import type { CustomerFile, OpenInstallment, Situation } from '#shared/customer/situation.ts'
import type { Language } from '#shared/i18n/language.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { firmFields } from '#shared/record/firm-fields.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { aContact, aCustomer, anInstallment, anInteraction, anOrder } from '../fixtures/builders.ts'
import { aDefinition, ONE_OF_EACH } from '../fixtures/own-fields.ts'

/** What may stand behind a mail, from nothing to too much, with the names that people do have and that attackers choose. */

const NOW = Date.parse('2026-10-20T01:00:00Z')
const HOSTILE = '<b>x</b> &amp; "y"'
const id = (number: number) => `01K${String(number).padStart(23, '0')}`

export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'no mail': { kind: 'nothing' },
  'a mail among colleagues': { kind: 'colleague', sender: { name: '赵敏', address: 'mia.zhao@bluewhale.example' } },
  'a mail of nobody': { kind: 'colleague', sender: null },
  'an unknown sender': unknown({ name: 'Ana Souza', address: 'ana@nova.example' }, 'Solar lanterns'),
  'an unknown sender with a hostile name': unknown({ name: HOSTILE, address: 'a&b@<nova>.example' }, HOSTILE),
  'a mail without a sender': unknown(null, ''),
  'an inquiry made of the mail': unknown({ name: 'محمد', address: 'm@nova.example' }, 'مصابيح', anInquiry()),
  'two customers that fit': several(2),
  'more customers than fit a glance': several(9),
  'a customer without orders': customer(),
  'a customer with one order': customer({ orders: orders(1), openOrders: 1 }),
  'a customer with too much of everything': customer({
    orders: orders(6),
    openOrders: 14,
    money: ['USD', 'EUR', 'GBP', 'CNY'].map((currency) => ({ currency, open_amount: 1_234_500 })),
    installments: installments(6),
    due: installments(16),
    timeline: timeline(6, 'Called about the lanterns'),
  }),
  'an order opened by name': customer({
    asked: { ...anOrder({ id: id(99), customer_id: id(1) }), exec_status: 'closed', status: 'on_hold' },
    orders: orders(2),
    openOrders: 2,
    match: { by: 'record' },
    contact: null,
    owner: null,
  }),
  'a customer whose every name is hostile': customer({
    customer: aCustomer({ id: id(1), name: HOSTILE, city: HOSTILE, payment_term: HOSTILE, default_place: HOSTILE }),
    contact: aContact({ id: id(2), customer_id: id(1), full_name: HOSTILE, title: '\u202Eevil', emails: [HOSTILE] }),
    match: { by: 'domain', domain: HOSTILE, address: HOSTILE },
    owner: { id: id(3), alias: HOSTILE, display_name: HOSTILE },
    orders: orders(3).map((order) => ({ ...order, doc_no: `${HOSTILE} ${order.doc_no}`, named_place: HOSTILE })),
    openOrders: 3,
    timeline: timeline(3, HOSTILE),
  }),
  'own fields, filled in by somebody hostile': customer({
    customer: aCustomer({ id: id(1), custom: filledIn(HOSTILE) }),
    contact: aContact({ id: id(2), customer_id: id(1), custom: filledIn('\u202Eevil') }),
    orders: orders(2).map((order) => ({ ...order, custom: filledIn(HOSTILE) })),
    openOrders: 2,
  }),
  'an inquiry with own fields': unknown({ name: 'محمد', address: 'm@nova.example' }, 'مصابيح', {
    ...anInquiry(),
    custom: filledIn('مصابيح'),
  }),
}

/** A customer and orders with as many own fields as a firm may have, all of them filled in. */
export const EVERY_FIELD: Situation = customer({
  customer: aCustomer({ id: id(1), custom: { ...filledIn('x'), ...sixty((at) => `value ${at}`) } }),
  orders: orders(6).map((order) => ({ ...order, custom: sixty((at) => `value ${at}`) })),
  openOrders: 6,
})

export const SIXTY_FIELDS = firmFields(
  (['customer', 'order'] as const).flatMap((entity) =>
    Object.keys(sixty(String)).map((key, at) => aDefinition({ entity, key, label_en: `Own ${at}` })),
  ),
)

function sixty(value: (at: number) => string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field_${at}`, value(at)]))
}

/** The fields of a firm with one of every kind in every place, called as nobody should call them. */
const FIELDS = firmFields(
  (['customer', 'contact', 'inquiry', 'order'] as const).flatMap((entity) =>
    ONE_OF_EACH.map((one) => ({
      ...one,
      entity,
      label_en: `${HOSTILE} ${one.key}`,
      label_zh: `\u202E${one.key}`,
      options: one.options && [HOSTILE, ...one.options],
      required: one.kind === 'choice',
    })),
  ),
)

function filledIn(text: string): Readonly<Record<string, unknown>> {
  return {
    a_text: text,
    some_lines: `${text}\n${text}`,
    a_number: -12_500,
    a_choice: HOSTILE,
    a_date: '2026-10-20',
    an_amount: 123_450,
    some_yen: 1_234,
    yes_or_no: false,
  }
}

/** The panel of a situation, as one of the staff sees it on 2026-10-20 at 09:00 in Shanghai. */
export const panelFor = (situation: Situation, language: Language, fields = FIELDS): Panel =>
  situationPanel(situation, {
    language,
    now: NOW,
    today: '2026-10-20',
    timezone: 'Asia/Shanghai',
    currency: 'CNY',
    viewer: { id: id(3), alias: HOSTILE },
    access: accessOf(['gm']),
    fields,
  })

function unknown(
  sender: { name: string; address: string } | null,
  subject: string,
  inquiry: Inquiry | null = null,
  takenBy: string | null = null,
): Situation {
  return {
    kind: 'unknown',
    mail: { sender, subject, key: '<1@nova.example>', sentAt: NOW - 3_600_000 },
    inquiry,
    takenBy,
  }
}

function several(count: number): Situation {
  const candidates = Array.from({ length: count }, (_, at) => ({
    id: id(at),
    name: at === 1 ? HOSTILE : `Firm ${at}`,
    country: 'BR',
    owner: at === 0 ? null : `Owner ${at}`,
    because: at % 2 === 0 ? ('address' as const) : ('domain' as const),
  }))
  return { kind: 'several', sender: { name: 'Ana Souza', address: 'ana@nova.example' }, candidates, others: [] }
}

function customer(given: Partial<CustomerFile> = {}): Situation {
  return {
    kind: 'customer',
    file: {
      customer: aCustomer({ id: id(1) }),
      owner: { id: id(3), alias: 'Mia Zhao', display_name: '赵敏' },
      match: { by: 'address', address: 'thiago.nunes@trilhasul.example' },
      contact: aContact({ id: id(2), customer_id: id(1) }),
      orders: [],
      asked: null,
      openOrders: 0,
      money: [],
      installments: [],
      due: [],
      timeline: [],
      requests: [],
      ...given,
    },
  }
}

/** Orders at every stage of their way. */
function orders(count: number) {
  return Array.from({ length: count }, (_, at) =>
    anOrder({ id: id(10 + at), customer_id: id(1), exec_status: EXECUTION[(at + 3) % EXECUTION.length] ?? 'ready' }),
  )
}

/** Installments around today; the first holds the loading of its order back. */
function installments(count: number): OpenInstallment[] {
  return Array.from({ length: count }, (_, at) => ({
    ...anInstallment({
      id: id(30 + at),
      order_id: id(10 + at),
      customer_id: id(1),
      due_date: `2026-10-${10 + at}`,
      guards: at === 0 ? 'loading' : null,
    }),
    order_no: `SO-${at}`,
  }))
}

function timeline(count: number, subject: string) {
  return Array.from({ length: count }, (_, at) =>
    anInteraction({
      id: id(50 + at),
      customer_id: id(1),
      occurred_at: NOW - at * 86_400_000,
      subject,
      snippet: `${subject} ${at}`,
    }),
  )
}

function anInquiry(): Inquiry {
  const { version, created_at, created_by, updated_at, updated_by, source, custom } = aCustomer({ id: id(1) })
  return {
    id: id(60),
    version,
    created_at,
    created_by,
    updated_at,
    updated_by,
    source,
    custom,
    doc_no: 'INQ-2026-0042',
    channel: 'email',
    status: 'received',
    received_at: NOW,
    customer_id: null,
    owner_id: null,
    team_id: null,
    claimed_at: null,
    company_name: null,
    contact_name: 'محمد',
    email: 'm@nova.example',
    country: null,
    subject: 'مصابيح',
    message: null,
    message_id: '<1@nova.example>',
  }
}
