import type { Approval, ApprovalStep, Decided, Seat } from './approval.ts'
import { type FlowCode, type FlowProblem, flowProblem } from './flow-problem.ts'

/** Who decides. */
export interface Decider {
  readonly id: string
  readonly roles: readonly string[]
  /** Who is above them, the nearest first. */
  readonly managers: readonly string[]
  /** Those whose deputy they are just now: they may sit where those sit. */
  readonly standsFor?: readonly { readonly id: string; readonly roles: readonly string[] }[]
}

export interface Decision {
  readonly decision: 'approve' | 'reject'
  readonly comment: string | null
  readonly by: Decider
  /** Of what the one who decides has before them. */
  readonly snapshotHash: string
}

export type Judgement =
  | { readonly kind: 'moved'; readonly approval: Approval }
  /** What was asked for is not what is there now: the request counts no longer, and what was said is not taken. */
  | { readonly kind: 'voided'; readonly approval: Approval; readonly problems: readonly FlowProblem[] }
  | { readonly kind: 'refused'; readonly problems: readonly FlowProblem[] }

/**
 * What a decision makes of a request (domain 1.9). Nobody decides on their own request, on that of somebody whose deputy they are or
 * of somebody above them, each person counts once in a step, a rejection says why. Time alone decides nothing.
 */
export function decideApproval(approval: Approval, decision: Decision, at: { readonly now: number }): Judgement {
  const { by } = decision
  if (approval.status !== 'pending') return refused('decided')
  if (by.id === approval.requestedBy) return refused('own_request')
  // Four eyes: whoever stands in for somebody is no other person than they are.
  if (by.standsFor?.some(({ id }) => id === approval.requestedBy)) return refused('stands_for_requester')
  if (by.managers.includes(approval.requestedBy)) return refused('below_requester')
  const current = approval.steps.findIndex((step) => !isAgreed(step))
  const step = approval.steps[current]
  if (!step) return refused('decided')
  const { standsFor = [] } = by
  const seatsIn = (one: ApprovalStep) => [by, ...standsFor].map((person) => seatsOf(person, one))
  const [own = [], ...absent] = seatsIn(step)
  const seats = [...new Set([...own, ...absent.flat()])]
  if (seats.length === 0) {
    if (approval.steps.some((other) => seatsIn(other).flat().length > 0)) return refused('not_your_turn')
    const who = step.approvers.map((seat) => ('role' in seat ? seat.role : seat.user)).join(', ')
    return { kind: 'refused', problems: [flowProblem('not_allowed', { who })] }
  }
  const voided = supersede(approval, decision.snapshotHash, at)
  if (voided) return { kind: 'voided', approval: voided, problems: [flowProblem('changed')] }
  const comment = decision.comment?.trim() || null
  if (decision.decision === 'reject' && comment === null)
    return { kind: 'refused', problems: [flowProblem('comment_required', {}, 'comment')] }
  const decided: Decided = {
    by: by.id,
    decision: decision.decision,
    comment,
    at: at.now,
    seats,
    ...(own.length === 0 ? { for: standsFor.find((one) => seatsOf(one, step).length > 0)?.id ?? by.id } : {}),
  }
  const next = { ...step, decisions: [...step.decisions, decided] }
  // Somebody else may have taken the only seat that the person could take.
  if (decided.decision === 'approve' && seated(next) === seated(step)) return refused('twice')
  const steps = approval.steps.with(current, next)
  const status = decided.decision === 'reject' ? 'rejected' : steps.every(isAgreed) ? 'approved' : 'pending'
  return { kind: 'moved', approval: { ...approval, steps, status, decidedAt: status === 'pending' ? null : at.now } }
}

/** The request as it is when what was asked for has changed since, also after it was approved; null when it has not. */
export function supersede(approval: Approval, snapshotHash: string, at: { readonly now: number }): Approval | null {
  const stands = approval.status === 'pending' || approval.status === 'approved'
  if (!stands || snapshotHash === approval.snapshotHash) return null
  return { ...approval, status: 'superseded', decidedAt: at.now }
}

/** Whom it waits for: the seats of the first step that is not agreed yet. */
export function awaited({ status, steps }: Approval): readonly Seat[] {
  if (status !== 'pending') return []
  return steps.find((step) => !isAgreed(step))?.approvers ?? []
}

function isAgreed(step: ApprovalStep): boolean {
  return seated(step) >= (step.mode === 'any' ? 1 : step.approvers.length)
}

const seatsOf = ({ id, roles }: Pick<Decider, 'id' | 'roles'>, { approvers }: ApprovalStep): number[] =>
  approvers.flatMap((seat, index) => (('role' in seat ? roles.includes(seat.role) : seat.user === id) ? [index] : []))

/** How many seats are taken by those who agree, each person on one: the most that can be seated together. */
function seated({ decisions }: ApprovalStep): number {
  const agreed = new Map(decisions.filter(({ decision }) => decision === 'approve').map(({ by, seats }) => [by, seats]))
  const sitting = new Map<number, string>()
  const seat = (person: string, tried: Set<number>): boolean => {
    for (const one of agreed.get(person) ?? []) {
      if (tried.has(one)) continue
      tried.add(one)
      const there = sitting.get(one)
      if (there !== undefined && !seat(there, tried)) continue
      sitting.set(one, person)
      return true
    }
    return false
  }
  return [...agreed.keys()].filter((person) => seat(person, new Set())).length
}

const refused = (code: FlowCode): Judgement => ({ kind: 'refused', problems: [flowProblem(code)] })
