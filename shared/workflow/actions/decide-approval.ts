import type { Situation } from '#shared/customer/situation.ts'
import { subjectOf } from '#shared/deal/approval-subject.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { awaitsMe, readApproval } from '#shared/deal/read-approval.ts'
import { hashOf, snapshotOf } from '#shared/deal/snapshot.ts'
import { standingIn } from '#shared/deal/standing-in.ts'
import { verdictStatus } from '#shared/deal/verdict-status.ts'
import { text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import { decideApproval } from '#shared/workflow/engine/decision.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { Action, Offer } from '../action.ts'
import { formOf } from '../form.ts'

const FIELDS = {
  decision: {
    kind: 'choice',
    required: true,
    label: text('Decision', '审批意见'),
    choices: { approve: text('Approve', '同意'), reject: text('Reject', '驳回') },
  },
  comment: { kind: 'text', max: 2000, lines: true, label: text('Comment; a rejection says why', '说明（驳回必填）') },
} as const satisfies Fields

/** Agrees to what somebody asks for, or sends it back with a reason. Nobody decides on their own request (domain 1.9). */
export const decideApprovalAction: Action<'approval'> = {
  name: 'decide-approval',
  on: 'approval',
  needs: { type: 'approval', verb: 'execute' },
  section: 'approval',

  offers: (situation, view) =>
    formsForMe(situation, view, {
      action: 'decide-approval',
      label: text('Decide', '审批')[view.language],
      fields: FIELDS,
      primary: true,
      folded: true,
    }),

  fields: () => FIELDS,

  decide({ target: approval, situation: { deal: file }, input, view }) {
    const subject = file && subjectOf(approval, file)
    if (!file || !subject) {
      const message = text('What was asked for is not there any more.', '审批对象已不存在。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'subject_id', code: 'gone', message }] }
    }
    const type = approval.subject_type as 'deal' | WayType
    const decided = decideApproval(
      readApproval(approval),
      {
        decision: input.decision as 'approve' | 'reject',
        comment: (input.comment as string | null | undefined) ?? null,
        by: { ...view.viewer, roles: view.access.roles, managers: file.above },
        snapshotHash: hashOf(snapshotOf(file, type, subject)),
      },
      view,
    )
    if (decided.kind !== 'moved') {
      const problems = decided.problems.map(({ code, field, message }) => ({
        field: field ?? 'decision',
        code,
        message: message[view.language],
      }))
      return { kind: 'rejected', problems }
    }
    const { status, decidedAt, steps } = decided.approval
    const verdict = status === 'approved' ? 'approve' : status === 'rejected' ? 'refuse' : null
    const to = verdict && type !== 'deal' ? verdictStatus(file.way(type), subject, verdict) : null
    const changes: Change[] = [
      { kind: 'update', type: 'approval', before: approval, values: { status, decided_at: decidedAt, steps } },
      ...(to ? [{ kind: 'update' as const, type, before: subject, values: { status: to } }] : []),
    ]
    return { kind: 'saved', changes }
  },
}

/** A form for each approval that waits for the reader. */
export const formsForMe = (
  { deal: file }: Situation,
  view: View,
  form: Pick<Parameters<typeof formOf>[0], 'action' | 'label' | 'fields' | 'primary' | 'folded'>,
): Offer[] =>
  (file?.parts.approval ?? [])
    .filter((approval) => awaitsMe(approval, view))
    .map((approval) => ({
      form: formOf({
        ...form,
        target: { type: 'approval', id: approval.id, version: approval.version },
        language: view.language,
      }),
      on: standingIn(file as DealFile, 'approval', approval, view.viewer),
    }))
