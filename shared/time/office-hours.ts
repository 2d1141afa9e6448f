import type { WorkCalendar } from './work-calendar.ts'

const DAY = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
] as const

/** When the people of a firm work that has said nothing else: Monday to Friday, at their zone's office hours. */
export const officeHours = (timezone: string): WorkCalendar => ({
  timezone,
  weekly: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  holidays: new Set(),
  makeup: new Set(),
  makeupAs: 1,
})
