import Big from 'big.js'

/** Somebody who may be given an inquiry. */
export interface Candidate {
  readonly id: string
  readonly isActive: boolean
  readonly isOnLeave: boolean
  readonly openLeads: number
  readonly capacity: number
  readonly assignedToday: number
  /** Who has twice the weight gets twice as many; a decimal string. */
  readonly weight: string
  /** ms UTC; null when never. */
  readonly lastAssignedAt: number | null
}

export interface AssignmentRule {
  readonly id: string
  /** The smallest goes first. */
  readonly priority: number
  /** What an inquiry must be like: each named quality has one of these values. */
  readonly match: Readonly<Record<string, readonly string[]>>
  readonly users: readonly string[]
}

export type Assignment =
  | { readonly by: 'same_customer'; readonly user: string; readonly isOnLeave: boolean }
  | { readonly by: 'rule'; readonly user: string; readonly rule: string }
  /** Nobody fits: it lies in the pool, and the clock for claiming it runs. */
  | { readonly by: 'pool' }

/**
 * Who gets an inquiry (domain 1.6, 3.14): the owner of the same customer; else, by the first rule that fits and has
 * somebody free, who has had the least for their weight today, then who has waited longest; else the pool.
 */
export function assignInquiry(
  { customerOwner, qualities }: { readonly customerOwner: string | null; readonly qualities: Qualities },
  candidates: readonly Candidate[],
  rules: readonly AssignmentRule[],
): Assignment {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const owner = customerOwner === null ? undefined : byId.get(customerOwner)
  if (owner?.isActive) return { by: 'same_customer', user: owner.id, isOnLeave: owner.isOnLeave }
  const fitting = rules.filter((rule) => fits(rule, qualities)).sort((a, b) => a.priority - b.priority)
  for (const rule of fitting) {
    const free = rule.users.flatMap((id) => byId.get(id) ?? []).filter(isFree)
    const [first] = free.sort(byTurn)
    if (first) return { by: 'rule', user: first.id, rule: rule.id }
  }
  return { by: 'pool' }
}

type Qualities = Readonly<Record<string, string | null | undefined>>

const fits = ({ match }: AssignmentRule, qualities: Qualities): boolean =>
  Object.entries(match).every(([quality, values]) => {
    const own = qualities[quality]
    return own != null && values.includes(own)
  })

/** Whether somebody can be given an inquiry now. */
export const isFree = ({ isActive, isOnLeave, openLeads, capacity, weight }: Candidate): boolean =>
  isActive && !isOnLeave && openLeads < capacity && Big(weight).gt(0)

/** Shares are compared crosswise, so that thirds are exact. */
function byTurn(a: Candidate, b: Candidate): number {
  const share = Big(a.assignedToday).times(b.weight).cmp(Big(b.assignedToday).times(a.weight))
  if (share !== 0) return share
  const waited = (a.lastAssignedAt ?? -1) - (b.lastAssignedAt ?? -1)
  return waited !== 0 ? waited : a.id < b.id ? -1 : 1
}
