import { creditUse, type OfferRate } from '#shared/customer/credit-use.ts'
import type { CustomerFile } from '#shared/customer/situation.ts'
import { subjectOf } from '#shared/deal/approval-subject.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { hashOf, snapshotOf } from '#shared/deal/snapshot.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { trimmed } from '#shared/i18n/numbers.ts'
import { formatMoney, formatScaled } from '#shared/money/amount.ts'
import { Exact } from '#shared/money/exact.ts'
import type { Values } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Approval, type Contract, type Quotation, TYPES, type TypeName } from '#shared/trade/index.ts'
import { unitName } from '#shared/trade/unit.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { Tone, Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** What is decided on, and whose buyer it is for, where the reader sees them. */
export interface Decided {
  readonly deal: DealFile
  readonly customer: CustomerFile | null
}

/** What waits for approval, as it was when it was asked for; and the decision, for whom it waits. */
export const approval: SectionBuilder<Decided> = {
  key: 'approval',
  build({ deal: file, customer }, view) {
    const pending = file.parts.approval.filter(({ status }) => status === 'pending' || status === 'expired_escalated')
    const offered = view.offers('approval')
    // What waits for whoever looks goes before what waits for others.
    const first = pending.find(({ id }) => offered.some(({ target }) => target.id === id)) ?? pending[0]
    if (!first) return null
    const type = first.subject_type as 'deal' | WayType
    const subject = subjectOf(first, file)
    const forms = offered.filter(({ target }) => target.id === first.id)
    return {
      title: text('Approval', '审批')[view.language],
      tone: forms.length > 0 ? 'warning' : 'info',
      summary: [
        ...(subject ? facts(file, type, subject, view) : []),
        ...(subject && customer ? creditFact(customer, file, type, subject, view) : []),
        ...asStage(file, first, view),
        {
          kind: 'fact',
          label: text('Asked', '申请')[view.language],
          value: dateTime(first.requested_at, view.timezone),
          ...(first.due_at === null
            ? {}
            : { detail: say(DUE, view.language, { time: dateTime(first.due_at, view.timezone) }) }),
        },
        ...(hasChanged(first, file.whole ?? file)
          ? [{ kind: 'note' as const, text: CHANGED[view.language], tone: 'danger' as const }]
          : []),
        ...forms,
      ],
      ...(subject ? { full: whole({ deal: file, customer }, type, subject, view, forms) } : {}),
    }
  },
}

/** Of the whole of it: who sees less of it has before them what was asked for all the same. */
function hasChanged(asked: Approval, file: DealFile): boolean {
  const subject = subjectOf(asked, file)
  const type = asked.subject_type as 'deal' | WayType
  return subject !== undefined && hashOf(snapshotOf(file, type, subject)) !== asked.subject_hash
}

/** Where a deal as a whole is to be approved, what for: the definition says. */
function asStage({ road }: DealFile, { subject_type, policy }: Approval, { language }: View): Widget[] {
  const name = subject_type === 'deal' ? road?.policies.get(policy)?.name : undefined
  return name ? [{ kind: 'fact', label: text('For', '事项')[language], value: name[language] }] : []
}

const DUE = text('decided by {time}', '最迟 {time}')
const CHANGED = text('It has changed since: it has to be asked for again.', '内容已变更，需要重新提交。')

/** The one card that it is decided by. */
function facts(file: DealFile, type: TypeName, subject: AnyRecord, view: View): Widget[] {
  const { language } = view
  const amount = subject.amount ?? subject.total
  const currency = String(subject.currency ?? '')
  return [
    {
      kind: 'item',
      title: `${TYPES[type].label[language]} ${String(subject.doc_no ?? '')}`,
      lines: [
        `${String(subject.incoterm ?? '')} ${String(subject.named_place ?? '')}`.trim(),
        ...judgedBy(file, subject, view),
      ].filter(Boolean),
      ...(typeof amount === 'number' ? { badge: formatMoney(amount, currency) } : {}),
      ...(type === 'deal' || type === 'order' ? { open: { type, id: subject.id } } : {}),
    },
  ]
}

/** The record as it is frozen, with its lines and what it is judged by. */
function whole(
  { deal: file, customer }: Decided,
  type: 'deal' | WayType,
  subject: AnyRecord,
  view: View,
  forms: readonly Widget[],
): Widget[] {
  const { lines } = snapshotOf(file, type, subject)
  return [
    ...facts(file, type, subject, view),
    ...(customer ? creditFact(customer, file, type, subject, view) : []),
    ...lines.map((line) => lineFact(line, view)),
    ...forms,
  ]
}

function lineFact(line: Values, { language }: View): Widget {
  const { description, sku, qty, unit, unit_price, currency } = line
  const price = typeof unit_price === 'number' ? `${String(currency)} ${priceText(unit_price)}` : null
  return {
    kind: 'fact',
    label: String(description ?? sku ?? ''),
    value: `${trimmed(formatScaled(Number(qty), 3))} ${unitName(String(unit ?? ''))?.[language] ?? String(unit ?? '')}`,
    ...(price === null ? {} : { detail: price }),
  }
}

