import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Action } from '../action.ts'
import { decideApprovalAction, formsForMe } from './decide-approval.ts'

const FIELDS = {
  comment: { kind: 'text', max: 2000, lines: true, label: text('Comment', '说明') },
} as const satisfies Fields

/** Agrees to what somebody asks for: most of it is, and that takes one press, with or without a comment. */
export const giveApproval: Action<'approval'> = {
  ...decideApprovalAction,
  name: 'give-approval',

  offers: (situation, view) =>
    formsForMe(situation, view, {
      action: 'give-approval',
      label: text('Approve', '同意')[view.language],
      fields: FIELDS,
    }),

  fields: () => FIELDS,

  decide: (context) => decideApprovalAction.decide({ ...context, input: { ...context.input, decision: 'approve' } }),
}
