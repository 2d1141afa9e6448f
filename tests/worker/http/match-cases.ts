import type { Message } from '#shared/api.ts'

/** What a mail comes to: the customer it is linked to, the choice it leaves, or neither. */
export type Outcome =
  | { readonly linked: string; readonly why: string }
  | { readonly choose: readonly string[] }
  /** Nothing is linked; what might be it is named. */
  | { readonly unknown: readonly string[] }
  | { readonly colleague: true }

export type MatchCase = readonly [name: string, mail: Message, outcome: Outcome]

const at = (address: string, name?: string) => ({ address, ...(name ? { name } : {}) })
const US = at('wendy@bluewhale-outdoor.example', 'Wendy')
const from = (address: string, more: Omit<Message, 'from'> = {}, name?: string): Message => ({
  from: at(address, name),
  to: [US],
  subject: 'Hello',
  ...more,
})
const said = (subject: string, more: Omit<Message, 'subject'> = {}): Message => ({
  from: at('stranger@elsewhere.example'),
  to: [US],
  subject,
  ...more,
})

const TRILHA = 'Trilha Sul Comércio Ltda.'
const BAUMANN = 'Gartenwelt Baumann GmbH & Co. KG'
const NORTE = 'Acampar Norte S.A.'
const MULLER = 'Müller Outdoor AG'
const ROSA = 'Rosa Artesanía'
const [UNO, DOS] = ['Agencia Uno', 'Agencia Dos']
const [EAST, WEST] = ['Holding East', 'Holding West']

const linked = (customer: string, why: string): Outcome => ({ linked: customer, why })
const address = (customer: string) => linked(customer, 'Recognised by this address')
const alias = (customer: string) => linked(customer, 'Recognised by another address')
const domain = (customer: string) => linked(customer, 'is known · likely')
const number = (customer: string) => linked(customer, 'in the subject · likely')
const thread = (customer: string) => linked(customer, 'The thread is on file with this customer · likely')
const copied = (customer: string) => linked(customer, 'takes part · likely')
const choose = (...customers: string[]): Outcome => ({ choose: customers })
const nobody: Outcome = { unknown: [] }
const perhaps = (...customers: string[]): Outcome => ({ unknown: customers })

const THIAGO = 'thiago.nunes@trilhasul.example'
const JURGEN = 'j.brueggemann@gartenwelt-baumann.example'