/** At least two decimals, and no more than there are. */
function priceText(millionths: number): string {
  const [whole = '', decimals = ''] = formatScaled(millionths, 6).split('.')
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`
}

/** What whoever approves wants to know: how it is paid, by when it ships, what it earns, and whether it is what was offered. */
function judgedBy(file: DealFile, subject: AnyRecord, { language, access }: View): string[] {
  const { contract, quotation } = TYPES
  const term = file.terms.find(({ id }) => id === subject.payment_term_id)
  const offer = file.parts.quotation.find(({ id }) => id === (subject.quotation_id ?? subject.id))
  const margin = access.sees.has('profit') ? offer?.expected_margin : null
  const told = [
    { label: contract.fields.payment_term_id.label[language], value: term?.name },
    { label: contract.fields.latest_shipment_date.label[language], value: subject.latest_shipment_date },
    {
      label: quotation.fields.expected_margin.label[language],
      value: typeof margin === 'number' ? `${formatScaled(margin, 2)} %` : null,
    },
  ].flatMap(({ label, value }) => (value ? [`${label}: ${String(value)}`] : []))
  if (!offer || !subject.quotation_id) return told
  return [...told, against(offer, subject, language), ...clausesOf(subject as Contract, offer, language)]
}

/** What a contract has otherwise than the offer that it is made of. */
function against(offer: Quotation, subject: AnyRecord, language: Language): string {
  const given = { ...offer, amount: offer.total } as AnyRecord
  const others = COMPARED.filter((key) => (given[key] ?? null) !== (subject[key] ?? null))
  const fields = others.map((key) => TYPES.contract.fields[key].label[language]).join(', ')
  const number = `${offer.doc_no} v${offer.version_no}`
  return say(others.length > 0 ? OTHERWISE : AS_QUOTED, language, { number, fields })
}

/** The clauses that the offer had not, which has its other terms alone: what the buyer has not agreed to by accepting it. */
function clausesOf(subject: Contract, { terms_text }: Quotation, language: Language): string[] {
  const offered: Partial<Contract> = { terms_text }
  const others = CLAUSES.filter((key) => (offered[key] ?? null) !== (subject[key] ?? null))
  const fields = others.map((key) => TYPES.contract.fields[key].label[language]).join(', ')
  return others.length > 0 ? [say(NEW_CLAUSES, language, { fields })] : []
}

const CLAUSES = [
  'partial_shipment',
  'transhipment',
  'quality_terms',
  'inspection_clause',
  'claims_days',
  'penalty',
  'law',
  'arbitration',
  'terms_text',
] as const satisfies readonly (keyof Contract)[]
const NEW_CLAUSES = text('Clauses beyond the offer: {fields}', '报价之外的条款：{fields}')

/** How much of the buyer's credit is used once they have this, and at which rate that is counted. */
function creditFact(
  { customer, money }: CustomerFile,
  { parts, terms }: DealFile,
  type: TypeName,
  subject: AnyRecord,
  { currency: base, language, today }: View,
): Widget[] {
  const amount = subject.amount ?? subject.total
  // What an order asks for is owed already.
  if ((type !== 'contract' && type !== 'quotation') || typeof amount !== 'number' || !money) return []
  const offer = parts.quotation.find(({ id }) => id === (subject.quotation_id ?? subject.id))
  const rate = offer && offerRate(offer, base)
  const term = terms.find(({ id }) => id === subject.payment_term_id) ?? null
  const use = creditUse(customer, money, { currency: String(subject.currency), amount, term }, rate ?? null, today)
  if (!use) return []
  const { currency, exposure, limit, usagePct, uncounted } = use
  const sums = { exposure: formatMoney(exposure, currency), limit: formatMoney(limit, currency) }
  const without = uncounted.join(', ')
  const detail = [
    use.ended ? ENDED[language] : null,
    use.rate ? say(AT_RATE, language, { rate: use.rate.rate, date: use.rate.date ?? '' }).trim() : null,
    without ? say(WITHOUT, language, { without }) : null,
  ].filter((words) => words !== null)
  return [
    {
      kind: 'fact',
      label: text('Credit used with this', '含本单的信用占用')[language],
      value: usagePct === null || use.ended ? sums.exposure : say(OF_LIMIT, language, { pct: usagePct, ...sums }),
      ...(detail.length > 0 ? { detail: detail.join(' · ') } : {}),
      tone: CREDIT_TONES[use.decision],
    },
  ]
}

const offerRate = ({ currency, fx_rate, fx_date }: Quotation, base: string): OfferRate | null =>
  typeof fx_rate === 'number' ? { currency, base, rate: new Exact(fx_rate).div(1e8).toFixed(), date: fx_date } : null

const OF_LIMIT = text('{pct} % ({exposure} of {limit})', '{pct}%（{exposure} / {limit}）')
const AT_RATE = text('at {rate} {date}', '汇率 {rate} {date}')
const WITHOUT = text('not counting {without}: no rate', '未计入 {without}：无汇率')
const ENDED = text('the limit has ended', '额度已到期')
const CREDIT_TONES = { allow: 'good', warn: 'warning', block: 'danger' } as const satisfies Record<string, Tone>

const COMPARED = [
  'amount',
  'currency',
  'incoterm',
  'named_place',
  'payment_term_id',
  'tolerance',
] as const satisfies readonly (keyof Contract)[]
const AS_QUOTED = text('As offered in {number}', '与报价 {number} 一致')
const OTHERWISE = text('Otherwise than {number}: {fields}', '与报价 {number} 不同：{fields}')
