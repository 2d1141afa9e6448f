import { expect, test } from 'vitest'
import { productionRisk } from '#shared/order/production-risk.ts'

const TODAY = '2026-10-20'
const AN_ORDER = {
  status: 'running',
  planned_start: '2026-10-01',
  planned_finish: '2026-10-30',
  actual_start: '2026-10-01',
  readiness_date: null,
  missing_parts: null,
} as const

test.each([
  ['runs by its plan', {}, 'green'],
  ['is two days late', { planned_finish: '2026-10-18' }, 'green'],
  ['is three days late', { planned_finish: '2026-10-17' }, 'amber'],
  ['is five days late', { planned_finish: '2026-10-15' }, 'amber'],
  ['is six days late', { planned_finish: '2026-10-14' }, 'red'],
  ['is made, however late', { planned_finish: '2026-10-01', status: 'finished' }, 'green'],
  ['has not begun for three days', { actual_start: null, planned_start: '2026-10-17' }, 'amber'],
  ['gets its material six days after it was to start', RUN('2026-10-25', '2026-10-31'), 'red'],
  ['gets its material before it is to start', RUN('2026-10-25', '2026-10-24'), 'green'],
  ['lacks parts before it is to start', { ...RUN('2026-10-25', null), missing_parts: 'webbing' }, 'green'],
  ['lacks parts past its start', { planned_start: '2026-10-19', missing_parts: 'webbing' }, 'red'],
  ['says with blanks that nothing is missing', { missing_parts: '  ' }, 'green'],
  ['has no plan', { planned_start: null, planned_finish: null, missing_parts: 'webbing' }, 'green'],
] as const)('what %s is %j: %s', (_, given, risk) => {
  expect(productionRisk({ ...AN_ORDER, ...given }, TODAY)).toBe(risk)
})

function RUN(planned_start: string, readiness_date: string | null) {
  return { status: 'released', actual_start: null, planned_start, readiness_date } as const
}
