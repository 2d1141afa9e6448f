import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { milestone } from './milestone.ts'

const { carrier, forwarder, platform } = milestone.fields.reported_by.choices

/**
 * Who tells us of shipments by webhook. Its secret is no field: no list, history or answer but the one that made it has it
 * (`worker/src/http/milestone-secret.ts`).
 */
export const milestoneSource = {
  name: 'milestone_source',
  plural: 'milestone_sources',
  label: text('Webhook of milestones', '节点推送来源'),
  title: 'name',
  writable: true,
  fields: {
    name: { kind: 'text', max: 80, required: true, label: text('Name', '名称') },
    kind: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Who it is', '类型'),
      choices: { carrier, forwarder, platform },
    },
    status: {
      kind: 'choice',
      required: true,
      initial: 'active',
      label: text('Status', '状态'),
      choices: { active: text('Active', '启用'), stopped: text('Stopped', '停用') },
    },
    secret_made_at: { kind: 'instant', computed: true, label: text('Secret made', '密钥生成时间') },
  },
} as const satisfies RecordType
