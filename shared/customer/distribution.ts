import type { CivilDate } from '#shared/time/civil-date.ts'
import type { AssignmentRule, LeadPool } from '#shared/trade/index.ts'
import { assignInquiry, type Candidate, isFree } from './assignment.ts'

/** How a firm's inquiries are given out today: its rules, its pools, and who has how many. */
export interface Distribution {
  readonly rules: readonly AssignmentRule[]
  readonly pools: readonly LeadPool[]
  /** Everybody who may have inquiries. */
  readonly staff: readonly Hand[]
}

/** Somebody with what they have in hand. */
export interface Hand extends Candidate {
  readonly alias: string
  readonly teamId: string | null
  /** Claimed today. */
  readonly claimedToday: number
}

/** What rules ask of an inquiry. */
export interface Asked {
  readonly country?: string | null
  readonly product_line?: string | null
  readonly language?: string | null
  readonly channel?: string | null
  readonly tier?: string | null
}

/** Whose a new inquiry is by the firm's rules; null when it lies in the pool. */
export function givenTo(asked: Asked, { rules, staff }: Distribution, today: CivilDate): string | null {
  const inForce = rules.filter(
    ({ active_from, active_to }) => (active_from ?? '') <= today && today <= (active_to ?? '9999'),
  )
  const known = inForce.map(({ id, priority, match, users, team_id, strategy }) => ({
    id,
    priority,
    match: match as Readonly<Record<string, readonly string[]>>,
    users: chosen(staff, users?.length ? users : teamOf(staff, team_id), strategy),
  }))
  const given = assignInquiry({ customerOwner: null, qualities: { ...asked } }, staff, known)
  return given.by === 'rule' ? given.user : null
}

/** Everybody in a team; without one a rule that names nobody is nobody's. */
const teamOf = (staff: readonly Hand[], team: string | null): string[] =>
  team === null ? [] : staff.filter(({ teamId }) => teamId === team).map(({ id }) => id)

/** Whom a rule may give to now: all of them in turn, those with the fewest in hand, or the first who is free. */
function chosen(staff: readonly Hand[], users: readonly string[], strategy: AssignmentRule['strategy']): string[] {
  const known = users.flatMap((id) => staff.find((one) => one.id === id) ?? [])
  const free = known.filter(isFree)
  if (strategy === 'fixed') return free.slice(0, 1).map(({ id }) => id)
  if (strategy === 'weighted_round_robin') return free.map(({ id }) => id)
  const fewest = Math.min(...free.map(({ openLeads }) => openLeads))
  return free.filter(({ openLeads }) => openLeads === fewest).map(({ id }) => id)
}
