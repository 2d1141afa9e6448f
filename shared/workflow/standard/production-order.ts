import { text } from '#shared/i18n/language.ts'
import { NOT_HELD } from './not-held.ts'
import { wayOf } from './way-of.ts'

const HOUSE = ['planner', 'merchandiser', 'purchaser', 'owner', 'manager']

/** The way of a production order (domain 2.2.7). */
export const productionOrderWay = wayOf('production_order', {
  start: 'planned',
  ends: ['closed', 'cancelled'],
  edges: [
    {
      key: 'release',
      from: ['planned'],
      to: 'released',
      label: text('Release for production', '下达生产'),
      who: HOUSE,
      guard: [
        {
          expr: "deposit_waived = true or count(installment where guards = 'production_start' and open > 0) = 0",
          message: text('Deposit {open_deposit} not received yet.', '定金 {open_deposit} 尚未到账。'),
        },
        NOT_HELD,
      ],
      form: ['planned_start', 'planned_finish'],
    },
    {
      key: 'material',
      from: ['released'],
      to: 'material_ready',
      label: text('Material is complete', '物料齐套'),
      who: HOUSE,
    },
    {
      key: 'start',
      from: ['material_ready'],
      to: 'running',
      label: text('Start production', '开始生产'),
      who: HOUSE,
      guard: [NOT_HELD],
      effects: [{ do: 'set', field: 'actual_start', to: 'if(actual_start empty, today(), actual_start)' }],
    },
    {
      key: 'finish',
      from: ['running'],
      to: 'finished',
      label: text('Production finished', '生产完工'),
      who: HOUSE,
      effects: [
        { do: 'set', field: 'actual_finish', to: 'today()' },
        { do: 'set', field: 'progress_pct', to: '100' },
      ],
    },
    {
      key: 'inspect',
      from: ['finished'],
      to: 'inspected',
      label: text('Inspection passed', '验货合格'),
      who: ['qc', 'planner', 'merchandiser', 'manager'],
      form: ['inspection_result', 'inspected_on'],
      requires: ['inspection_result'],
      guard: [
        {
          expr: "inspection_result empty or inspection_result != 'reject'",
          message: text('It was rejected: rework it.', '验货不合格，请返工。'),
        },
      ],
      effects: [{ do: 'lines_inspected' }],
    },
    {
      key: 'rework',
      from: ['finished'],
      to: 'running',
      label: text('Rework', '返工'),
      who: ['qc', 'planner', 'merchandiser'],
    },
    { key: 'close', from: ['inspected'], to: 'closed', label: text('Close', '结案'), who: HOUSE },
    {
      key: 'pause',
      from: ['released', 'material_ready', 'running'],
      to: 'paused',
      label: text('Pause', '暂停'),
      who: HOUSE,
    },
    // It goes on where it was: what has begun is being made, and what has not waits for its material.
    {
      key: 'continue',
      from: ['paused'],
      to: 'running',
      condition: 'actual_start not empty',
      label: text('Go on', '恢复'),
      who: HOUSE,
      guard: [NOT_HELD],
    },
    { key: 'resume', from: ['paused'], to: 'released', default: true, label: text('Go on', '恢复'), who: HOUSE },
    {
      key: 'cancel',
      from: ['planned', 'released', 'paused'],
      to: 'cancelled',
      label: text('Cancel', '取消'),
      who: ['planner', 'manager'],
    },
  ],
})
