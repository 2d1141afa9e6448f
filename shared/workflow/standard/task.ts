import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const ANYBODY = ['assignee', 'owner', 'manager']

/** The way of a task (domain 2.2.12). */
export const taskWay = wayOf('task', {
  start: 'open',
  ends: ['done', 'cancelled', 'expired'],
  edges: [
    { key: 'begin', from: ['open'], to: 'in_progress', label: text('Begin', '开始'), who: ANYBODY },
    {
      key: 'wait',
      from: ['open', 'in_progress'],
      to: 'waiting_customer',
      label: text('Waits for the buyer', '等待客户'),
      who: ANYBODY,
    },
    {
      key: 'finish',
      from: ['open', 'in_progress', 'waiting_customer'],
      to: 'done',
      label: text('Done', '完成'),
      who: ANYBODY,
      form: ['result'],
      effects: [{ do: 'set', field: 'done_at', to: 'now()' }],
    },
    {
      key: 'cancel',
      from: ['open', 'in_progress', 'waiting_customer'],
      to: 'cancelled',
      label: text('Cancel', '取消'),
      who: ANYBODY,
    },
    { key: 'expire', from: ['open'], to: 'expired', label: text('Expired', '已过期'), who: ['system'] },
  ],
})
