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

export const actionNamed = (name: string): Action | undefined => ACTIONS.find((action) => action.name === name)
