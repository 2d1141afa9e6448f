import { type Language, say, text } from '#shared/i18n/language.ts'
import { wallClock } from '#shared/time/zone.ts'
import type { Panel, Step, Tone } from '../panel.ts'

export const MORE = text('More', '更多')
export const CHOOSE = text('Choose…', '请选择…')

/** Where a step stands, for those who do not see the drawing. */
export const STATES = {
  done: text('done', '已完成'),
  now: text('now', '进行中'),
  next: text('to come', '未开始'),
} as const satisfies Record<Step['state'], unknown>

const ATTENTION: Readonly<Partial<Record<Tone, ReturnType<typeof text>>>> = {
  warning: text('Attention: ', '注意：'),
  danger: text('Warning: ', '警告：'),
}

/** A word before what must not be missed: colour alone would reach neither everyone nor plain text. */
export function attention(tone: Tone | undefined, language: Language): string {
  const word = tone && ATTENTION[tone]
  return word ? say(word, language) : ''
}

const AS_OF = text('As of {date} {time} ({timezone})', '截至 {date} {time}（{timezone}）')

/** When the panel's facts were true, on the clock of `timezone` (IANA). */
export function asOf(panel: Panel, timezone: string): string {
  const { date, time } = wallClock(panel.asOf, timezone)
  return say(AS_OF, panel.language, { date, time, timezone })
}
