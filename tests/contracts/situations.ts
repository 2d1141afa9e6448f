import { accessOf } from '#shared/access/access.ts'
import { SUBTREE, TEAM } from '#shared/access/standing.ts'
import type { Home, Opened } from '#shared/customer/home.ts'
import type { Claim, CustomerFile, InquirySituation, OpenInstallment, Situation } from '#shared/customer/situation.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { Language } from '#shared/i18n/language.ts'
import { EXECUTION } from '#shared/order/execution.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { firmFields } from '#shared/record/firm-fields.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { aContact, aCustomer, anInquiry, anInstallment, anInteraction, anOrder } from '../fixtures/builders.ts'
import { aDealFile, DEAL, MIA, published, standingAt } from '../fixtures/deal-file.ts'
import { aDefinition, ONE_OF_EACH } from '../fixtures/own-fields.ts'
import { EVERYTHING, recents, recentsOfEach } from '../fixtures/recents.ts'
import { a } from '../fixtures/road.ts'

/** What may stand behind a mail, from nothing to too much, with the names that people do have and that attackers choose. */

const NOW = Date.parse('2026-10-20T01:00:00Z')
const HOUR_MS = 3_600_000
const HOSTILE = '<b>x</b> &amp; "y"'
const id = (number: number) => `01K${String(number).padStart(23, '0')}`

const OF_MAIL = anInquiry({ id: id(60), contact_name: 'محمد', subject: 'مصابيح', message_id: '<1@nova.example>' })

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

