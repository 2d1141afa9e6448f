import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

/** Something for one person to do, by themselves or because the road asks for it. */
export const task = {
  name: 'task',
  plural: 'tasks',
  label: text('Task', '任务'),
  title: 'title',
  writable: true,
  belongs: { to: ['assignee_id'], within: 'deal_id' },
  fields: {
    ...DEAL_LINK,
    title: { kind: 'text', max: 200, required: true, label: text('What to do', '任务内容') },
    kind: {
      kind: 'choice',
      required: true,
      initial: 'todo',
      label: text('Kind', '类型'),
      choices: {
        todo: text('To do', '待办'),
        call: text('Call', '电话'),
        mail: text('Mail', '邮件'),
        approve: text('Approve', '审批'),
        check: text('Check', '检查'),
        collect: text('Collect', '催收'),
        document: text('Document', '单证'),
      },
    },
    /** The record it is about: its type and id. */
    subject_type: { kind: 'text', max: 40, fixed: true, label: text('About', '关联对象') },
    subject_id: { kind: 'text', max: 26, fixed: true, label: text('Record', '关联记录') },
    assignee_id: { kind: 'reference', to: 'user', label: text('For', '负责人') },
    due_at: { kind: 'instant', label: text('Due', '截止时间') },
    remind_at: { kind: 'instant', label: text('Remind at', '提醒时间') },
    priority: { kind: 'integer', min: 1, max: 4, required: true, initial: 3, label: text('Priority', '优先级') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'open',
      label: text('Status', '状态'),
      choices: {
        open: text('Open', '待办'),
        in_progress: text('In progress', '进行中'),
        waiting_customer: text('Waiting for the customer', '等待客户'),
        done: text('Done', '已完成'),
        cancelled: text('Cancelled', '已取消'),
        expired: text('Expired', '已过期'),
      },
    },
    /** What made it: one task for each rule, record and occasion. */
    dedupe_key: { kind: 'text', max: 200, computed: true, label: text('Key of its occasion', '去重键') },
    result: { kind: 'text', max: 1000, lines: true, computed: true, label: text('Result', '结果') },
    done_at: { kind: 'instant', computed: true, label: text('Done', '完成时间') },
  },
  indexes: {
    tasks_by_deal: { on: ['deal_id'] },
    tasks_by_assignee: { on: ['assignee_id'] },
    tasks_open_by_assignee: {
      on: ['assignee_id', 'due_at'],
      where: "status IN ('open','in_progress','waiting_customer')",
    },
    tasks_by_occasion: { on: ['dedupe_key'], where: 'dedupe_key IS NOT NULL', unique: true },
  },
} as const satisfies RecordType
