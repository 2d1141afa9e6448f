import type { Home, OwnLeave } from '#shared/customer/home.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { StandsFor } from '#shared/staff/leave.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** For whom the reader stands in and until when, their own leave, and the way to take or to end one. */
export const leave: SectionBuilder<Home> = {
  key: 'leave',
  build({ leave }, view) {
    if (!leave) return null
    const standsFor = view.viewer.standsFor ?? []
    return {
      title: text('Leave', '休假与代理')[view.language],
      ...(standsFor.length > 0 || leave.own.away_from ? { tone: 'info' as const } : {}),
      summary: [...standsFor.slice(0, 3).map(forOf(view)), ...ownLeave(leave.own, view), ...view.offers('leave')],
      ...(standsFor.length > 3 ? { full: standsFor.map(forOf(view)) } : {}),
    }
  },
}

const forOf =
  ({ language }: View) =>
  ({ alias, until }: StandsFor): Widget => ({
    kind: 'note',
    text: say(text('For {name} until {until}', '代 {name}，至 {until}'), language, { name: alias, until }),
  })

function ownLeave({ away_from, away_to, deputy, deputyAway }: OwnLeave, { language }: View): Widget[] {
  if (!away_from) return []
  const value = say(text('{from} to {to}', '{from} 至 {to}'), language, { from: away_from, to: away_to ?? '' })
  return [
    {
      kind: 'fact',
      label: text('Away', '休假')[language],
      value,
      detail: say(deputyAway ? BOTH : DEPUTY, language, { name: deputy ?? '–' }),
      ...(deputyAway ? { tone: 'warning' as const } : {}),
    },
  ]
}

const DEPUTY = text('deputy: {name}', '代理人：{name}')
const BOTH = text('deputy: {name}, who is away as well', '代理人：{name}（同期也休假）')
