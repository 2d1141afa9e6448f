import type { Language } from '#shared/i18n/language.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type {
  Contact,
  Contract,
  Customer,
  PaymentTerm,
  Quotation,
  QuotationLine,
  Tenant,
  User,
} from '#shared/trade/index.ts'
import { contractClauses } from './contract-clauses.ts'
import { type Letterhead, sellerOf } from './letterhead.ts'
import type { Delivery, Paper } from './paper.ts'

/** What a quotation's paper is made of: the version, its lines in order, and whom it names. */
export interface QuotationWhole {
  readonly quotation: Quotation
  readonly lines: readonly QuotationLine[]
  readonly firm: Pick<Tenant, 'name' | 'name_en'>
  /** Null where nobody but a contact is known yet. */
  readonly customer: Pick<Customer, 'name' | 'city' | 'country'> | null
  readonly contact: Pick<Contact, 'full_name' | 'emails' | 'phones'> | null
  readonly owner: Pick<User, 'alias' | 'email'> | null
  readonly paymentTerm: Pick<PaymentTerm, 'name' | 'name_zh'> | null
}

/** How it is to be printed. */
export interface Printing {
  readonly language: Language
  /** What the paper is dated, unless its record says. */
  readonly date: CivilDate
  readonly letterhead: Letterhead
}

/**
 * A version of a quotation as a paper. Amounts are those of the record; whoever makes a file of it has them checked by
 * `mustAddUp`. What is not worked out yet, as of a quotation without lines, is nothing.
 */
export function quotationPaper(whole: QuotationWhole, { language, date, letterhead }: Printing): Paper {
  const { quotation, firm, customer, contact, owner, paymentTerm } = whole
  return {
    kind: 'quotation',
    language,
    docNo: quotation.doc_no,
    versionNo: quotation.version_no,
    date: quotation.valid_from ?? date,
    validUntil: quotation.valid_until,
    currency: quotation.currency,
    seller: sellerOf(firm, letterhead),
    buyer: {
      name: customer?.name ?? contact?.full_name ?? '',
      address: customer?.city ?? null,
      country: customer?.country ?? null,
    },
    contact: contact && {
      name: contact.full_name,
      email: contact.emails?.[0] ?? null,
      phone: contact.phones?.[0] ?? null,
    },
    issuer: owner && { name: owner.alias, email: owner.email },
    delivery: deliveryOf(quotation),
    paymentTerm: (language === 'zh-CN' && paymentTerm?.name_zh) || (paymentTerm?.name ?? null),
    lines: whole.lines.map((line) => ({
      seq: line.seq,
      sku: line.sku,
      buyerSku: line.buyer_sku,
      description: line.description,
      qty: line.qty,
      unit: line.unit,
      unitPrice: line.unit_price,
      discount: line.discount,
      total: line.line_total ?? 0,
    })),
    linesTotal: quotation.lines_total ?? 0,
    freight: quotation.freight,
    insurance: quotation.insurance,
    discount: quotation.discount,
    total: quotation.total ?? 0,
    leadTimeDays: quotation.lead_time_days,
    leadTimeFrom: quotation.lead_time_from,
    tolerance: quotation.tolerance,
    remarks: quotation.remarks,
    terms: quotation.terms_text,
  }
}

/** A proforma invoice or sales contract on what was quoted: number, date, terms and amount are the contract's. */
export function proformaPaper(contract: Contract, whole: QuotationWhole, printing: Printing): Paper {
  return {
    ...quotationPaper(whole, printing),
    kind: contract.kind === 'sales_contract' ? 'contract' : 'proforma',
    docNo: contract.doc_no,
    versionNo: contract.version_no,
    date: contract.contract_date ?? printing.date,
    validUntil: null,
    currency: contract.currency,
    delivery: deliveryOf(contract) ?? deliveryOf(whole.quotation),
    total: contract.amount ?? 0,
    tolerance: contract.tolerance ?? whole.quotation.tolerance,
    terms: contractClauses(contract, printing.language) ?? whole.quotation.terms_text,
  }
}

function deliveryOf(
  record: Pick<Quotation, 'incoterm' | 'incoterm_year' | 'named_place' | 'port_loading' | 'port_discharge'>,
): Delivery | null {
  const { incoterm, named_place } = record
  if (incoterm === null || named_place === null) return null
  return {
    term: incoterm,
    year: record.incoterm_year,
    place: named_place,
    portOfLoading: record.port_loading,
    portOfDischarge: record.port_discharge,
  }
}
