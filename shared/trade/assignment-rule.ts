import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** Who is given an inquiry of a certain sort (domain 1.6). The rule with the lowest priority that matches decides. */
export const assignmentRule = {
  name: 'assignment_rule',
  plural: 'assignment_rules',
  label: text('Assignment rule', '分配规则'),
  title: 'name',
  writable: true,
  fields: {
    name: { kind: 'text', max: 80, required: true, label: text('Name', '名称') },
    priority: { kind: 'integer', min: 1, max: 9999, required: true, label: text('Priority', '优先级') },
    match: { kind: 'data', of: 'match', max: 8000, required: true, label: text('Matches', '匹配条件') },
    strategy: {
      kind: 'choice',
      required: true,
      label: text('Given to', '分配方式'),
      choices: {
        weighted_round_robin: text('each in turn, by weight', '按权重轮流'),
        least_open: text('who has the fewest open', '未结最少者'),
        fixed: text('the first of them', '固定人员'),
      },
    },
    users: { kind: 'texts', of: 'user', max: 50, label: text('Members of staff', '员工') },
    team_id: { kind: 'reference', to: 'team', label: text('Everybody in', '团队') },
    active_from: { kind: 'date', label: text('From', '生效日期') },
    active_to: { kind: 'date', label: text('Until', '失效日期') },
  },
  indexes: { assignment_rules_by_priority: { on: ['priority'] } },
} as const satisfies RecordType
