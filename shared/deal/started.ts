import type { Change, Values } from '#shared/record/change.ts'
import { completed } from '#shared/record/completed.ts'
import { byColumn } from '#shared/record/custom.ts'
import { merged } from '#shared/record/merged.ts'
import type { Customer, Deal } from '#shared/trade/index.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { STANDARD_ROAD } from '#shared/workflow/standard/index.ts'
import { dealClocks } from './deal-clocks.ts'
import { dealFacts } from './deal-facts.ts'
import type { DealFile, DealParts, Superiors } from './deal-file.ts'
import { dealValues } from './deal-values.ts'
import { definitionsOf, type Published } from './definitions.ts'
import { done } from './done.ts'
import { changed, type Effected, type EffectView } from './effects/effect.ts'
import { PART_NAMES } from './parts.ts'
import { withChanges } from './with-changes.ts'

export interface Starting {
  readonly id: string
  /** Of the new deal, without where it stands. */
  readonly values: Values
  /** What else is written, as the inquiry that it begins with. */
  readonly changes: readonly Change[]
  readonly customer: Customer | null
  /** The road that it takes; null for the standard one. */
  readonly road: Published | null
  /** Who is above whoever begins it: a road may begin with an approval by them. Absent: nothing is known of that. */
  readonly superiors?: Superiors
}

/** A new deal on its road: at the first stage that asks something of somebody. */
export function started(starting: Starting, view: EffectView): Effected {
  const { id, changes, customer, superiors } = starting
  const road = readable(starting.road, view)
  const create: Change = { kind: 'create', type: 'deal', id, values: { ...starting.values, ...chosen(road) } }
  const file = withChanges({ ...freshFile(starting, customer, road, view), ...superiors }, changes)
  if (!file.road) return { changes: [...changes, create] }
  const outcome = step(file.road, null, { kind: 'start' }, dealFacts(file, view), view)
  if (outcome.kind !== 'moved') return { changes: [...changes, create] }
  const placed = changed('deal', file.deal, dealValues(outcome.state, null))
  const effects = done(outcome.effects, { file, type: 'deal', recordId: id, changes: [placed], view })
  if ('problems' in effects) return effects
  const begun = merged([...changes, create, ...effects.changes])
  const clocks = changed('deal', file.deal, dealClocks(withChanges(file, begun), view))
  return { changes: merged([...begun, clocks]) }
}

/** Nobody is kept from beginning a deal by a road that names what is there no more: then it is the standard one. */
const readable = (road: Published | null, { fields }: EffectView): Published | null =>
  road && definitionsOf({ ...chosen(road), state: null }, [road], fields).road ? road : null

/** The file of a deal to which nothing belongs yet, and which has not begun. */
export function freshFile(
  { id, values }: Pick<Starting, 'id' | 'values'>,
  customer: Customer | null,
  road: Published | null,
  { fields }: Pick<EffectView, 'fields'>,
): DealFile {
  const create: Change = { kind: 'create', type: 'deal', id, values: { ...values, ...chosen(road) } }
  const deal = { ...BLANK, ...byColumn(completed(create).values, {}), id, version: 1 } as unknown as Deal
  return {
    deal,
    revision: 0,
    parts: Object.fromEntries(PART_NAMES.map((part) => [part, []])) as unknown as DealParts,
    customer,
    people: {},
    above: [],
    fallbackId: null,
    terms: [],
    followers: [],
    lastPrices: [],
    lastOrderDate: null,
    ...definitionsOf(deal, road ? [road] : [], fields),
  }
}

const chosen = (road: Published | null) => ({
  workflow: road?.key ?? STANDARD_ROAD.key,
  workflow_version: road?.version ?? STANDARD_ROAD.version,
})

const BLANK = { custom: {}, created_at: 0, created_by: '', updated_at: 0, updated_by: '', source: 'api' }
