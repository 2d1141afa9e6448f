import type { Action } from '../action.ts'
import { addNote } from './add-note.ts'
import { advanceOrder } from './advance-order.ts'
import { createInquiry } from './create-inquiry.ts'

/** Every action, in the order in which a section offers them. */
export const ACTIONS: readonly Action[] = [
  // on an order
  advanceOrder,
  // on a customer
  addNote,
  // on a mail
  createInquiry,
]

export const actionNamed = (name: string): Action | undefined => ACTIONS.find((action) => action.name === name)
