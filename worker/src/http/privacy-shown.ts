import { type Language, type Text, text } from '#shared/i18n/language.ts'
import type { PrivacyRequestAnswer } from '#shared/privacy/api.ts'
import { WHY_KEPT, type WhyKept } from '#shared/privacy/duties.ts'
import { COPY_KEPT_MS } from '#shared/privacy/request.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { PrivacyRequest } from '../store/privacy-requests.ts'
import type { AppContext } from './app-types.ts'

/** What is no record, in words. */
const OTHER_PLACES: Readonly<Record<string, Text>> = {
  private_mails: text('Private mail', '私密邮件'),
  deal_roads: text('What belongs to a deal', '业务汇总'),
  deal_work: text('Work waiting', '待办'),
  last_prices: text('Last prices', '最近价格'),
  own_field_sets: text('Own fields', '自定义字段'),
  outbox: text('Reminder', '提醒邮件'),
  addresses: text('Address book', '地址索引'),
  document_numbers: text('Numbers', '编号索引'),
  idempotency_keys: text('Repeated call', '调用记录'),
  files: text('File', '文件'),
  events: text('History', '历史记录'),
  privacy_requests: text('Request', '请求'),
}

export function placeLabel(table: string, language: Language): string {
  const type = Object.values(TYPES).find(({ plural }) => plural === table)
  return (type?.label ?? OTHER_PLACES[table])?.[language] ?? table
}

/** Until when the copy of a request may be fetched; null where there is none, or none any more. */
export function copyUntil({ fileId, finishedAt }: PrivacyRequest, now: number): number | null {
  if (fileId === null || finishedAt === null) return null
  const until = finishedAt + COPY_KEPT_MS
  return now < until ? until : null
}

/** A request as whoever looks after people's data sees it: how much of what, and nothing of the person. */
export function requestAnswer(
  { var: { person, now, language } }: AppContext,
  request: PrivacyRequest,
): PrivacyRequestAnswer {
  const counts = Object.entries(request.counts).map(([name, rows]) => {
    const [table = '', kept] = name.split('.')
    return { label: placeLabel(table, language), rows, kept: kept as WhyKept | undefined }
  })
  const until = copyUntil(request, now)
  return {
    id: request.id,
    kind: request.kind,
    status: request.status,
    askedBy: request.askedBy,
    basis: request.basis,
    pseudonym: request.pseudonym,
    receivedAt: request.receivedAt,
    dueAt: request.dueAt,
    isLate: request.finishedAt === null && now > request.dueAt,
    finishedAt: request.finishedAt,
    mayConfirm: request.kind === 'erasure' && request.status === 'ready' && request.createdBy !== person.id,
    hasFile: until !== null && request.createdBy === person.id,
    fileUntil: until,
    places: counts.flatMap(({ label, rows, kept }) => (kept ? [] : [{ label, rows }])),
    kept: counts.flatMap(({ label, rows, kept }) => (kept ? [{ label, rows, why: WHY_KEPT[kept][language] }] : [])),
  }
}
