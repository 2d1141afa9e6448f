import type { Shipment } from '#shared/trade/index.ts'

/** By what somebody outside knows a shipment, in the order in which it is looked up: by one of these, held to all that are given. */
export const REFERENCES = ['number', 'bl_no', 'booking_no', 'container_no'] as const

export type Reference = (typeof REFERENCES)[number]

/** What a shipment is known by: at least one of them. */
export type Known = Readonly<Partial<Record<Reference, string>>>

/** What comes after shipments under way, in this order: one that is cancelled is meant only where there is no other. */
export const ENDED = ['closed', 'cancelled'] as const satisfies readonly Shipment['status'][]

/**
 * Which of the shipments that fit is meant. Containers travel again, so that by one alone only a shipment under way is
 * found; any other reference names a closed one as well, for papers and empty containers come back late.
 */
export function shipmentFound<S extends Pick<Shipment, 'status'>>(
  fitting: readonly S[],
  known: Known,
): S | 'none' | 'several' {
  const byContainer = REFERENCES.every((key) => key === 'container_no' || known[key] === undefined)
  const ranks = [NONE, ...(byContainer ? [] : ENDED)]
  const meant = ranks.map((rank) => fitting.filter(({ status }) => rankOf(status) === rank)).find(hasAny) ?? []
  const [first] = meant
  if (!first) return 'none'
  return meant.length > 1 ? 'several' : first
}

/** Of those under way. */
const NONE = null
const hasAny = (list: readonly unknown[]): boolean => list.length > 0
const rankOf = (status: Shipment['status']) => ENDED.find((one) => one === status) ?? NONE
