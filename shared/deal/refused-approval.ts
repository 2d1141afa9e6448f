import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'

/** What a deal was not given where it stands: the stage, and the policy by which it was asked for. */
export interface Refused {
  readonly node: string
  readonly policy: string
}

/** The approvals that stages of a deal wait for, and that were decided otherwise or taken back since it came there. */
export function refusedApprovals({ road, deal, parts }: DealFile): Refused[] {
  return dealState(deal).tokens.flatMap(({ node, since }) => {
    const { policy } = road?.nodes.get(node)?.spec ?? {}
    if (policy === undefined) return []
    const newest = parts.approval.find((one) => one.policy === policy && one.requested_at >= since)
    return newest && !WAITING.includes(newest.status) ? [{ node, policy }] : []
  })
}

const WAITING: readonly string[] = ['approved', 'pending', 'expired_escalated']
