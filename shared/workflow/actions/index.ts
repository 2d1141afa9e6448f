import type { Action, LateAction } from '../action.ts'
import { addContainer } from './add-container.ts'
import { addDocument } from './add-document.ts'
import { addMilestone } from './add-milestone.ts'
import { addNote } from './add-note.ts'
import { ADVANCES } from './advance.ts'
import { advanceOrder } from './advance-order.ts'
import { allocateReceipt } from './allocate-receipt.ts'
import { amendOrder } from './amend-order.ts'
import { answerRequest } from './answer-request.ts'
import { askAccess } from './ask-access.ts'
import { askApproval } from './ask-approval.ts'
import { assignFollower } from './assign-follower.ts'
import { assignInquiryAction } from './assign-inquiry.ts'
import { cancelOrder } from './cancel-order.ts'
import { chooseCustomer } from './choose-customer.ts'
import { claimInquiry } from './claim-inquiry.ts'
import { createContract } from './create-contract.ts'
import { createCustomer } from './create-customer.ts'
import { createInquiry } from './create-inquiry.ts'
import { createQuotation } from './create-quotation.ts'
import { createSample } from './create-sample.ts'
import { createShipment } from './create-shipment.ts'
import { decideApprovalAction } from './decide-approval.ts'
import { editContract } from './edit-contract.ts'
import { editCustomer } from './edit-customer.ts'
import { editOrder } from './edit-order.ts'
import { editQuotation } from './edit-quotation.ts'
import { endTierOverride } from './end-tier-override.ts'
import { fileMail } from './file-mail.ts'
import { giveApproval } from './give-approval.ts'
import { holdOrder } from './hold-order.ts'
import { importChat } from './import-chat.ts'
import { linkCustomer } from './link-customer.ts'
import { LOGGED } from './log-talk.ts'
import { openCase } from './open-case.ts'
import { overrideTier } from './override-tier.ts'
import { planCall } from './plan-call.ts'
import { quoteAsked } from './quote-asked.ts'
import { registerAdvice } from './register-advice.ts'
import { registerReceipt } from './register-receipt.ts'
import { releaseOrder } from './release-order.ts'
import { reportMail } from './report-mail.ts'
import { reportProgress } from './report-progress.ts'
import { reverseAllocation } from './reverse-allocation.ts'
import { reviseQuotation } from './revise-quotation.ts'
import { setCredit } from './set-credit.ts'
import { startDeal } from './start-deal.ts'
import { endLeave, takeLeave } from './take-leave.ts'
import { undoChoice } from './undo-choice.ts'
import { undoLog } from './undo-log.ts'
import { unfileMail } from './unfile-mail.ts'
import { waiveDeposit } from './waive-deposit.ts'
import { writeOff } from './write-off.ts'
import { WRITTEN_PAPERS } from './write-paper.ts'
import { writeStatus } from './write-status.ts'

/** Every action, in the order in which a section offers them. */
export const ACTIONS: readonly (Action | LateAction)[] = [
  // on an order
  advanceOrder,
  editOrder,
  writeStatus,
  // on a deal and what belongs to it
  startDeal,
  createCustomer,
  linkCustomer,
  assignFollower,
  quoteAsked,
  createQuotation,
  editQuotation,
  reviseQuotation,
  createSample,
  createContract,
  editContract,
  ...ADVANCES,
  decideApprovalAction,
  giveApproval,
  askApproval,
  ...WRITTEN_PAPERS,
  // on what is made and sent
  reportProgress,
  createShipment,
  addContainer,
  addMilestone,
  addDocument,
  // on its money
  registerAdvice,
  registerReceipt,
  allocateReceipt,
  writeOff,
  reverseAllocation,
  amendOrder,
  waiveDeposit,
  // on an order as a whole, and after it
  releaseOrder,
  holdOrder,
  cancelOrder,
  openCase,
  // on a customer
  undoLog,
  addNote,
  ...LOGGED,
  importChat,
  answerRequest,
  editCustomer,
  endTierOverride,
  overrideTier,
  setCredit,
  planCall,
  // on a mail
  fileMail,
  unfileMail,
  createInquiry,
  askAccess,
  chooseCustomer,
  undoChoice,
  reportMail,
  // on an inquiry
  claimInquiry,
  assignInquiryAction,
  // on a member of staff
  takeLeave,
  endLeave,
]

/** An action, and which of its steps. */
export interface Named {
  readonly action: Action | LateAction
  readonly step: string | null
}

/** What a name stands for, as `claim-inquiry` or `advance-quotation:send`; undefined for nothing. */
export function actionNamed(name: string): Named | undefined {
  const [, base, step = null] = /^([a-z_-]+)(?::([a-z0-9_.-]{1,150}))?$/.exec(name) ?? []
  const action = ACTIONS.find((one) => one.name === base)
  return action && (step !== null) === (action.steps === true) ? { action, step } : undefined
}
