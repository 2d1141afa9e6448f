import { env } from 'cloudflare:test'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { aUser } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { type Answer, anIdentity, type Firm, NOW, newId, plant } from '../firm.ts'

type Parts = { readonly [T in TypeName]?: readonly AnyRecord[] }

/** A deal of Mia's with the firm's customer, standing at a stage of the standard road, and what is given of it. */
export async function aDealAt(firm: Firm, stage: string, given: object = {}, parts: Parts = {}) {
  const deal = a.deal({
    id: newId(),
    doc_no: `DL-${stage}`,
    subject: '600 chairs',
    customer_id: firm.customer.id,
    owner_id: firm.mia.id,
    workflow: 'foreign_trade_standard',
    workflow_version: 1,
    stage,
    stage_since: NOW - 86_400_000,
    state: { tokens: [{ node: stage, since: NOW - 86_400_000 }], passed: [], finished: null, data: {} },
    ...given,
  })
  await plant(firm.tenantId, { deal: [deal], ...of(deal.id, parts) })
  return deal
}

/** What is planted of a deal refers to it. */
function of(deal_id: string, parts: Parts): Parts {
  return Object.fromEntries(
    Object.entries(parts).map(([type, records]) => [
      type,
      records.map((record) => ('deal_id' in record ? { ...record, deal_id } : record)),
    ]),
  )
}

/** Somebody else who works there, in a team of their own or the given one. */
export async function aColleague(firm: Firm, roles: readonly string[], more: object = {}) {
  const id = newId()
  const name = `colleague${id.toLowerCase()}`
  const user = aUser({ id, email: `${name}@bluewhale-outdoor.example`, alias: name, roles, ...more })
  await plant(firm.tenantId, { user: [user] })
  return { ...user, token: await anIdentity(firm.tenantId, user) }
}

interface Press {
  readonly input?: object
  readonly as?: string
  readonly key?: string
  readonly message?: object
}

/** Presses something on a panel. */
export const press = (
  firm: Firm,
  action: string,
  target: { readonly id: string; readonly type: string; readonly version?: number },
  { input = {}, as = 'mia', key = newId(), message }: Press = {},
): Promise<Answer> =>
  firm.call(
    'POST',
    `/v1/actions/${action}`,
    { host: 'outlook', target, input, ...(message ? { message } : {}) },
    { as, headers: { 'Idempotency-Key': key } },
  )

export const panel = (firm: Firm, record: { readonly type: string; readonly id: string }, as = 'mia') =>
  firm.call('POST', '/v1/panel', { host: 'outlook', record }, { as })

interface Widget {
  readonly kind: string
  readonly action?: string
  readonly text?: string
  readonly target?: { readonly type: string; readonly id: string; readonly version: number }
}

/** The steps that a panel offers, as `advance-inquiry:answer`. */
export const stepsOn = ({ body }: Answer): Required<Pick<Widget, 'action' | 'target'>>[] =>
  body.sections.flatMap(({ key, full, summary }: { key: string; full?: Widget[]; summary: Widget[] }) =>
    key === 'road' ? (full ?? summary).filter(({ action }) => action?.startsWith('advance-')) : [],
  )

export async function row<T>(table: string, tenantId: string, id: string): Promise<T | null> {
  return env.DB.prepare(`SELECT * FROM ${table} WHERE tenant_id = ? AND id = ?`).bind(tenantId, id).first<T>()
}
