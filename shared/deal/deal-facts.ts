import { type Access, may } from '#shared/access/access.ts'
import { seenRecord } from '#shared/access/seen-record.ts'
import type { FactRow, Facts, FactValue } from '#shared/expression/schema.ts'
import { type Language, text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { Installment, OrderLine, ProductionOrder, Shipment } from '#shared/trade/index.ts'
import { factOf as ownFactOf } from '#shared/workflow/definition/form-item.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { derivedRow, openInWords, ordersOf } from './derived.ts'
import { factRow } from './fact-of.ts'
import { documentName, documentsPresent, missingDocuments, notAskedFor } from './papers.ts'
import { PART_NAMES, PARTS, type PartName } from './parts.ts'
import { seenDeal } from './seen-deal.ts'

/** With what facts are worked out: the firm's fields and currency, its day, and the language of those that are words. */
export interface FactView {
  readonly fields: FirmFields
  readonly currency: string
  readonly today: CivilDate
  readonly language: Language
  /** Whoever is told of it: into sentences comes what they see, though it is decided on all. Absent: everybody. */
  readonly access?: Access
}

/** Everything that an expression about a deal may ask, as it is now. */
export function dealFacts(file: DealFile, view: FactView): Facts {
  const known = WORKED.get(file)
  if (known && isSame(known.view, view)) return known.facts
  const facts = workedOut(file, view)
  WORKED.set(file, { view, facts })
  return facts
}

/** The steps of each of its records ask for the facts of the same file. */
const WORKED = new WeakMap<DealFile, { readonly view: FactView; readonly facts: Facts }>()

const isSame = (one: FactView, other: FactView): boolean =>
  one.fields === other.fields &&
  one.today === other.today &&
  one.language === other.language &&
  one.access === other.access

function workedOut(file: DealFile, view: FactView): Facts {
  const { fields, currency, access } = view
  const told = access && once(() => dealFacts(seenDeal(file, { fields, access }), view))
  const row = (type: 'deal' | 'customer', record: AnyRecord | null): FactRow | null =>
    record && factRow(fields[type], record, currency)
  const deal = row('deal', file.deal) ?? {}
  const ofDeal = worked(file, view)
  return {
    records: {
      ...Object.fromEntries(PART_NAMES.map((part) => [PARTS[part].as, partRows(file, part, view)])),
      deal,
      customer: row('customer', file.customer),
      documents: { missing: ofDeal.missing ?? null, checklist_complete: ofDeal.missing === null },
    },
    fields: { ...bare(deal), ...ownData(file), ...ofDeal },
    ...(told ? { told } : {}),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The same for an expression about one of its records, whose fields go without a name. */
export function partFacts(file: DealFile, part: PartName, record: AnyRecord, view: FactView): Facts {
  const facts = ofOwnOrders(dealFacts(file, view), part, record, file, view)
  const { access } = view
  const told =
    access &&
    once(() =>
      partFacts(seenDeal(file, { ...view, access }), part, seenRecord(part, record, { ...view, access }), view),
    )
  return {
    ...facts,
    fields: { ...facts.fields, ...bare(partRow(file, part, record, view)) },
    ...(told ? { told } : {}),
  }
}

/** What goes or is made for some orders of a deal waits for their money, and for that of no other. */
function ofOwnOrders(facts: Facts, part: PartName, record: AnyRecord, file: DealFile, view: FactView): Facts {
  const orders =
    part === 'shipment'
      ? ordersOf(record as unknown as Shipment, file)
      : part === 'production_order'
        ? [(record as unknown as ProductionOrder).order_id]
        : []
  // Of one of which nobody knows whose it is all that is open may be meant.
  if (orders.length === 0) return facts
  const own = file.parts.installment.filter(({ order_id }) => orders.includes(order_id))
  if (own.length === file.parts.installment.length) return facts
  return {
    ...facts,
    records: { ...facts.records, [PARTS.installment.as]: own.map((one) => partRow(file, 'installment', one, view)) },
    fields: { ...facts.fields, ...moneyRow(file, own, view) },
  }
}

function partRows(file: DealFile, part: PartName, view: FactView): readonly FactRow[] {
  const records = part === 'order_line' ? linesToJudge(file) : file.parts[part]
  const rows = (records as readonly AnyRecord[]).map((record) => partRow(file, part, record, view))
  // What is said of an order's inspection as a whole is said of each of its lines.
  return part === 'order_line'
    ? rows.map((row) => ({ ...row, inspection_result: row.inspection_result ?? inspected(file, row) }))
    : rows
}

/**
 * The lines by which a deal goes on. Nobody makes or inspects what was cancelled, and another order must not wait for it; where
 * nothing else was ordered, a deal does not go on by having nothing left to wait for.
 */
function linesToJudge({ parts: { order, order_line } }: DealFile): readonly OrderLine[] {
  const cancelled = order.filter(({ status }) => status === 'cancelled').map(({ id }) => id)
  return cancelled.length < order.length
    ? order_line.filter(({ order_id }) => !cancelled.includes(order_id))
    : order_line
}

const inspected = ({ parts }: DealFile, line: FactRow): FactValue =>
  parts.order.find((order) => order.id === line.order_id)?.inspection_result ?? null

function partRow(file: DealFile, part: PartName, record: AnyRecord, { fields, currency }: FactView): FactRow {
  const known: Fields = fields[part]
  // Clocks that run for each record of a list tell them apart by it; expressions do not know it.
  return { ...factRow(known, record, currency), ...derivedRow(part, record, file, currency), id: record.id }
}

const bare = (row: FactRow): FactRow => ({
  ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/^custom\./, ''), value])),
  ...row,
})

/** What the definition's own forms have asked. */
function ownData(file: DealFile): FactRow {
  const { data } = dealState(file.deal)
  return Object.fromEntries([...(file.road?.items ?? [])].map(([key, item]) => [key, ownFactOf(item, data[key])]))
}

function worked(file: DealFile, view: FactView): FactRow {
  const { today, language } = view
  // A stage waits for all that it requires: what is not asked for any more it has.
  const present = [...new Set([...documentsPresent(file), ...notAskedFor(file)])]
  const missing = missingDocuments(file)
  return {
    documents_present: present,
    last_price_age_days: file.lastOrderDate === null ? null : String(daysBetween(file.lastOrderDate, today)),
    ...moneyRow(file, file.parts.installment, view),
    missing:
      missing.length > 0 ? missing.map((key) => documentName(key, language)).join(text(', ', '、')[language]) : null,
  }
}

/** What is open of some installments of a deal, in words. */
function moneyRow({ deal }: DealFile, installments: readonly Installment[], { access }: FactView): FactRow {
  const told = !access || may(access, 'installment', 'view', deal.standing)
  const inWords = (parts: readonly Installment[]) => (told ? openInWords(parts) : UNTOLD)
  const guarding = (guards: string, parts = installments) => inWords(parts.filter((one) => one.guards === guards))
  return {
    open: inWords(installments) ?? '0',
    open_deposit: guarding('production_start'),
    open_loading: guarding('loading'),
    open_release: guarding('bl_release', installments.filter(isBeforePapers)),
  }
}

/** What is paid for the papers at the bank is open until they are there. */
const isBeforePapers = ({ anchor }: Installment): boolean => anchor !== 'docs_presented' && anchor !== 'docs_accepted'

/** What is owed, to those who may not know how much. */
const UNTOLD = '…'
