import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** The posts of a foreign-trade firm. */
export const ROLES = [
  'sales_rep',
  'sales_manager',
  'merchandiser',
  'purchaser',
  'planner',
  'qc',
  'doc_clerk',
  'logistics',
  'finance',
  'legal',
  'gm',
  'admin',
  'dpo',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** A member of staff. Who they are to Microsoft or Google is kept apart, in `identity`. */
export const user = {
  name: 'user',
  plural: 'users',
  label: text('Member of staff', '员工'),
  title: 'alias',
  belongs: { to: ['id'] },
  fields: {
    email: { kind: 'email', required: true, label: text('Mail address', '邮箱') },
    display_name: { kind: 'text', required: true, label: text('Name', '姓名') },
    alias: { kind: 'text', required: true, label: text('Name shown to buyers', '对外英文名') },
    roles: { kind: 'texts', required: true, label: text('Posts', '岗位') },
    manager_id: { kind: 'reference', to: 'user', label: text('Superior', '上级') },
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    timezone: { kind: 'timezone', label: text('Time zone', '时区') },
    locale: { kind: 'language', label: text('Language', '语言') },
    languages: { kind: 'texts', max: 20, label: text('Languages', '语言') },
    /** Open inquiries at most; nobody is given more. */
    capacity: { kind: 'integer', min: 0, max: 10_000, label: text('Capacity', '询盘容量') },
    /** How often they come in turn, against others. */
    assign_weight: { kind: 'integer', min: 0, max: 100, label: text('Weight in assignment', '分配权重') },
    status: {
      kind: 'choice',
      required: true,
      label: text('Status', '状态'),
      choices: {
        invited: text('Invited', '已邀请'),
        active: text('Active', '在职'),
        suspended: text('Suspended', '停用'),
        left: text('Left', '离职'),
      },
    },
    /** Away from then until then, both days included; and who stands in for them meanwhile: `shared/staff/leave.ts`. */
    away_from: { kind: 'date', computed: true, label: text('Away from', '休假开始') },
    away_to: { kind: 'date', computed: true, label: text('Away until', '休假结束') },
    deputy_id: { kind: 'reference', to: 'user', computed: true, label: text('Deputy', '代理人') },
    /** The same in ms UTC, by their own zone: their deputy stands in from the one until the other, whatever runs or not. */
    away_at: { kind: 'instant', computed: true, label: text('Deputy from', '代理开始') },
    back_at: { kind: 'instant', computed: true, label: text('Deputy until', '代理结束') },
  },
  indexes: {
    users_by_email: { on: ['email'], unique: true },
    users_by_deputy: { on: ['deputy_id'], where: 'deputy_id IS NOT NULL' },
    users_following: { on: ['alias'], where: `status = 'active' AND roles LIKE '%"merchandiser"%'` },
  },
} as const satisfies RecordType
