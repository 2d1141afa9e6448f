import type { Action } from '../action.ts'
import { addNote } from './add-note.ts'
import { advanceOrder } from './advance-order.ts'
import { answerRequest } from './answer-request.ts'
import { askAccess } from './ask-access.ts'
import { claimInquiry } from './claim-inquiry.ts'
import { createInquiry } from './create-inquiry.ts'
import { editCustomer } from './edit-customer.ts'
import { editOrder } from './edit-order.ts'

/** Every action, in the order in which a section offers them. */
export const ACTIONS: readonly Action[] = [
  // on an order
  advanceOrder,
  editOrder,
  // on a customer
  addNote,
  answerRequest,
  editCustomer,
  // on a mail
  createInquiry,
  askAccess,
  // on an inquiry
  claimInquiry,
]

/** An action, and which of its steps. */
export interface Named {
  readonly action: Action
  readonly step: string | null
}

/** What a name stands for, as `claim-inquiry` or `advance-quotation:send`; undefined for nothing. */
export function actionNamed(name: string): Named | undefined {
  const [, base, step = null] = /^([a-z_-]+)(?::([a-z0-9_.-]{1,80}))?$/.exec(name) ?? []
  const action = ACTIONS.find((one) => one.name === base)
  return action && (step !== null) === (action.steps === true) ? { action, step } : undefined
}

/** What an action's step is called by hosts. */
export const stepName = (action: string, step: string): string => `${action}:${step}`
