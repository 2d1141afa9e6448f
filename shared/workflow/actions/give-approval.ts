import { awaitsMe } from '#shared/deal/read-approval.ts'
import { standingIn } from '#shared/deal/standing-in.ts'
import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { decideApprovalAction } from './decide-approval.ts'

const FIELDS = {
  comment: { kind: 'text', max: 2000, lines: true, label: text('Comment', '说明') },
} as const satisfies Fields

/** Agrees to what somebody asks for: most of it is, and that takes one press, with or without a comment. */
export const giveApproval: Action<'approval'> = {
  ...decideApprovalAction,
  name: 'give-approval',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.approval
      .filter((approval) => awaitsMe(approval, view))
      .map((approval) => {
        const form = formOf({
          action: 'give-approval',
          target: { type: 'approval', id: approval.id, version: approval.version },
          label: text('Approve', '同意')[view.language],
          fields: FIELDS,
          language: view.language,
        })
        return { form, on: standingIn(file, 'approval', approval, view.viewer) }
      })
  },

  fields: () => FIELDS,

  decide: (context) => decideApprovalAction.decide({ ...context, input: { ...context.input, decision: 'approve' } }),
}