/** Rows 13 to 21 and 42 of the table of peers, and what their users complain of; each is looked at through the real store. */
export const MATCH_CASES: readonly MatchCase[] = [
  // 13: the sender
  ['the exact address', from(THIAGO), address(TRILHA)],
  ['in capitals', from('Thiago.NUNES@TrilhaSul.EXAMPLE'), address(TRILHA)],
  ['in full-width letters', from('ｔｈｉａｇｏ．ｎｕｎｅｓ＠ｔｒｉｌｈａｓｕｌ．ｅｘａｍｐｌｅ'), address(TRILHA)],
  ['with space around it', from('  thiago.nunes@trilhasul.example '), address(TRILHA)],
  ['of freemail, when it is somebody’s own', from('rosa.artesania@gmail.com'), address(ROSA)],
  ['of freemail, another person of the same provider', from('rosa.artesania2@gmail.com'), nobody],
  ['with a plus, when that is theirs', from('rosa+orders@gmail.com'), alias(ROSA)],
  ['with a plus that nobody has: another address', from('rosa+other@gmail.com'), nobody],
  ['in Punycode where Unicode is on file', from('info@xn--mller-outdoor-wob.example'), address(MULLER)],
  ['in Unicode', from('info@müller-outdoor.example'), address(MULLER)],
  ['nobody known', from('a@nowhere.example'), nobody],
  ['broken', from('not an address'), nobody],
  ['missing', { subject: 'Hello' }, nobody],
  // 14: every To and Cc
  ['we wrote to them', { from: US, to: [at(THIAGO)], subject: 'x' }, address(TRILHA)],
  [
    'we wrote to them in Cc alone',
    { from: US, to: [at('d@bluewhale-outdoor.example')], cc: [at(JURGEN)], subject: 'x' },
    address(BAUMANN),
  ],
  ['we wrote to two customers', { from: US, to: [at(THIAGO), at(JURGEN)], subject: 'x' }, choose(BAUMANN, TRILHA)],
  ['a stranger writes with their buyer in Cc', from('ops@forwarder.example', { cc: [at(THIAGO)] }), copied(TRILHA)],
  [
    'a stranger writes with their buyer in To',
    from('ops@forwarder.example', { to: [US, at(JURGEN)] }),
    copied(BAUMANN),
  ],
  [
    'a stranger writes with two customers in Cc',
    from('ops@forwarder.example', { cc: [at(THIAGO), at(JURGEN)] }),
    choose(BAUMANN, TRILHA),
  ],
  [
    'a stranger writes with somebody of a customer’s in Cc',
    from('ops@forwarder.example', { cc: [at('new@trilhasul.example')] }),
    perhaps(TRILHA),
  ],
  ['a customer writes with another in Cc', from(THIAGO, { cc: [at(JURGEN)] }), address(TRILHA)],
  [
    'somebody new of one customer with another’s person in Cc',
    from('new@trilhasul.example', { cc: [at(JURGEN)] }),
    choose(TRILHA, BAUMANN),
  ],
  [
    'a colleague of the writer in Cc changes nothing',
    from(THIAGO, { cc: [at('financeiro@trilhasul.example')] }),
    address(TRILHA),
  ],
  [
    'the eighth in Cc still counts',
    from('ops@forwarder.example', {
      cc: [...Array.from({ length: 7 }, (_, i) => at(`p${i}@forwarder.example`)), at(THIAGO)],
    }),
    copied(TRILHA),
  ],
  [
    'among colleagues',
    { from: US, to: [at('d@bluewhale-outdoor.example')], subject: 'PI-2026-0412' },
    { colleague: true },
  ],
  // 15: the domain of a company
  ['somebody new of a known domain', from('compras@trilhasul.example'), domain(TRILHA)],
  ['of a subdomain', from('compras@mail.trilhasul.example'), domain(TRILHA)],
  ['of the customer’s second domain', from('x@acampar-norte.example'), domain(NORTE)],
  ['of a domain in Punycode', from('new@xn--mller-outdoor-wob.example'), domain(MULLER)],
  ['of a domain that two customers share', from('x@holding.example'), choose(EAST, WEST)],
  ['of a marketplace: it names no company', from('noreply@notify.tradeplaza.example'), nobody],
  ['of our own name elsewhere', from('sales@bluewhale-outdoor.example', { to: [US] }), { colleague: true }],
  ['a domain that merely ends like one', from('x@nottrilhasul.example'), nobody],
  ['a known domain as subdomain of another', from('x@trilhasul.example.mails.example'), nobody],
  // 16: a thread on file, 25: replies follow
  [
    'an answer to a filed mail, from a new address',
    said('Re: x', { inReplyTo: '<norte-1@acampar.example>' }),
    thread(NORTE),
  ],
  [
    'further down in a filed thread',
    said('Re: x', { references: ['<zero@x.example>', '<norte-1@acampar.example>'], inReplyTo: '<z@x.example>' }),
    thread(NORTE),
  ],
  ['the filed mail itself', said('x', { messageId: '<norte-1@acampar.example>' }), thread(NORTE)],
  ['a reference nobody filed', said('Re: x', { references: ['<other@x.example>'] }), nobody],
  [
    'a known sender in another’s thread is themselves',
    from(THIAGO, { inReplyTo: '<norte-1@acampar.example>' }),
    address(TRILHA),
  ],
  [
    'a new person of one customer in another’s thread',
    from('new@trilhasul.example', { inReplyTo: '<norte-1@acampar.example>' }),
    choose(NORTE, TRILHA),
  ],
  [
    'a thread tells between two with one address',
    from('agent@agencia.example', { inReplyTo: '<agent-2@agencia.example>' }),
    address(DOS),
  ],
  ['empty references', said('x', { references: [''], inReplyTo: '' }), nobody],
  // 17: numbers in the subject
  ['our order’s number', said('Re: PI-2026-0412 - shipping marks'), number(TRILHA)],
  ['in small letters', said('pi-2026-0412?'), number(TRILHA)],
  ['between Chinese', said('关于订单PI-2026-0412的尾款'), number(TRILHA)],
  ['in full-width characters', said('ＰＩ－２０２６－０４１２'), number(TRILHA)],
  ['as the buyer spaces it', said('PI 2026-0412 deposit'), number(TRILHA)],
  ['as a piece of a longer number', said('PI-2026-04127'), nobody],
  ['with a letter before it', said('XPI-2026-0412'), nobody],
  ['a quotation’s, with its version', said('QT-2026-0077 v2'), number(NORTE)],
  ['a contract’s', said('Contract SC-2026-0009 signed'), number(MULLER)],
  ['the buyer’s own', said('Your delivery for PO 4500012345'), number(BAUMANN)],
  ['the buyer’s own, with a hash', said('PO#4500012345/urgent'), number(BAUMANN)],
  ['a bill of lading’s', said('Arrival notice B/L COSU6337214770'), number(BAUMANN)],
  ['a bill of lading’s, written otherwise', said('BL MAEU229017733'), number(BAUMANN)],
  ['a booking’s', said('Booking confirmation EBKG05512345'), number(BAUMANN)],
  ['a container’s', said('CSQU 305438-3 gated out'), number(BAUMANN)],
  ['a shipment’s', said('SH-2026-0031 draft B/L'), number(BAUMANN)],
  ['a short one that stands anywhere', said('1043 chairs, please quote'), perhaps(TRILHA)],
  ['a year and a price', said('Price list 2026, 4500.00 USD'), nobody],
  ['one that two customers’ orders bear', said('PO-77/A-1020'), choose(DOS, UNO)],
  ['two numbers of two customers', said('PI-2026-0412 and PI-2026-0500'), choose(BAUMANN, TRILHA)],
  ['two numbers of one', said('PI-2026-0500 / 4500012345'), number(BAUMANN)],
  ['a known sender speaks of another’s order', from(THIAGO, { subject: 'PI-2026-0500' }), address(TRILHA)],
  [
    'a number tells between two with one address',
    from('agent@agencia.example', { subject: 'PI-2026-0601' }),
    address(UNO),
  ],
  ['nothing tells between two with one address', from('agent@agencia.example'), choose(DOS, UNO)],
  [
    'a new person of one speaks of another’s order',
    from('new@trilhasul.example', { subject: 'PI-2026-0500' }),
    choose(BAUMANN, TRILHA),
  ],
  // 19: further and former addresses
  ['a further address', from('jb.baumann@web.de'), alias(BAUMANN)],
  ['a former address', from('juergen@baumann-alt.example'), alias(BAUMANN)],
  // who wrote it first
  [
    'a colleague forwards their mail',
    { from: US, to: [at('leo@bluewhale-outdoor.example')], forwarded: at(JURGEN), subject: 'Fwd: x' },
    address(BAUMANN),
  ],
  [
    'a colleague forwards somebody new of theirs',
    {
      from: US,
      to: [at('leo@bluewhale-outdoor.example')],
      forwarded: at('neu@gartenwelt-baumann.example'),
      subject: 'x',
    },
    domain(BAUMANN),
  ],
  ['a stranger forwards their mail', from('x@elsewhere.example', { forwarded: at(JURGEN) }), copied(BAUMANN)],
  [
    'a form of ours names them in Reply-To',
    { from: at('webform@bluewhale-outdoor.example'), to: [US], replyTo: [at(THIAGO)], subject: 'x' },
    linked(TRILHA, 'Recognised by this address · likely'),
  ],
  [
    'a marketplace names them in Reply-To',
    from('noreply@notify.tradeplaza.example', { replyTo: [at('buyer+88213047@buyers.tradeplaza.example')] }),
    linked(EAST, 'Recognised by this address · likely'),
  ],
  ['anybody may write a Reply-To: it links nothing', from('x@elsewhere.example', { replyTo: [at(THIAGO)] }), nobody],
  // the name is never enough
  ['the name of a customer', from('sales@unknown.example', {}, 'Gartenwelt Baumann GmbH'), perhaps(BAUMANN)],
  [
    'a person’s name with their firm’s',
    from('sales@unknown.example', {}, 'Jürgen - Gartenwelt Baumann'),
    perhaps(BAUMANN),
  ],
  ['the name, from another country', from('sales@unknown.fr', {}, 'Gartenwelt Baumann GmbH'), nobody],
  ['the name, from its country', from('sales@unknown.de', {}, 'Gartenwelt Baumann GmbH'), perhaps(BAUMANN)],
  [
    'C22: an order and a thread of two customers',
    said('PI-2026-0412', { inReplyTo: '<norte-1@acampar.example>' }),
    choose(NORTE, TRILHA),
  ],
  // look-alikes are never linked by what they say
  [
    'mail 11: a look-alike that knows an order',
    from('thiago.nunes@trilhasu1.example', {
      subject: 'Re: PI-2026-0412 - bank details',
      replyTo: [at('thiago.nunes.trilha@freemail.example')],
    }),
    perhaps(TRILHA),
  ],
  [
    'a look-alike in a filed thread',
    from('lucia@acarnpar-norte.example', { inReplyTo: '<norte-1@acampar.example>' }),
    perhaps(NORTE),
  ],
  ['a look-alike with the customer in Cc', from('x@trilhasu1.example', { cc: [at(THIAGO)] }), perhaps(TRILHA)],
  ['a short name one letter away is another firm', from('joe@abd.example'), nobody],
]
