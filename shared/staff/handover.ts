import { z } from 'zod'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

const UserId = z.string().min(1).max(60)

/** To whom what somebody leaves behind goes: by the group of its customer, the first that fits; and all the rest. */
export const HandoverPlan = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        /** ISO 3166-1 alpha-2. */
        country: z.string().length(2).optional(),
        tier: z.string().min(1).max(1).optional(),
        team_id: UserId.optional(),
        to: UserId,
      }),
    )
    .max(100)
    .default([]),
  /** Null: customers and what nobody has claimed go to the pool; work that goes on to whoever is above the leaver. */
  rest: UserId.nullable(),
})
export type HandoverPlan = z.output<typeof HandoverPlan>

/** What of a customer a group is made by. */
export interface Grouped {
  readonly country: string | null
  readonly tier: string | null
  readonly team_id: string | null
}

/** Who takes over what belongs to a customer, or to none; null for nobody in particular. */
export function successorOf({ groups, rest }: HandoverPlan, customer: Grouped | null): string | null {
  if (!customer) return rest
  const fits = (group: HandoverPlan['groups'][number]) =>
    (['country', 'tier', 'team_id'] as const).every((key) => group[key] === undefined || group[key] === customer[key])
  return groups.find(fits)?.to ?? rest
}

/** Who is named by a plan, each once. */
export const successorsIn = ({ groups, rest }: HandoverPlan): string[] => [
  ...new Set([...groups.map(({ to }) => to), ...(rest === null ? [] : [rest])]),
]

/** Of each type that is handed over: whose fields say whose it is, and the states in which it is history, and stays. */
export const HANDED: Readonly<
  Partial<Record<TypeName, { readonly fields: readonly string[]; readonly ended: readonly string[] }>>
> = {
  customer: { fields: ['owner_id', 'co_owner_ids'], ended: [] },
  inquiry: { fields: ['owner_id'], ended: ['converted', 'invalid', 'lost', 'duplicate'] },
  deal: { fields: ['owner_id', 'merchandiser_id'], ended: ['won', 'lost'] },
  order: { fields: ['owner_id', 'merchandiser_id'], ended: ['completed', 'archived', 'cancelled'] },
  quotation: { fields: ['owner_id'], ended: ['rejected', 'expired', 'superseded', 'withdrawn'] },
  sample: { fields: ['owner_id', 'merchandiser_id'], ended: ['approved_by_customer', 'rejected', 'cancelled'] },
  contract: { fields: ['owner_id'], ended: ['completed', 'rejected', 'terminated'] },
  shipment: { fields: ['owner_id'], ended: ['delivered', 'closed', 'cancelled'] },
  after_sales_case: { fields: ['owner_id'], ended: ['closed', 'rejected'] },
  survey: { fields: ['owner_id'], ended: ['answered', 'expired', 'waived'] },
  task: { fields: ['assignee_id'], ended: ['done', 'cancelled', 'expired'] },
  approval: { fields: ['steps'], ended: ['approved', 'rejected', 'withdrawn', 'superseded'] },
  access_request: { fields: ['asked_by'], ended: ['granted', 'refused'] },
  user: { fields: ['manager_id'], ended: ['left'] },
  team: { fields: ['leader_id'], ended: [] },
}

export const HANDED_TYPES = Object.keys(HANDED) as TypeName[]

/** Who hands over, from whom, and who is left to take what nobody in particular takes. */
export interface Handing {
  readonly leaver: string
  readonly successor: string | null
  /** Whoever is above the leaver, else the last resort of the firm; null where there is neither. */
  readonly above: string | null
  readonly by: string
  /** ms UTC. */
  readonly now: number
}

type Written = Readonly<Record<string, unknown>>

/** What is written of a record when somebody leaves; null where nothing of it is theirs any more, or it has ended. */
export function handedOver(type: TypeName, record: AnyRecord, handing: Handing): Written | null {
  const { fields, ended } = HANDED[type] ?? { fields: [], ended: [] }
  const { leaver, successor, above } = handing
  if (ended.includes(String(record.status)) || record.exec_status === 'closed') return null
  const values = type === 'customer' ? customerTo(record, leaver, successor) : valuesTo(type, record, handing)
  const heir = type === 'user' || type === 'team' ? above : (successor ?? above)
  const plain = fields.filter((field) => !(field in values) && record[field] === leaver)
  const all = { ...values, ...Object.fromEntries(plain.map((field) => [field, heir === record.id ? null : heir])) }
  return Object.keys(all).length > 0 ? all : null
}

/** One customer: whoever takes it over needs no share of it besides. */
function customerTo(record: AnyRecord, leaver: string, successor: string | null): Written {
  const shares = (record.co_owner_ids ?? []) as readonly string[]
  const owner_id = record.owner_id === leaver ? successor : record.owner_id
  const others = [
    ...new Set(shares.flatMap((id) => (id !== leaver ? [id] : record.owner_id === leaver ? [] : (successor ?? [])))),
  ].filter((id) => id !== owner_id)
  const sharesChanged = JSON.stringify(others) !== JSON.stringify(shares)
  return {
    ...(record.owner_id === leaver ? { owner_id } : {}),
    ...(sharesChanged ? { co_owner_ids: others } : {}),
  }
}

const UNCLAIMED: readonly unknown[] = ['received', 'assigned']

function valuesTo(type: TypeName, record: AnyRecord, { leaver, successor, above, by, now }: Handing): Written {
  if (type === 'inquiry' && record.owner_id === leaver && successor === null && UNCLAIMED.includes(record.status)) {
    return { owner_id: null, status: 'pooled' }
  }
  if (type === 'access_request' && record.asked_by === leaver) {
    return { status: 'refused', decided_by: by, decided_at: now }
  }
  if (type === 'approval') {
    const steps = seatsTo(record.steps, leaver, [successor, above], record.requested_by)
    return steps ? { steps } : {}
  }
  return {}
}

interface Step {
  readonly approvers?: readonly Written[]
}

/** The seats of whoever leaves; nobody sits where they would decide on what they asked for themselves. */
function seatsTo(steps: unknown, leaver: string, heirs: readonly (string | null)[], requestedBy: unknown) {
  const heir = heirs.find((id) => id !== null && id !== requestedBy)
  const all = Array.isArray(steps) ? (steps as readonly Step[]) : []
  if (!heir || !all.some(({ approvers = [] }) => approvers.some(({ user }) => user === leaver))) return null
  return all.map((step) => ({
    ...step,
    approvers: (step.approvers ?? []).map((seat) => (seat.user === leaver ? { ...seat, user: heir } : seat)),
  }))
}

/** What is written to take a handover of a record back; null where something was done with it since. */
export const takenBack = (record: AnyRecord, moved: { readonly version: number; readonly before: Written }) =>
  record.version === moved.version ? moved.before : null

/** The states of a type that are handed over, for a count by them; null for a type that has none. */
export const statesOf = (type: TypeName): string | null => ('status' in TYPES[type].fields ? 'status' : null)
