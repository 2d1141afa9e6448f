import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Milestone, Shipment } from '#shared/trade/index.ts'

/**
 * Which dates of a shipment a milestone tells: the departure from its port of loading and the arrival at its port of
 * discharge. What happens at a port in between says nothing of either. Null when nothing changes.
 */
export function milestoneDates(
  shipment: Pick<Shipment, 'pol' | 'pod' | 'etd' | 'atd' | 'eta' | 'ata'>,
  { type, classifier, location, on }: Pick<Milestone, 'type' | 'classifier' | 'location'> & { readonly on: CivilDate },
): Readonly<Partial<Pick<Shipment, 'etd' | 'atd' | 'eta' | 'ata'>>> | null {
  const port = type === 'DEPA' ? shipment.pol : type === 'ARRI' ? shipment.pod : undefined
  if (port === undefined || (port !== null && location && location !== port)) return null
  const happened = classifier === 'ACT'
  const key = type === 'DEPA' ? (happened ? 'atd' : 'etd') : happened ? 'ata' : 'eta'
  return shipment[key] === on ? null : { [key]: on }
}