export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'no mail, and nothing to do': home(),
  'no mail, and a little to do': home({
    requests: [
      {
        id: id(80),
        version: 1,
        asked_by: id(81),
        asked_at: NOW - HOUR_MS,
        reason: HOSTILE,
        wanted: 'shared',
        asker: HOSTILE,
        customer: { id: id(1), name: HOSTILE },
        standing: SUBTREE,
      },
    ],
    given: [anInquiry({ id: id(61), received_at: NOW - 20 * HOUR_MS })],
    mails: mails(2, 'Re: lanterns'),
    deadlines: dueOrders(2),
    deadlineCount: 2,
    recent: opened('Trilha Sul', 3),
  }),
  'no mail, and more to do than can be read': home({
    given: inquiries(6),
    pooled: inquiries(16).slice(6),
    mails: mails(8, 'Re: lanterns'),
    deadlines: dueOrders(6),
    deposits: installments(6).map((part) => ({ ...part, guards: 'production_start' as const })),
    deadlineCount: 15,
    recent: opened('Trilha Sul', 6),
  }),
  'no mail, and every name is hostile': home({
    pooled: inquiries(2).map((one) => ({
      ...one,
      company_name: HOSTILE,
      subject: HOSTILE,
      doc_no: HOSTILE,
      country: '<',
    })),
    mails: mails(2, HOSTILE),
    deadlines: dueOrders(1).map((order) => ({ ...order, doc_no: HOSTILE, customer_name: '\u202Eevil' })),
    deadlineCount: 1,
    recent: opened(HOSTILE, 2),
  }),
  'an inquiry of nobody': inquiry({}),
  'an inquiry that somebody has': inquiry(
    { status: 'claimed', owner_id: id(3), customer_id: id(1), message: 'Please quote 300 fire bowls.\n'.repeat(20) },
    {
      owner: { id: id(3), alias: 'Mia Zhao', display_name: '赵敏' },
      customer: { id: id(1), name: 'Trilha Sul Comércio Ltda.' },
    },
  ),
  'an inquiry whose every name is hostile': inquiry(
    {
      company_name: HOSTILE,
      contact_name: '\u202Eevil',
      email: HOSTILE,
      subject: HOSTILE,
      message: HOSTILE,
      doc_no: HOSTILE,
      received_at: NOW - 100 * HOUR_MS,
    },
    { team: HOSTILE, customer: { id: id(1), name: HOSTILE } },
  ),
  'a mail among colleagues': { kind: 'colleague', sender: { name: '赵敏', address: 'mia.zhao@bluewhale.example' } },
  'a mail of nobody': { kind: 'colleague', sender: null },
  'a deal that waits': { kind: 'deal', deal: deal('lead', 'RFQ: camp chairs') },
  'a deal whose every name is hostile, in the middle of everything': {
    kind: 'deal',
    deal: deal('production', HOSTILE),
  },
  'a deal that somebody sees a part of': { kind: 'deal', deal: { ...deal('production', HOSTILE), unseen: true } },
  'a deal whose stage asks for fields of its own': { kind: 'deal', deal: asking() },
  'a deal without a road': { kind: 'deal', deal: { ...deal('production', 'x'), road: null } },
  'a customer with a deal': { ...customer({ orders: orders(2), openOrders: 2 }), deal: deal('contract', HOSTILE) },
  'an unknown sender': unknown({ name: 'Ana Souza', address: 'ana@nova.example' }, 'Solar lanterns'),
  'an unknown sender with a hostile name': unknown({ name: HOSTILE, address: 'a&b@<nova>.example' }, HOSTILE),
  'a mail without a sender': unknown(null, ''),
  'an inquiry made of the mail': unknown({ name: 'محمد', address: 'm@nova.example' }, 'مصابيح', OF_MAIL),
  'an inquiry made of the mail, that waits to be claimed': unknown(
    { name: HOSTILE, address: 'm@nova.example' },
    'Lanterns',
    { ...OF_MAIL, standing: TEAM },
  ),
  'an inquiry that a colleague has': unknown({ name: 'Ana', address: 'ana@nova.example' }, 'x', null, HOSTILE),
  'a mail that is not part of one’s post': { kind: 'closed' },
  'a customer of a colleague': taken({ owner: HOSTILE, asked: false }),
  'a customer of a colleague, asked for': taken({ owner: 'Mia Zhao', asked: true }),
  'a customer of nobody': taken({ owner: null, asked: false }),
  'two customers that fit': several(2),
  'customers that fit, and colleagues’ among them': several(4, [HOSTILE, null, 'Leo Sun']),
  'more customers than fit a glance': several(9),
  'a customer without orders': customer(),
  'a customer with one order': customer({ orders: orders(1), openOrders: 1 }),
  'a customer with too much of everything': customer({
    orders: orders(6),
    openOrders: 14,
    money: ['USD', 'EUR', 'GBP', 'CNY'].map(openMoney),
    installments: installments(6),
    due: installments(16),
    timeline: timeline(6, 'Called about the lanterns'),
    timelineNext: { at: NOW, id: id(40) },
    recents: recentsOfEach(6, 9, EVERYTHING),
  }),
  'a customer with a little of everything, and one page of the calls': customer({
    customer: {
      ...aCustomer({ id: id(1), potential: 'high', remark: 'Buys for spring.' }),
      credit_limit: 1_000_000,
      credit_currency: 'USD',
    },
    money: [openMoney('EUR')],
    timeline: timeline(2, 'Called'),
    timelinePage: { kind: 'call', before: { at: NOW, id: id(40) } },
    timelineNext: { at: NOW - HOUR_MS, id: id(41) },
    recents: recentsOfEach(1, 0),
  }),
  'a customer with whom everything recent is hostile': customer({
    recents: recentsOfEach(3, 0, {
      full_name: HOSTILE,
      title: HOSTILE,
      emails: [HOSTILE],
      doc_no: HOSTILE,
      subject: HOSTILE,
      description: '\u202Eevil',
      number: HOSTILE,
      status: HOSTILE,
      kind: HOSTILE,
      courier: HOSTILE,
      dispatched_at: '2026-10-01',
    }),
  }),
  'an order opened by name': customer({
    asked: { ...anOrder({ id: id(99), customer_id: id(1) }), exec_status: 'closed', status: 'on_hold' },
    orders: orders(2),
    openOrders: 2,
    match: { by: 'record' },
    contact: null,
    owner: null,
  }),
  'a mail that may be fraud': {
    ...several(1, ['Mia Zhao']),
    warnings: [
      {
        kind: 'look_alike',
        domain: HOSTILE,
        how: 'same_looks',
        known: { domain: 'trilhasul.example', customer: HOSTILE, phone: HOSTILE },
        owner: HOSTILE,
        ownerId: null,
      },
      { kind: 'reply_to', from: 'a@b.example', replyTo: HOSTILE, freemail: true },
      { kind: 'name_shows_other', shown: HOSTILE, address: HOSTILE },
      { kind: 'bank_change', suspect: true },
      { kind: 'new_address', address: HOSTILE },
    ],
  },
  'an order without its customer': {
    kind: 'order',
    file: {
      asked: anOrder({ id: id(10), customer_id: id(1) }),
      orders: [],
      openOrders: null,
      installments: installments(1),
    },
  },
  'a customer whom colleagues ask to share': customer({
    requests: [HOSTILE, 'Leo Sun', 'Helen He'].map((asker, at) => ({
      id: id(80 + at),
      version: 1,
      asked_by: id(90 + at),
      asked_at: NOW - at * 60_000,
      wanted: 'shared',
      reason: at === 1 ? null : `${HOSTILE}\nsecond line`,
      asker,
    })),
  }),
  'a customer whose every name is hostile': customer({
    customer: aCustomer({ id: id(1), name: HOSTILE, city: HOSTILE, payment_term: HOSTILE, default_place: HOSTILE }),
    contact: aContact({ id: id(2), customer_id: id(1), full_name: HOSTILE, title: '\u202Eevil', emails: [HOSTILE] }),
    match: { by: 'domain', found: HOSTILE, confidence: 'likely', address: HOSTILE },
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
    ...OF_MAIL,
    custom: filledIn('مصابيح'),
  }),
  'an inquiry with own fields, opened by itself': inquiry({ custom: filledIn(HOSTILE) }),
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
    desk: 'https://quayside.example',
    domains: ['bluewhale-outdoor.example'],
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

