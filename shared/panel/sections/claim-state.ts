import { claimDue, isUnclaimed } from '#shared/customer/claim.ts'
import { dateTime, span } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry as type } from '#shared/trade/inquiry.ts'
import type { Tone, Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

const { fields } = type

/** From here on a claim is urgent. */
const SOON_MINUTES = 5 * 60

/** How long there is still to claim an inquiry, in words: too late is danger, soon a warning. */
export function claimState(inquiry: Inquiry, { now, language }: View): { readonly words: string; readonly tone: Tone } {
  const left = Math.floor((claimDue(inquiry) - now) / 60_000)
  const late = left < 0
  const sentence = late ? text('{span} late', '认领超时{span}') : text('{span} to claim', '{span}内认领')
  return {
    words: say(sentence, language, { span: span(Math.abs(left), language) }),
    tone: late ? 'danger' : left < SOON_MINUTES ? 'warning' : 'neutral',
  }
}

/** By when an inquiry is to be claimed, unless somebody has it, and when its writer was told that it has arrived. */
export function claimFact(inquiry: Inquiry, view: View): Widget[] {
  const { acknowledged_at: at } = inquiry
  const told: Widget[] =
    at === null
      ? []
      : [{ kind: 'fact', label: fields.acknowledged_at.label[view.language], value: dateTime(at, view.timezone) }]
  if (!isUnclaimed(inquiry)) return told
  const { words, tone } = claimState(inquiry, view)
  const label = text('To be claimed by', '认领期限')[view.language]
  return [{ kind: 'fact', label, value: dateTime(claimDue(inquiry), view.timezone), detail: words, tone }, ...told]
}
