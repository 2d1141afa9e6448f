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
  },
  indexes: {
    users_by_email: { on: ['email'], unique: true },
    users_following: { on: ['alias'], where: `status = 'active' AND roles LIKE '%"merchandiser"%'` },
  },
} as const satisfies RecordType
