import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** A process as a firm has published it. A published version never changes: what runs by it runs by it to its end. */
export const workflow = {
  name: 'workflow',
  plural: 'workflows',
  label: text('Process', '流程'),
  title: 'key',
  fields: {
    key: { kind: 'text', max: 60, required: true, fixed: true, label: text('Key', '代码') },
    version_no: { kind: 'integer', min: 1, required: true, fixed: true, label: text('Version', '版本') },
    /** The type of record whose way it is: `deal`, `quotation`. */
    subject: { kind: 'text', max: 40, required: true, fixed: true, label: text('Of', '所属对象') },
    name_en: { kind: 'text', max: 120, required: true, label: text('Name in English', '英文名称') },
    name_zh: { kind: 'text', max: 120, required: true, label: text('Name in Chinese', '中文名称') },
    status: {
      kind: 'choice',
      required: true,
      initial: 'draft',
      label: text('Status', '状态'),
      choices: {
        draft: text('Draft', '草稿'),
        published: text('Published', '已发布'),
        retired: text('Retired', '已停用'),
      },
    },
    definition: { kind: 'data', max: 200_000, required: true, label: text('Definition', '定义') },
    published_at: { kind: 'instant', label: text('Published', '发布时间') },
    published_by: { kind: 'reference', to: 'user', label: text('Published by', '发布人') },
  },
  indexes: {
    workflows_by_key: { on: ['key', 'version_no'], unique: true },
    workflows_by_subject: { on: ['subject', 'status', 'key', 'version_no'] },
  },
} as const satisfies RecordType
