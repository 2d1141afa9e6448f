import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

export const team = {
  name: 'team',
  plural: 'teams',
  label: text('Team', '团队'),
  title: 'name',
  fields: {
    key: { kind: 'text', required: true, fixed: true, label: text('Key', '代码') },
    name: { kind: 'text', required: true, label: text('Name', '名称') },
    leader_id: { kind: 'reference', to: 'user', label: text('Leader', '组长') },
    regions: { kind: 'texts', max: 100, label: text('Regions', '区域') },
    product_lines: { kind: 'texts', max: 100, label: text('Product lines', '产品线') },
    parent_id: { kind: 'reference', to: 'team', label: text('Part of', '上级团队') },
  },
} as const satisfies RecordType
