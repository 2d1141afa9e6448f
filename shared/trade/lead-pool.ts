import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** Where inquiries lie that nobody has, and how many of them one person may take. */
export const leadPool = {
  name: 'lead_pool',
  plural: 'lead_pools',
  label: text('Lead pool', '公海'),
  title: 'name',
  writable: true,
  fields: {
    name: { kind: 'text', max: 80, required: true, label: text('Name', '名称') },
    /** Whose pool it is; everybody's when there is none. */
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    /** 0 is as many as one likes. */
    max_claim_per_day: {
      kind: 'integer',
      min: 0,
      max: 1000,
      required: true,
      initial: 0,
      label: text('Claims per person and day', '每人每天认领上限'),
    },
    max_hold: {
      kind: 'integer',
      min: 0,
      max: 10_000,
      required: true,
      initial: 0,
      label: text('Held by one person', '每人持有上限'),
    },
    /** Until who gave one back may claim it again. */
    claim_cooldown_h: {
      kind: 'integer',
      min: 0,
      max: 8760,
      required: true,
      initial: 72,
      label: text('Hours before it is claimed again', '再次认领冷却(小时)'),
    },
  },
  indexes: { lead_pools_by_team: { on: ['team_id'] } },
} as const satisfies RecordType
