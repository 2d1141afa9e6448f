import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const VISITORS = ['owner', 'manager', 'sales_rep', 'sales_manager']

/** The way of a satisfaction visit (domain 2.2.14). */
export const surveyWay = wayOf('survey', {
  start: 'planned',
  ends: ['answered', 'expired', 'waived'],
  edges: [
    {
      key: 'send',
      from: ['planned'],
      to: 'sent',
      label: text('Asked the buyer', '已发满意度回访'),
      who: VISITORS,
      effects: [{ do: 'set', field: 'sent_at', to: 'now()' }],
    },
    {
      key: 'answer',
      from: ['planned', 'sent', 'reminded'],
      to: 'answered',
      label: text('Note the answer', '记录回访结果'),
      who: VISITORS,
      form: ['nps', 'comment'],
      requires: ['nps'],
      effects: [{ do: 'set', field: 'answered_at', to: 'now()' }, { do: 'case_of_low_score' }],
    },
    { key: 'remind', from: ['sent'], to: 'reminded', label: text('Reminded', '已提醒'), who: VISITORS },
    { key: 'expire', from: ['sent', 'reminded'], to: 'expired', label: text('No answer', '未答复'), who: VISITORS },
    {
      key: 'waive',
      from: ['planned', 'sent'],
      to: 'waived',
      label: text('No visit needed', '免回访'),
      who: ['manager', 'sales_manager', 'gm'],
    },
  ],
})
