import { may } from '#shared/access/access.ts'
import type { Viewer } from '#shared/access/field-class.ts'
import { seenRecord } from '#shared/access/seen-record.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { DealFile, DealParts } from './deal-file.ts'
import { seesLastPrices } from './last-price.ts'
import { PART_NAMES, type PartName } from './parts.ts'
import { standingIn } from './standing-in.ts'

/**
 * A deal as somebody may see it: the records of the types that are theirs to see, without the fields that are not. What can be
 * done is decided of the whole, which goes along. Who works on something of a deal without seeing it, as planning does, is
 * told how far it is, and neither whose it is nor what it is about.
 */
export function seenDeal(file: DealFile, viewer: Looking): DealFile {
  const parts = PART_NAMES.map((part) => [part, seenParts(file, part, viewer)])
  const { deal, customer } = file
  const whole = file.whole ?? file
  return {
    ...file,
    ...(seesDeal(file, viewer)
      ? { deal: seenRecord('deal', deal, viewer) }
      : { deal: { ...deal, ...UNSEEN }, people: {}, lastOrderDate: null, unseen: true as const }),
    customer:
      customer && may(viewer.access, 'customer', 'view', customer.standing)
        ? seenRecord('customer', customer, viewer)
        : null,
    parts: Object.fromEntries(parts) as DealParts,
    lastPrices: seesLastPrices(viewer.access, customer) ? file.lastPrices : [],
    whole,
  }
}

const seesDeal = ({ deal }: DealFile, { access }: Pick<Viewer, 'access'>): boolean =>
  may(access, 'deal', 'view', deal.standing)

/** Whether a deal is shown to somebody: they see it, or have something to do in it. */
export const isShown = (file: DealFile, viewer: Looking): boolean =>
  seesDeal(file, viewer) ||
  PART_NAMES.some((part) =>
    recordsOf(file, part).some((record) => {
      const standing = standingIn(file, part, record, viewer.viewer)
      return may(viewer.access, part, 'view', standing) && may(viewer.access, part, 'execute', standing)
    }),
  )

const recordsOf = ({ parts }: DealFile, part: PartName) => parts[part] as readonly AnyRecord[]

const seenParts = (file: DealFile, part: PartName, viewer: Looking): readonly AnyRecord[] =>
  recordsOf(file, part)
    .filter((record) => may(viewer.access, part, 'view', standingIn(file, part, record, viewer.viewer)))
    .map((record) => seenRecord(part, record, viewer))

/** Who looks; what bears their name is theirs. */
type Looking = Viewer & { readonly viewer?: { readonly id: string } }

/** What tells where a deal stands, and nothing else. */
const PLACE: readonly string[] = [
  'status',
  'workflow',
  'workflow_version',
  'state',
  'stage',
  'stage_since',
  'closed_at',
]

const UNSEEN = {
  ...Object.fromEntries(Object.keys(TYPES.deal.fields).flatMap((key) => (PLACE.includes(key) ? [] : [[key, null]]))),
  custom: {},
}
