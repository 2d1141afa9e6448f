import type { Approval } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'

/** What a deal was not given where it stands: the stage, and the policy by which it is asked for. */
export interface Refused {
  readonly node: string
  readonly policy: string
  /** It was asked for, and decided otherwise or taken back. */
  readonly wasAsked: boolean
}

/**
 * The approvals that stages of a deal wait for and that nobody decides on: decided otherwise or taken back since it came there,
 * or never asked for, as where another version of its road has an approval at the stage where it stood.
 */
export function refusedApprovals(file: DealFile): Refused[] {
  const { road, deal, parts } = file.whole ?? file
  return dealState(deal).tokens.flatMap(({ node, since }) => {
    const { policy } = road?.nodes.get(node)?.spec ?? {}
    if (policy === undefined) return []
    const newest = parts.approval.find((one) => one.policy === policy && one.requested_at >= since)
    return newest && WAITING.includes(newest.status) ? [] : [{ node, policy, wasAsked: newest !== undefined }]
  })
}

const WAITING: readonly Approval['status'][] = ['approved', 'pending', 'expired_escalated']
