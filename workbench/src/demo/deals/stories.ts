import { lineTotal } from '#shared/order/line-total.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { addDays, dateOfDay } from '#shared/time/civil-date.ts'
import type { Contact, Customer, Inquiry, PaymentTerm, TypeName } from '#shared/trade/index.ts'
import type { Firm } from '../firm.ts'
import type { TermKey } from '../payment-terms.ts'
import type { House, StaffKey } from '../staff.ts'
import { productOf } from '../words/products.ts'
import { termId } from './house-data.ts'
import { Story, type When } from './story.ts'

/** Everything that a deal of the demo can be told of. */
export interface Told {
  readonly firm: Firm
  readonly house: House
  readonly terms: readonly PaymentTerm[]
  readonly numbers: (type: TypeName) => string
}

interface Buyer {
  readonly customer: Customer
  readonly contact: Contact | null
}

type Row = { readonly type: TypeName; readonly row: AnyRecord }

/** Each open inquiry is the beginning of a deal; it stands where the inquiry has brought it. */
export function inquiryDeals(told: Told, inquiries: readonly Inquiry[]): Row[] {
  return inquiries.flatMap((inquiry) => {
    const when: When = {
      ago: Math.max(0, Math.floor((told.firm.now - inquiry.received_at) / 86_400_000)),
      by: 'fang.yuan',
    }
    const story = new Story(
      { ...told, key: `inquiry/${inquiry.doc_no}`, customer: null },
      {
        subject: inquiry.subject.slice(0, 200),
        inquiry_id: inquiry.id,
        owner_id: inquiry.owner_id,
        team_id: inquiry.team_id,
        destination_country: inquiry.country,
      },
      when,
    )
    const claimed = inquiry.owner_id && !['received', 'assigned', 'pooled'].includes(inquiry.status)
    const answered = inquiry.status === 'contacted' || inquiry.status === 'qualified'
    story.adopt(
      'inquiry',
      {
        ...inquiry,
        deal_id: story.dealId,
        claimed_at: claimed ? inquiry.received_at + 3_600_000 : null,
        first_response_at: answered ? inquiry.received_at + 4 * 3_600_000 : null,
      },
      when,
    )
    return story.rows()
  })
}

/** Deals with customers, one at each place of the road before the order. */
export function customerDeals(told: Told, buyers: ReadonlyMap<string, Buyer>): Row[] {
  return [...buyers].flatMap(([key, buyer]) => (STORIES[key] ?? (() => []))(told, buyer))
}

/** The customers that have a deal in the demo, by their key. */
export const DEAL_CUSTOMERS: readonly string[] = ['granite-fork', 'bivouac-lumiere', 'oboz-polnoc', 'coolabah']

const STORIES: Readonly<Record<string, (told: Told, buyer: Buyer) => Row[]>> = {
  /** Its contract waits for the sales manager. */
  'granite-fork': (told, buyer) => {
    const story = begun(told, buyer, 'granite-fork', 'Padded chairs and tables, spring 2027', 18, 'wendy.li')
    const quotation = quoted(story, told, buyer, 'open_account', { ago: 16, by: 'wendy.li' }, [
      ['BW-C620', 2_400, 10.35],
      ['BW-T120', 900, 17.9],
    ])
    story.take('quotation', quotation, 'reply', { ago: 12, by: 'wendy.li' })
    story.take('quotation', quotation, 'accept-negotiating', { ago: 5, by: 'wendy.li' })
    const contract = contracted(story, told, buyer, quotation, 'open_account', 40_950_00, { ago: 1, by: 'wendy.li' })
    story.take('contract', contract, 'submit-draft', { ago: 1, minute: 690, by: 'wendy.li' })
    return story.rows()
  },
  /** A second version is out, and the buyer has not answered it. */
  'bivouac-lumiere': (told, buyer) => {
    const story = begun(told, buyer, 'bivouac-lumiere', 'Lanternes 800 lm, marque propre', 12, 'leo.sun')
    const lines: Lines = [
      ['BW-L800', 3_500, 5.4],
      ['BW-L400', 1_200, 3.6],
    ]
    const first = quoted(story, told, buyer, 'copy_bl', { ago: 11, by: 'leo.sun' }, lines)
    story.take('quotation', first, 'reply', { ago: 7, by: 'leo.sun' })
    quoted(
      story,
      told,
      buyer,
      'copy_bl',
      { ago: 4, by: 'leo.sun' },
      [['BW-L800', 4_000, 5.25], lines[1] as Lines[number]],
      first,
    )
    return story.rows()
  },
  /** The sample is on its way. */
  'oboz-polnoc': (told, buyer) => {
    const story = begun(told, buyer, 'oboz-polnoc', 'Zestawy kuchenne 4 os.', 20, 'kevin.wang', { need_sample: true })
    quoted(story, told, buyer, 'before_shipment', { ago: 17, by: 'kevin.wang' }, [['BW-K401', 800, 17.2]])
    const sample = story.create(
      'sample',
      {
        owner_id: told.house.personId('kevin.wang'),
        description: 'Cook set 4 persons, black',
        qty: 2_000,
        type: 'counter',
        round: 1,
      },
      { ago: 15, by: 'kevin.wang' },
    )
    for (const way of ['approve', 'make', 'finish-making'])
      story.take('sample', sample, way, { ago: 6, by: 'kevin.wang' })
    story.take(
      'sample',
      sample,
      'dispatch',
      { ago: 2, by: 'carol.liu' },
      { courier: 'DHL', tracking_no: '4410 2233 07' },
    )
    return story.rows()
  },
  /** Approved, and with the buyer to be signed. */
  coolabah: (told, buyer) => {
    const story = begun(told, buyer, 'coolabah', 'Swags and loungers, container 2', 25, 'ryan.huang')
    const quotation = quoted(story, told, buyer, 'copy_bl', { ago: 23, by: 'ryan.huang' }, [['BW-C800', 640, 21.4]])
    story.take('quotation', quotation, 'accept-sent', { ago: 14, by: 'ryan.huang' })
    const contract = contracted(story, told, buyer, quotation, 'copy_bl', 13_696_00, { ago: 10, by: 'ryan.huang' })
    story.take('contract', contract, 'submit-draft', { ago: 10, minute: 700, by: 'ryan.huang' })
    story.approve({ ago: 9, by: 'david.chen' })
    story.take('contract', contract, 'send', { ago: 8, by: 'ryan.huang' })
    return story.rows()
  },
}