function taken(claim: Claim): Situation {
  const sender = { name: HOSTILE, address: 'ana@nova.example' }
  return { kind: 'taken', customerId: id(1), sender, claim }
}

function several(count: number, others: readonly (string | null)[] = []): Situation {
  const candidates = Array.from({ length: count }, (_, at) => ({
    id: id(at),
    name: at === 1 ? HOSTILE : `Firm ${at}`,
    country: 'BR',
    owner: at === 0 ? null : `Owner ${at}`,
    rung: at % 2 === 0 ? ('address' as const) : ('domain' as const),
    found: at === 1 ? HOSTILE : 'nova.example',
    confidence: at % 2 === 0 ? ('certain' as const) : ('likely' as const),
  }))
  return {
    kind: 'several',
    sender: { name: 'Ana Souza', address: 'ana@nova.example' },
    candidates,
    others: others.map((owner, at) => ({ customerId: id(900 + at), owner, asked: false })),
  }
}

/** Not due, and late by every bucket. */
function openMoney(currency: string) {
  const dues = [null, '2026-11-30', '2026-10-01', '2026-09-01', '2026-08-01', '2026-01-01'].map(
    (due) => [due, 205_750] as const,
  )
  return { currency, open_amount: 1_234_500, dues, at_risk: 411_500 }
}

function customer(given: Partial<CustomerFile> = {}): Situation {
  return {
    kind: 'customer',
    file: {
      customer: aCustomer({ id: id(1) }),
      owner: { id: id(3), alias: 'Mia Zhao', display_name: '赵敏' },
      match: {
        by: 'address',
        found: 'thiago.nunes@trilhasul.example',
        confidence: 'certain',
        address: 'thiago.nunes@trilhasul.example',
      },
      contact: aContact({ id: id(2), customer_id: id(1) }),
      orders: [],
      asked: null,
      openOrders: 0,
      money: [],
      installments: [],
      due: [],
      timeline: [],
      requests: [],
      recents: recents(),
      ...given,
    },
  }
}

/** A deal with steps, things that it waits for, something to approve, and a history. */
function deal(stage: string, name: string): DealFile {
  const of = { deal_id: DEAL, customer_id: id(1), doc_no: name }
  const contract = a.contract({
    id: id(203),
    ...of,
    status: 'pending_approval',
    amount: 1_234_500,
    currency: 'USD',
    named_place: name,
    quotation_id: id(201),
  })
  const made = Array.from({ length: 9 }, (_, at) =>
    a.production_order({
      id: id(210 + at),
      ...of,
      doc_no: `${name} ${at}`,
      order_id: id(10),
      status: at % 2 ? 'running' : 'planned',
    }),
  )
  const file = aDealFile({
    deal: {
      subject: name,
      doc_no: name,
      standing: SUBTREE,
      state: { ...standingAt(stage), passed: [{ node: 'start', entered: 0, left: NOW, by: id(3), via: 'start-lead' }] },
    },
    people: { [MIA]: name, [id(3)]: name },
    fields: FIELDS,
    parts: {
      inquiry: [anInquiry({ id: id(200), ...of, status: 'claimed', claimed_at: NOW })],
      quotation: [a.quotation({ id: id(201), ...of, status: 'negotiating' })],
      quotation_line: [
        a.quotation_line({ id: id(202), quotation_id: id(201), description: name, unit_price: 1_234_567 }),
      ],
      contract: [contract],
      production_order: made,
      task: [a.task({ id: id(230), deal_id: DEAL, title: name })],
      approval: [
        a.approval({
          id: id(204),
          deal_id: DEAL,
          policy: 'contract',
          subject_type: 'contract',
          subject_id: id(203),
          requested_by: MIA,
          requested_at: NOW,
          due_at: NOW + HOUR_MS,
          steps: [{ name: null, mode: 'any', approvers: [{ role: 'gm' }], decisions: [] }],
        }),
      ],
    },
  })
  return file
}

