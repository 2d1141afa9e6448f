import type { Situation } from '#shared/customer/situation.ts'
import { subjectOf } from '#shared/deal/approval-subject.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { awaitsMe, readApproval } from '#shared/deal/read-approval.ts'
import { hashOf, snapshotOf } from '#shared/deal/snapshot.ts'
import { standingIn } from '#shared/deal/standing-in.ts'
import { verdictStatus } from '#shared/deal/verdict-status.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Approval, TYPES } from '#shared/trade/index.ts'
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

  decide({ target: approval, situation: { deal: file }, input, view, newId }) {
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
    if (!verdict || approval.requested_by === view.viewer.id) return { kind: 'saved', changes }
    return {
      kind: 'saved',
      changes: [...changes, told(approval, subject, verdict, { input, view, newId })],
      alerts: true,
    }
  },
}

/** Whoever asked is told what became of it, by whom and with which words: something to go on with, at home and by mail. */
function told(
  approval: Approval,
  subject: AnyRecord,
  verdict: 'approve' | 'refuse',
  { input, view, newId }: Pick<Parameters<Action<'approval'>['decide']>[0], 'input' | 'view' | 'newId'>,
): Change {
  const { language, viewer, now } = view
  const label = TYPES[approval.subject_type as 'deal' | WayType].label[language]
  const what = `${label} ${String(subject.doc_no ?? '')}`.trim()
  const words = say(verdict === 'approve' ? GRANTED : REFUSED, language, { what, who: viewer.alias })
  const comment = typeof input.comment === 'string' && input.comment.trim() !== '' ? `: ${input.comment.trim()}` : ''
  return {
    kind: 'create',
    type: 'task',
    id: newId(),
    values: {
      deal_id: subject.deal_id ?? subject.id,
      title: `${words}${comment}`.replace(/\s+/g, ' ').slice(0, 200),
      kind: 'todo',
      subject_type: approval.subject_type,
      subject_id: approval.subject_id,
      assignee_id: approval.requested_by,
      due_at: now + DAY_MS,
      dedupe_key: `decided:${approval.id}`,
    },
  }
}

const DAY_MS = 86_400_000
const GRANTED = text('{what}: approved by {who}', '{what}：{who}已批准')
const REFUSED = text('{what}: sent back by {who}', '{what}：{who}已驳回')

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
