import { env } from 'cloudflare:test'
import { completed } from '#shared/record/completed.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { aUser } from '../../fixtures/builders.ts'
import { type Answer, aFirm, anIdentity, NOW, newId, plant } from '../firm.ts'

/** A whole record of a type, as it would be stored: what nobody names has its initial value. */
export function aRecord(type: TypeName, values: Readonly<Record<string, unknown>>): AnyRecord {
  const id = String(values.id ?? newId())
  const numbered = Object.entries(TYPES[type].fields).find(([, field]) => 'numbered' in field)?.[0]
  const { values: whole } = completed({
    kind: 'create',
    type,
    id,
    values: { ...(numbered ? { [numbered]: `${type}-${id.slice(-6)}` } : {}), ...values },
  })
  return { ...BOOKKEEPING, ...whole, id } as AnyRecord
}

const BOOKKEEPING = {
  version: 1,
  created_at: NOW,
  created_by: '00000000000000000000000000',
  updated_at: NOW,
  updated_by: '00000000000000000000000000',
  source: 'api',
  custom: {},
}

/** The stages of the standard road, in their order. */
const STAGES = ['lead', 'quotation', 'sample', 'contract', 'production', 'shipment', 'collection'] as const
type Stage = (typeof STAGES)[number]

/** Who works on the road, each with one post; Mia owns the deal and David is her manager and the general manager. */
const CREW = ['sales_manager', 'merchandiser', 'planner', 'qc', 'logistics', 'doc_clerk', 'finance'] as const
type Crew = (typeof CREW)[number]

type Parts = { readonly [T in TypeName]?: readonly Readonly<Record<string, unknown>>[] }

/**
 * A firm with a deal of Mia's that stands at a stage, with these records of it. `act` has somebody do something to a record
 * as it is now, and `road` reads what is there.
 */
export async function aDeal(stage: Stage, parts: (known: { customer_id: string; deal_id: string }) => Parts) {
  const firm = await aFirm()
  const people = Object.fromEntries(CREW.map((role) => [role, person(role, firm.david.id)])) as Record<Crew, AnyPerson>
  const dealId = newId()
  const customer_id = firm.customer.id
  const merchandiser_id = people.merchandiser.id
  const deal = aRecord('deal', {
    id: dealId,
    doc_no: 'DL-2026-0001',
    subject: '600 camp chairs',
    customer_id,
    contact_id: firm.contact.id,
    owner_id: firm.mia.id,
    merchandiser_id,
    currency: 'USD',
    workflow: 'foreign_trade_standard',
    workflow_version: 1,
    stage,
    stage_since: NOW,
    state: { tokens: [{ node: stage, since: NOW }], passed: passedBefore(stage), finished: null, data: {} },
  })
  const given = Object.entries(parts({ customer_id, deal_id: dealId })) as [TypeName, object[]][]
  const known = Object.fromEntries(given.map(([type, rows]) => [type, rows.map((row) => aRecord(type, { ...row }))]))
  await plant(firm.tenantId, { user: Object.values(people), deal: [deal], ...known })
  const identities = CREW.map(async (role) => [role, await anIdentity(firm.tenantId, people[role])] as const)
  const tokens = Object.fromEntries(await Promise.all(identities)) as Record<Crew, string>

  const tokenOf = (as: As) => (as === 'mia' || as === 'david' ? as : tokens[as])

  /** All records of a type, as the database has them, the oldest first. */
  async function rows(type: TypeName): Promise<Row[]> {
    const { results } = await env.DB.prepare(`SELECT * FROM ${TYPES[type].plural} WHERE tenant_id = ? ORDER BY id`)
      .bind(firm.tenantId)
      .all<Row>()
    return results
  }

  const ofDeal = async (type: TypeName, where: Readonly<Record<string, unknown>> = {}) =>
    (await rows(type)).filter((row) => Object.entries(where).every(([key, value]) => row[key] === value))

  /** The only record of a type that fits. */
  async function one(type: TypeName, where: Readonly<Record<string, unknown>> = {}): Promise<Row> {
    const [found, ...more] = await ofDeal(type, where)
    if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} records of ${type} fit`)
    return found
  }

  /** Does something to a record as it is now; the answer, whatever it is. */
  async function act(as: As, action: string, target: { type: TypeName; id: string }, input: object = {}) {
    const [row] = target.id === 'new' ? [] : await ofDeal(target.type, { id: target.id })
    return firm.call(
      'POST',
      `/v1/actions/${action}`,
      { host: 'outlook', target: { ...target, ...(row ? { version: row.version } : {}) }, input },
      { as: tokenOf(as), headers: { 'Idempotency-Key': newId() } },
    )
  }

  /** The same, where it has to be done: with at most three trips to the database. */
  async function does(as: As, action: string, type: TypeName, id: unknown, input: object = {}): Promise<Answer> {
    const answer = await act(as, action, { type, id: String(id) }, input)
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body?.problems ?? answer.text)}`)
    if (answer.trips > 3) throw new Error(`${action} took ${answer.trips} trips`)
    return answer
  }

  /** The sentences with which it is refused. */
  async function refused(as: As, action: string, type: TypeName, id: unknown, input: object = {}): Promise<string[]> {
    const answer = await act(as, action, { type, id: String(id) }, input)
    if (answer.status !== 422) throw new Error(`${action}: ${answer.status} ${answer.text.slice(0, 300)}`)
    return answer.body.problems.map(({ message }: { message: string }) => message)
  }

  /** What a panel of the deal says to somebody. */
  async function panel(as: As, section = 'road') {
    const answer = await firm.call('POST', '/v1/panel', { record: { type: 'deal', id: dealId } }, { as: tokenOf(as) })
    return answer.body.sections.find(({ key }: { key: string }) => key === section)
  }

  return { ...firm, people, dealId, merchandiser_id, rows, ofDeal, one, act, does, refused, panel }
}

export type ADeal = Awaited<ReturnType<typeof aDeal>>
export type As = 'mia' | 'david' | Crew
// biome-ignore lint/suspicious/noExplicitAny: rows of every table are read in tests by their columns
type Row = Readonly<Record<string, any>> & { readonly id: string; readonly version: number }
type AnyPerson = ReturnType<typeof aUser>

const person = (role: Role, manager_id: string) =>
  aUser({
    id: newId(),
    email: `${role}@bluewhale-outdoor.example`,
    alias: role,
    roles: [role],
    manager_id,
  })

const passedBefore = (stage: Stage) =>
  STAGES.slice(0, STAGES.indexOf(stage)).map((node) => ({ node, entered: NOW, left: NOW, by: null, via: 'test' }))
