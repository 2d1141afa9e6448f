import type { Moment } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { isGateway } from '#shared/workflow/definition/road.ts'
import type { Check, Workflow } from '#shared/workflow/definition/workflow.ts'
import { groundOf, holds } from '#shared/workflow/engine/ground.ts'
import { flowFrom } from '#shared/workflow/engine/road-ahead.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import { dealFacts, type FactView, partFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { missingDocuments, paperOn } from './papers.ts'
import { PARTS, type PartName } from './parts.ts'

type WaitingView = FactView & Moment

/**
 * The types of the records that a deal waits for where it stands, in their order: those that what does not hold yet asks about,
 * of the stages it stands at, else of the stages ahead; before them those that hold back the first way of one of them, as the
 * deposit holds back what is to be made.
 */
export function waitedFor(seen: DealFile, view: WaitingView): readonly PartName[] {
  const file = seen.whole ?? seen
  const known = WORKED.get(file)
  if (known?.view === view) return known.types
  const asked = file.road ? unmet(file.road, file, view).flatMap(typesAsked) : []
  // A paper that is missing is filed, or is there when the record has gone on that it is of.
  const papers = missingDocuments(file).map(paperOn)
  const named = asked.flatMap((type) => (type === 'document' && papers.length > 0 ? papers : [type]))
  const behind = WAY_TYPES.filter((type) => named.includes(type)).flatMap((type) =>
    (file.parts[type] as readonly AnyRecord[]).flatMap((record) => holdingBack(file, type, record, view)),
  )
  const types = [...new Set([...behind, ...named])]
  WORKED.set(file, { view, types })
  return types
}

/** The section and each form of it ask for the same. */
const WORKED = new WeakMap<DealFile, { readonly view: WaitingView; readonly types: readonly PartName[] }>()

/** What does not hold yet of that by which the deal goes on. */
function unmet(road: Workflow, file: DealFile, view: WaitingView): readonly Check[] {
  const { tokens, data } = dealState(file.deal)
  const ground = groundOf(road, dealFacts(file, view), data, view)
  const failing = (checks: readonly Check[] = []) => checks.filter(({ expression }) => !holds(expression, ground))
  /** What the next stage wants before it lets anybody in; an optional one is passed by. */
  const beyond = (node: string, seen: readonly string[] = []): readonly Check[] => {
    const way = seen.includes(node) ? null : flowFrom(node, ground)
    const next = way && road.nodes.get(way.to)
    if (!way || !next) return []
    const wants = failing(next.entry)
    const passes = wants.length > 0 ? next.spec.optional === true : isGateway(next.spec)
    return passes ? beyond(way.to, [...seen, node]) : wants
  }
  return tokens.flatMap(({ node, chosen }) => {
    const { exit = [] } = road.nodes.get(node) ?? {}
    const here = failing(exit)
    if (here.length > 0) return here
    // Somebody has gone back on purpose, to what has held once already.
    return chosen ? exit : beyond(node)
  })
}

/** What the first way of a record waits for, of what somebody else has to do. */
function holdingBack(file: DealFile, type: WayType, record: AnyRecord, view: WaitingView): PartName[] {
  const workflow = file.way(type)
  const [first] = [...workflow.ways.values()].filter(({ from }) => from === record.status)
  if (!first) return []
  const facts: Facts = partFacts(file, type, record, view)
  return first.guard
    .filter(({ expression }) => !holds(expression, { workflow, facts, at: view }))
    .flatMap(typesAsked)
    .filter((asked) => asked !== type)
}

const PART_ENTRIES = Object.entries(PARTS) as [PartName, (typeof PARTS)[PartName]][]

/** The types that something asks about: `quotation` in `quotation`, `document` in `documents`. */
function typesAsked({ expression }: Check): PartName[] {
  return expression.reads.flatMap((name) => {
    const [record = ''] = name.split('.')
    const types = PART_ENTRIES.filter(([, { as }]) => record === as || record.startsWith(`${as}s`)).map(
      ([type]) => type,
    )
    return types.flatMap((type) => [type, ...(LEADING[type] ?? [])])
  })
}

/** What leads to a record that nobody moves on by itself: money to installments, what is made to the lines of an order. */
const LEADING: Readonly<Partial<Record<PartName, readonly PartName[]>>> = {
  installment: ['receipt'],
  order_line: ['production_order'],
}
