import type { FactSchema } from '#shared/expression/schema.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import { document as documentType } from '#shared/trade/document.ts'
import type { Deal } from '#shared/trade/index.ts'
import { ROLES } from '#shared/trade/user.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import type { Definition } from '#shared/workflow/definition/definition.ts'
import type { Workflow, World } from '#shared/workflow/definition/workflow.ts'
import { STANDARD_ROAD, STANDARD_WAYS, type WayType } from '#shared/workflow/standard/index.ts'
import type { DealFile } from './deal-file.ts'
import { dealSchema, partSchema } from './deal-schema.ts'
import { standsOn } from './deal-state.ts'
import { EFFECT_NAMES } from './effect-names.ts'

/** A definition that a firm has published, its JSON not read yet. */
export interface Published {
  /** Whose it is: firms may have the same keys. */
  readonly scope: string
  readonly key: string
  readonly version: number
  /** `deal`, or the type of record whose way it is. */
  readonly subject: string
  readonly definition: string
}

/** The posts of a firm, and who leads each of them. */
const NAMED_ROLES = [...ROLES, ...ROLES.map((role) => `${role}_lead`), 'production_lead']

/** What a definition about deals may name, or one about the records of a type. */
export const worldOf = (subject: 'deal' | WayType, fields: FirmFields): World => ({
  schema: schemaOf(subject, fields),
  roles: NAMED_ROLES,
  effects: EFFECT_NAMES,
  documents: documentType.fields.type.choices,
})

const schemaOf = (subject: 'deal' | WayType, fields: FirmFields): FactSchema =>
  subject === 'deal' ? dealSchema(fields) : partSchema(subject, fields)

/**
 * What a deal and its records run by: what the firm has published, the newest of each way, else the standard. Each is read
 * once for a firm's fields and kept; versions never change. A deal whose own definition is known no more, or has not the
 * stages at which it stands, has no road: another one would lead it astray.
 */
export function definitionsOf(
  deal: Pick<Deal, 'workflow' | 'workflow_version' | 'state'>,
  published: readonly Published[],
  fields: FirmFields,
): Pick<DealFile, 'road' | 'way'> {
  const { workflow, workflow_version } = deal
  const own = published.find(
    ({ subject, key, version }) => subject === 'deal' && key === workflow && version === workflow_version,
  )
  const isStandard = workflow === null || (workflow === STANDARD_ROAD.key && workflow_version === STANDARD_ROAD.version)
  const road = own ? workflowOf(own, fields) : isStandard ? standard(fields, 'deal') : null
  return {
    road: road && standsOn(deal, road) ? road : null,
    way(type) {
      const [newest] = published.filter(({ subject }) => subject === type).sort((a, b) => b.version - a.version)
      // The standard way stands in for one that can be read no more: the statuses are the same.
      return (newest ? workflowOf(newest, fields) : null) ?? standard(fields, type)
    },
  }
}

/** A published definition as it is walked; null for one that names what is there no more. */
export function workflowOf(
  { scope, key, version, subject, definition }: Published,
  fields: FirmFields,
): Workflow | null {
  return once(fields, `${scope} ${subject} ${key} ${version}`, () => {
    const compiled = compileDefinition(JSON.parse(definition), worldOf(subject as 'deal' | WayType, fields))
    return compiled.ok ? compiled.workflow : null
  })
}

/** The definitions that are in code: version 1 of their keys. */
export const STANDARDS: readonly Definition[] = [STANDARD_ROAD, ...Object.values(STANDARD_WAYS)]

/** One of them, as a firm's would be; undefined for another key or version. */
export function standardOf(key: string, version: number): Published | undefined {
  const found = STANDARDS.find((one) => one.key === key && one.version === version)
  return found && { scope: '', key, version, subject: found.subject, definition: JSON.stringify(found) }
}

function standard(fields: FirmFields, subject: 'deal' | WayType): Workflow {
  const workflow = once(fields, subject, () => {
    const compiled = compileDefinition(
      subject === 'deal' ? STANDARD_ROAD : STANDARD_WAYS[subject],
      worldOf(subject, fields),
    )
    return compiled.ok ? compiled.workflow : null
  })
  if (!workflow) throw new TypeError(`the standard ${subject} does not compile`)
  return workflow
}

/** Reading a definition costs as much as many panels. A firm has some dozens at most; forgotten ones are read anew. */
function once(fields: FirmFields, name: string, make: () => Workflow | null): Workflow | null {
  const kept = KEPT.get(fields) ?? new Map<string, Workflow | null>()
  KEPT.set(fields, kept)
  if (kept.size > KEPT_MAX) kept.clear()
  let workflow = kept.get(name)
  if (workflow === undefined) {
    workflow = make()
    kept.set(name, workflow)
  }
  return workflow
}

const KEPT = new WeakMap<FirmFields, Map<string, Workflow | null>>()
const KEPT_MAX = 200
