import { askedApproval } from '#shared/deal/asked-approval.ts'
import { refusedApprovals } from '#shared/deal/refused-approval.ts'
import { text } from '#shared/i18n/language.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { effectView } from './effect-view.ts'

/** Asks for an approval that a deal waits for, once more or for the first time where nobody has: of the deal as it is now. */
export const askApproval: Action<'deal'> = {
  name: 'ask-approval',
  on: 'deal',
  needs: { type: 'deal', verb: 'execute' },
  section: 'road',

  offers({ deal: file }, view) {
    const refused = file ? refusedApprovals(file) : []
    if (!file || refused.length === 0) return []
    const { deal } = file
    const label = refused.some(({ wasAsked }) => wasAsked) ? AGAIN : FIRST
    const form = formOf({
      action: 'ask-approval',
      target: { type: 'deal', id: deal.id, version: deal.version },
      label: label[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: deal.standing ?? 0 }]
  },

  fields: () => ({}),

  decide({ situation: { deal: file }, view, newId }) {
    const refused = file ? refusedApprovals(file) : []
    if (!file || refused.length === 0) {
      const message = NOTHING[view.language]
      return { kind: 'rejected', problems: [{ field: 'deal', code: 'not_refused', message }] }
    }
    const acting = effectView(view, newId)
    const record = file.deal as unknown as AnyRecord
    const asked = refused.map(({ policy }) => askedApproval(policy, { file, type: 'deal', record, view: acting }))
    const problems = asked.flatMap((one) => ('problems' in one ? one.problems : []))
    return problems.length > 0
      ? { kind: 'rejected', problems }
      : { kind: 'saved', changes: asked.flatMap((one) => ('changes' in one ? one.changes : [])) }
  },
}

const AGAIN = text('Ask for approval again', '重新提交审批')
const FIRST = text('Ask for approval', '提交审批')
const NOTHING = text(
  'The deal waits for no approval that was refused or was not asked for.',
  '没有被驳回或尚未提交的审批事项。',
)