function begun(
  told: Told,
  { customer, contact }: Buyer,
  key: string,
  subject: string,
  ago: number,
  by: StaffKey,
  more: Readonly<Record<string, unknown>> = {},
): Story {
  const when = { ago, by }
  const story = new Story(
    { ...told, key, customer },
    {
      subject,
      customer_id: customer.id,
      contact_id: contact?.id ?? null,
      owner_id: told.house.personId(by),
      merchandiser_id: told.house.personId('carol.liu'),
      team_id: customer.team_id,
      destination_country: customer.country,
      currency: 'USD',
      ...more,
    },
    when,
  )
  const received = told.firm.at(told.firm.day - ago, 560)
  story.create(
    'inquiry',
    {
      channel: 'email',
      status: 'contacted',
      received_at: received,
      customer_id: customer.id,
      owner_id: told.house.personId(by),
      team_id: told.house.user.find(({ id }) => id === told.house.personId(by))?.team_id ?? null,
      claimed_at: received + 1_800_000,
      first_response_at: received + 5_400_000,
      company_name: customer.name,
      country: customer.country,
      subject,
      returned_count: 0,
    },
    when,
  )
  return story
}

type Lines = readonly (readonly [sku: string, qty: number, price: number])[]

/** A quotation that has been sent; another version of the one before it, if there is one. */
function quoted(
  story: Story,
  told: Told,
  { customer, contact }: Buyer,
  term: TermKey,
  when: When,
  lines: Lines,
  before?: string,
): string {
  const total = lines.reduce((sum, [, qty, price]) => sum + amountOf(qty, price), 0)
  const today = dateOfDay(told.firm.day - when.ago)
  const id = story.create(
    'quotation',
    {
      ...(before ? { ...story.numberOf('quotation', before), version_no: 2, previous_id: before } : { version_no: 1 }),
      status: 'approved',
      customer_id: customer.id,
      contact_id: contact?.id ?? null,
      owner_id: told.house.personId(when.by),
      currency: 'USD',
      fx_rate: told.firm.rate('USD', told.firm.day - when.ago),
      fx_date: today,
      incoterm: customer.default_incoterm ?? 'FOB',
      incoterm_year: 2020,
      named_place: customer.default_place ?? 'Yantian',
      payment_term_id: termId(told.firm, term),
      valid_from: today,
      valid_until: addDays(today, 30),
      lead_time_days: 45,
      lines_total: total,
      total,
      expected_margin: 1_850,
    },
    when,
  )
  for (const [index, [sku, qty, price]] of lines.entries()) {
    const { description, unit } = productOf(sku)
    story.create(
      'quotation_line',
      {
        quotation_id: id,
        seq: index + 1,
        sku,
        description,
        qty: qty * 1_000,
        unit,
        currency: 'USD',
        unit_price: Math.round(price * 1e6),
      },
      when,
    )
  }
  // Its file was made and sent before there was Quayside: what is known of it is that it is there.
  story.create(
    'document',
    {
      type: 'quotation_pdf',
      code: '310',
      number: `${story.numberOf('quotation', id).doc_no}-v${before ? 2 : 1}`,
      status: 'issued',
      quotation_id: id,
      issued_on: today,
      language: 'en',
    },
    when,
  )
  story.take('quotation', id, 'send', when)
  return id
}

const amountOf = (qty: number, price: number): number =>
  lineTotal({ qty: qty * 1_000, unit_price: Math.round(price * 1e6), currency: 'USD' })

function contracted(
  story: Story,
  told: Told,
  { customer, contact }: Buyer,
  quotation_id: string,
  term: TermKey,
  amount: number,
  when: When,
): string {
  const today = dateOfDay(told.firm.day - when.ago)
  return story.create(
    'contract',
    {
      kind: 'sales_contract',
      version_no: 1,
      quotation_id,
      customer_id: customer.id,
      contact_id: contact?.id ?? null,
      owner_id: told.house.personId(when.by),
      contract_date: today,
      currency: 'USD',
      amount,
      fx_rate: told.firm.rate('USD', told.firm.day - when.ago),
      fx_date: today,
      incoterm: customer.default_incoterm ?? 'FOB',
      incoterm_year: 2020,
      named_place: customer.default_place ?? 'Yantian',
      payment_term_id: termId(told.firm, term),
      latest_shipment_date: addDays(today, 60),
      partial_shipment: 'not_allowed',
    },
    when,
  )
}
