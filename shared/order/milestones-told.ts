import type { Problem } from '#shared/api.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { Milestone, MilestoneSource, Shipment } from '#shared/trade/index.ts'
import { milestoneDates } from './milestone-dates.ts'

/** What somebody outside tells of a shipment's way. `at` is ISO 8601 with its offset. */
export interface ToldEvent extends Pick<Milestone, 'type' | 'classifier'> {
  readonly at: string
  readonly location?: Milestone['location'] | undefined
  readonly note?: string | null | undefined
}

interface Telling {
  readonly source: Pick<MilestoneSource, 'id' | 'name' | 'kind'>
  readonly shipment: Shipment
  readonly events: readonly ToldEvent[]
  /** Keys ({@link toldKey}) of what this source has told of this shipment before. */
  readonly known: ReadonlySet<string>
}

interface ToldView {
  /** ms UTC. */
  readonly now: number
  /** The firm's zone, for a place whose own nobody knows. */
  readonly timezone: string
  readonly language: Language
  readonly newId: () => string
}

type Told = { readonly changes: readonly Change[]; readonly stored: number } | { readonly problems: readonly Problem[] }

/** One event by one source of one shipment: told twice, it is the same. */
export const toldKey = (type: string, classifier: string, at: number): string => `${type} ${classifier} ${at}`

/**
 * The milestones that are new among what was told, and the dates of the shipment that follow, in the order of the telling; or
 * why none of it is stored.
 */
export function milestonesTold({ source, shipment, events, known }: Telling, view: ToldView): Told {
  if (shipment.status === 'cancelled') return refused('shipment', 'cancelled', CANCELLED, view)
  const early = events.findIndex(({ classifier, at }) => classifier === 'ACT' && Date.parse(at) > view.now)
  if (early >= 0) return refused(`events.${early}.at`, 'future', FUTURE, view)
  const seen = new Set(known)
  const made: Change[] = []
  let dated: Shipment = shipment
  for (const { type, classifier, at: written, location = null, note = null } of events) {
    const at = Date.parse(written)
    const key = toldKey(type, classifier, at)
    if (seen.has(key)) continue
    seen.add(key)
    const told = { type, classifier, location, note, at, shipment_id: shipment.id, reported_by: source.kind }
    const values = { ...told, hook_id: source.id, hook_name: source.name }
    made.push({ kind: 'create', type: 'milestone', id: view.newId(), values })
    const port = location ?? (type === 'DEPA' ? shipment.pol : type === 'ARRI' ? shipment.pod : null)
    const on = dayThere(written, port, view.timezone)
    dated = { ...dated, ...milestoneDates(dated, { type, classifier, location, on }) }
  }
  const dates = DATES.filter((key) => dated[key] !== shipment[key])
  const values = Object.fromEntries(dates.map((key) => [key, dated[key]]))
  const moved: Change[] = dates.length > 0 ? [{ kind: 'update', type: 'shipment', before: shipment, values }] : []
  return { changes: [...made, ...moved], stored: made.length }
}

/**
 * Days of a shipment are those of its ports. A time that was written with an offset has the day there; of one in UTC the day
 * follows from the zone of the place.
 */
function dayThere(written: string, location: string | null, timezone: string): CivilDate {
  if (!/(Z|[+-]00:00)$/.test(written)) return written.slice(0, 10)
  return dateIn(Date.parse(written), zoneOfCountry(location?.slice(0, 2) ?? null) ?? timezone)
}

const DATES = ['etd', 'atd', 'eta', 'ata'] as const

const refused = (field: string, code: string, sentence: Text, { language }: ToldView): Told => ({
  problems: [{ field, code, message: say(sentence, language) }],
})

const CANCELLED = text('The shipment is cancelled.', '该出货已取消。')
const FUTURE = text('What has not come yet is planned or expected.', '尚未发生的节点请选择计划或预计。')
