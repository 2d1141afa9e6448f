import type { EffectName } from '../effect-names.ts'
import { allocate } from './allocate.ts'
import { withdrawApproval } from './approvals.ts'
import { caseOfLowScore } from './case-of-low-score.ts'
import type { Effect } from './effect.ts'
import { linesInspected } from './inspection.ts'
import { orderFromContract } from './order-from-contract.ts'
import { clear, setActor } from './own-fields.ts'
import { quotationSent } from './quotation-sent.ts'
import { arrived, delivered, shipped } from './shipping.ts'
import { logReply, logSample } from './timeline.ts'
import { toPool } from './to-pool.ts'
import { verifyReceipt } from './verify-receipt.ts'

/** What definitions may have done by name. A name without a line here does not compile. */
export const EFFECTS: Readonly<Record<EffectName, Effect>> = {
  clear,
  set_actor: setActor,
  to_pool: toPool,
  log_reply: logReply,
  log_sample: logSample,
  quotation_sent: quotationSent,
  withdraw_approval: withdrawApproval,
  order_from_contract: orderFromContract,
  lines_inspected: linesInspected,
  shipped,
  arrived,
  delivered,
  verify_receipt: verifyReceipt,
  allocate,
  case_of_low_score: caseOfLowScore,
}
