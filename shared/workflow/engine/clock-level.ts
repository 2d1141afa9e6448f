import type { Text } from '#shared/i18n/language.ts'
import { text } from '#shared/i18n/language.ts'
import type { WorkflowLevel } from '../definition/workflow.ts'
import { type Ground, holds } from './ground.ts'

/** When people are told of a clock, who they are, and what else is done. */
export interface Level {
  /** ms UTC. */
  readonly at: number
  readonly label: Text
  /** Names of people as the definition has them: `responsible`, `manager+1`, a role, a field. */
  readonly notify: readonly string[]
  readonly action: string | null
}

export const RESPONSIBLE: readonly string[] = ['responsible']

/** A level without words for people of its own: the responsible is told. */
export const levelOf = (at: number, label: Text, escalation: WorkflowLevel | undefined, ground: Ground): Level => ({
  at,
  label,
  notify: escalation ? toldOf(escalation, ground) : RESPONSIBLE,
  action: escalation?.action ?? null,
})

const toldOf = ({ told }: WorkflowLevel, ground: Ground): string[] => [
  ...new Set(told.filter(({ when }) => holds(when, ground)).map(({ name }) => name)),
]

/** In the order of time; of those that fall together one, unless each does something of its own. */
export function inOrder(levels: readonly Level[]): Level[] {
  const merged: Level[] = []
  for (const level of [...levels].sort((a, b) => a.at - b.at)) {
    const before = merged.at(-1)
    if (before?.at === level.at && (before.action === null || level.action === null)) {
      const notify = [...new Set([...before.notify, ...level.notify])]
      merged[merged.length - 1] = { ...level, notify, action: level.action ?? before.action }
    } else merged.push(level)
  }
  return merged
}

const UNITS = {
  min: text('min', '分钟'),
  h: text('h', '小时'),
  d: text('days', '天'),
  wd: text('working days', '个工作日'),
}

/** What is reached with a level. */
export const LABELS = {
  percent: text('{name}: {percent} % of the time is over', '{name}：已过时限的{percent}%'),
  soon: text('{name}: {amount} {unit} are left', '{name}：还剩{amount}{unit}'),
  over: text('{name}: the time is over', '{name}：时限已到'),
  late: text('{name}: {amount} {unit} late', '{name}：已超时{amount}{unit}'),
  days: text('{name}: {amount} days on', '{name}：已过{amount}天'),
  before: text('{name}: in {amount} days', '{name}：还有{amount}天'),
  due: text('{name}: it is time', '{name}：时间到'),
  again: text('{name}: for the {amount}. time', '{name}：第{amount}次提醒'),
} as const

/** How long something is, for {@link LABELS}: whole hours are said as hours. */
export function spanOf(amount: number, unit: keyof typeof UNITS): { readonly amount: number; readonly unit: Text } {
  return unit === 'min' && amount % 60 === 0 ? { amount: amount / 60, unit: UNITS.h } : { amount, unit: UNITS[unit] }
}
