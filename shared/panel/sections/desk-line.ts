import { deskAt } from '#shared/customer/waking.ts'
import { countryName, localTime, span } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '../section-builder.ts'

/** Where somebody is, what time it is there, and how long they are at the desk or away: `Brazil · Mon 22:00 · back in 11 h`. */
export function deskLine(country: string | null, timezone: string | null, view: View): string {
  const { language, now } = view
  const place = country ? countryName(country, language) : text('Country unknown', '国家未知')[language]
  if (timezone === null) return place
  const { awake, minutes } = deskAt(now, timezone)
  const sentence = awake ? text('leaves in {span}', '{span}后下班') : text('back in {span}', '{span}后上班')
  return [place, localTime(now, timezone, language), say(sentence, language, { span: span(minutes, language) })].join(
    ' · ',
  )
}
