import { compileExpression } from '#shared/expression/compile.ts'
import { evaluateCondition, evaluateValue, type Moment } from '#shared/expression/evaluate.ts'
import { isProblem } from '#shared/expression/problems.ts'
import type { FactField, FactRecord, FactRow, FactSchema, Facts, FactValue } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'

/** A schema with everything that an expression of a deal can name, and a small deal. */

const choice = (...choices: string[]): FactField => ({ kind: 'choice', choices })
const one = (fields: FactRecord['fields'], more: Partial<FactRecord> = {}): FactRecord => ({
  fields,
  many: false,
  ...more,
})
const many = (fields: FactRecord['fields'], more: Partial<FactRecord> = {}): FactRecord => ({
  fields,
  many: true,
  ...more,
})
const TEXT: FactField = { kind: 'text' }
const NUMBER: FactField = { kind: 'number' }
const DATE: FactField = { kind: 'date' }
const INSTANT: FactField = { kind: 'instant' }
const BOOLEAN: FactField = { kind: 'boolean' }

export const SCHEMA: FactSchema = {
  records: {
    inquiry: one(
      {
        status: choice('received', 'claimed', 'contacted', 'qualified'),
        received_at: INSTANT,
        claimed_at: INSTANT,
        first_response_at: INSTANT,
        reply_by: { kind: 'instant', label: text('reply by', '回复期限') },
      },
      { label: text('Inquiry', '询盘') },
    ),
    customer: one({
      tier: choice('A', 'B', 'C'),
      name: TEXT,
      tags: { kind: 'texts', choices: ['fair', 'agent'] },
      'custom.logo': TEXT,
    }),
    quotation: many(
      {
        status: choice('draft', 'sent', 'negotiating', 'accepted'),
        sent_at: INSTANT,
        replied_at: INSTANT,
        total: NUMBER,
      },
      { children: { version: 'quotation' }, aliases: { amount: 'total' }, label: text('Quotation', '报价单') },
    ),
    sample: many(
      {
        status: choice('making', 'delivered', 'approved_by_customer', 'cancelled'),
        promised_ready: DATE,
        delivered_at: INSTANT,
        round: NUMBER,
      },
      { label: text('Sample', '样品') },
    ),
    contract: one({ status: choice('draft', 'signed'), signed_file: TEXT, sent_for_signature_at: INSTANT }),
    approval: many({ status: choice('pending', 'approved'), requested_at: INSTANT, decided_at: INSTANT }),
    order: one({ promised_date: DATE, cargo_ready_date: DATE, total: NUMBER, paid: NUMBER }),
    line: many({
      inspection_result: choice('accept', 'accept_with_deviation', 'reject'),
      quantity: NUMBER,
      price: NUMBER,
      shipped: NUMBER,
      tags: { kind: 'texts' },
    }),
    shipment: many({
      status: choice('booked', 'on_board', 'in_transit', 'arrived', 'delivered'),
      bl_date: DATE,
      ata: DATE,
    }),
    documents: one({ checklist_complete: BOOLEAN, missing: { kind: 'texts' } }),
    installment: many({
      status: choice('scheduled', 'due', 'overdue', 'paid', 'written_off', 'cancelled'),
      due_date: DATE,
      amount: NUMBER,
    }),
    survey: many({ status: choice('sent', 'answered', 'expired', 'waived') }),
    case: many(
      { open: { kind: 'boolean', label: text('open', '未结案') }, severity: NUMBER },
      { label: text('Case', '售后') },
    ),
  },
  fields: {
    need_sample: { kind: 'boolean', label: text('Sample needed', '需要样品') },
    change_request: BOOLEAN,
    last_price_age_days: NUMBER,
    lost_reason: TEXT,
    'custom.port': TEXT,
    tier: choice('A', 'B'),
  },
}

const DAY = Date.UTC(2026, 9, 20, 1)

export const NOON: Moment = { now: DAY, today: '2026-10-20', timezone: 'Asia/Shanghai' }

/** A deal under way; what is not said is empty. */
export function aDeal(
  records: Readonly<Record<string, FactRow | null | readonly FactRow[]>> = {},
  fields: FactRow = {},
): Facts {
  return { records, fields }
}

/** What a source comes to, compiled against the whole schema. Throws what is wrong with it. */
export function worth(source: string, facts: Facts = aDeal(), at: Moment = NOON): FactValue {
  const compiled = compileExpression(source, SCHEMA, 'value')
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems.map(({ message }) => message.en).join(' ')}`)
  const value = evaluateValue(compiled.expression, facts, at)
  if (isProblem(value)) throw new Error(value.message.en)
  return value
}

export function holds(source: string, facts: Facts = aDeal(), at: Moment = NOON): boolean {
  const compiled = compileExpression(source, SCHEMA, 'condition')
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems.map(({ message }) => message.en).join(' ')}`)
  const value = evaluateCondition(compiled.expression, facts, at)
  if (isProblem(value)) throw new Error(value.message.en)
  return value
}