/** A stage that asks for a field of every kind, called as nobody should call them. */
function asking(): DealFile {
  const form = (['text', 'lines', 'number', 'choice', 'date', 'money', 'boolean'] as const).map((kind) => ({
    key: `a_${kind}`,
    label: { en: `${HOSTILE} ${kind}`, 'zh-CN': `\u202E${kind}` },
    kind,
    required: kind === 'choice',
    ...(kind === 'choice' ? { options: [HOSTILE, 'b'] } : {}),
    ...(kind === 'money' ? { currency: 'JPY' } : {}),
  }))
  const road = {
    key: 'asking',
    version: 1,
    name: HOSTILE,
    subject: 'deal',
    nodes: [
      { key: 'start', type: 'start' },
      { key: 'talk', type: 'stage', name: HOSTILE, form },
      { key: 'done', type: 'end' },
    ],
    edges: [
      { from: 'start', to: 'talk' },
      { from: 'talk', to: 'done', label: HOSTILE, confirm: HOSTILE },
    ],
  }
  const state = { ...standingAt('talk'), data: { a_text: HOSTILE, a_money: 1_234, a_choice: HOSTILE } }
  return aDealFile({
    deal: { workflow: 'asking', workflow_version: 1, state, standing: SUBTREE },
    published: [published(road)],
    fields: FIELDS,
  })
}

function home(given: Partial<Home> = {}): Situation {
  return {
    kind: 'home',
    home: {
      requests: [],
      tasks: [],
      given: [],
      pooled: [],
      mails: [],
      deadlines: [],
      deposits: [],
      deadlineCount: 0,
      recent: [],
      ...given,
    },
  }
}

/** Some too late, some soon, from places near and far and one from nowhere. */
function inquiries(count: number): Inquiry[] {
  return Array.from({ length: count }, (_, at) =>
    anInquiry({
      id: id(60 + at),
      received_at: NOW - at * 4 * HOUR_MS,
      country: ['US', 'DE', 'JP', null][at % 4] ?? null,
      company_name: at % 3 === 0 ? null : `Firm ${at}`,
    }),
  )
}

function mails(count: number, subject: string): Home['mails'] {
  return Array.from({ length: count }, (_, at) => ({
    customer: {
      id: id(100 + at),
      name: `${subject} ${at}`,
      country: 'BR',
      timezone: at % 2 === 0 ? 'America/Sao_Paulo' : 'Pacific/Auckland',
    },
    subject,
    since: NOW - at * HOUR_MS,
  }))
}

function dueOrders(count: number): Home['deadlines'] {
  return orders(count).map((order, at) => ({
    ...order,
    next_due: `2026-10-${10 + at}`,
    customer_name: 'Trilha Sul Comércio Ltda.',
  }))
}

function opened(name: string, count: number): Opened[] {
  return Array.from({ length: count }, (_, at) =>
    at % 2 === 0
      ? { type: 'customer', id: id(1 + at), name, country: 'BR', timezone: 'America/Sao_Paulo' }
      : { type: 'order', id: id(1 + at), doc_no: `SO-${at}`, exec_status: 'ready', customer_name: name },
  )
}

function inquiry(given: Partial<Inquiry>, of: Partial<Omit<InquirySituation, 'kind' | 'inquiry'>> = {}): Situation {
  return {
    kind: 'inquiry',
    inquiry: anInquiry({ id: id(60), ...given }),
    owner: null,
    team: null,
    customer: null,
    ...of,
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
