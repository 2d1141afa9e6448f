import type { FactKind } from '#shared/expression/schema.ts'

/** The names of a deal that the standard process reads, for a file that brings no schema and has not named them. */
interface StandardRecord {
  readonly many?: true
  readonly fields: Readonly<Partial<Record<FactKind, string>>>
  readonly children?: Readonly<Record<string, string>>
}

export const STANDARD_RECORDS: Readonly<Record<string, StandardRecord>> = {
  deal: { fields: { text: 'id owner stage' } },
  inquiry: {
    fields: { text: 'id owner pool status', instant: 'received_at claimed_at first_response_at reply_by' },
  },
  customer: { fields: { text: 'id owner tier timezone name country' } },
  contact: { many: true, fields: { text: 'id name' } },
  quotation: {
    many: true,
    fields: { text: 'id owner status', instant: 'sent_at replied_at', date: 'valid_until', number: 'total margin' },
    children: { version: 'quotation' },
  },
  sample: { many: true, fields: { text: 'id status', date: 'promised_ready', instant: 'delivered_at' } },
  contract: {
    fields: {
      text: 'id owner status signed_file currency',
      number: 'amount margin',
      instant: 'sent_for_signature_at signed_at',
    },
  },
  approval: { many: true, fields: { text: 'policy status requested_by', instant: 'requested_at decided_at' } },
  order: { fields: { text: 'id owner status', date: 'promised_date cargo_ready_date', number: 'total' } },
  line: { many: true, fields: { text: 'id inspection_result', number: 'quantity price' } },
  production: { many: true, fields: { text: 'id status', number: 'progress' } },
  shipment: {
    many: true,
    fields: {
      text: 'id status',
      date: 'bl_date etd eta ata',
      instant: 'cut_off_si cut_off_vgm cut_off_customs cut_off_cy',
    },
  },
  container: { many: true, fields: { text: 'id number' } },
  document: { many: true, fields: { text: 'id kind status' } },
  documents: { fields: { boolean: 'checklist_complete', texts: 'missing' } },
  installment: { many: true, fields: { text: 'id status', date: 'due_date', number: 'amount open_amount' } },
  receipt: { many: true, fields: { text: 'id status', number: 'amount' } },
  case: { many: true, fields: { text: 'id status', boolean: 'open' } },
  survey: { fields: { text: 'status' } },
  task: { many: true, fields: { text: 'id status' } },
}

export const STANDARD_FIELDS: Readonly<Partial<Record<FactKind, string>>> = {
  boolean: 'need_sample change_request',
  number: 'last_price_age_days',
  text: 'lost_reason',
  texts: 'documents_present',
}
