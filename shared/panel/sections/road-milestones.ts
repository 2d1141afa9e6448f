import type { DealFile } from '#shared/deal/deal-file.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import type { Milestone } from '#shared/trade/index.ts'
import { milestone } from '#shared/trade/milestone.ts'
import type { Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

/** How many are shown; the record has the rest. */
const SHOWN_MAX = 6

/**
 * How far shipments are on their way: of each node what was told last, planned, expected or actual, with who told it. What is
 * actual is not put back by what somebody expected.
 */
export function milestones({ parts }: DealFile, { language, timezone }: View): Widget[] {
  const { type, classifier, reported_by } = milestone.fields
  return lastOfEach(parts)
    .sort((a, b) => a.at - b.at)
    .slice(-SHOWN_MAX)
    .map((one): Widget => {
      const zone = zoneOfCountry(one.location?.slice(0, 2) ?? null) ?? timezone
      const shipment = parts.shipment.find(({ id }) => id === one.shipment_id)
      const among = parts.shipment.length > 1 ? shipment?.doc_no : null
      return {
        kind: 'fact',
        label: [type.choices[one.type][language], one.location].filter(Boolean).join(' '),
        value: `${dateTime(one.at, zone)} · ${classifier.choices[one.classifier][language]}`,
        detail: [
          `${reported_by.label[language]}: ${reported_by.choices[one.reported_by][language]}`,
          one.hook_name,
          among,
        ]
          .filter(Boolean)
          .join(' · '),
      }
    })
}

/** The newest are first in a deal's file. */
function lastOfEach({ milestone, shipment }: DealFile['parts']): Milestone[] {
  const gone = new Set(shipment.filter(({ status }) => status === 'cancelled').map(({ id }) => id))
  const last = new Map<string, Milestone>()
  for (const one of milestone.filter(({ shipment_id }) => !gone.has(shipment_id))) {
    const key = `${one.shipment_id} ${one.type} ${one.location ?? ''}`
    const known = last.get(key)
    if (!known || (one.classifier === 'ACT' && known.classifier !== 'ACT')) last.set(key, one)
  }
  return [...last.values()]
}
