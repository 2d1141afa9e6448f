import { type Text, text } from '#shared/i18n/language.ts'
import { compileClocks } from './compile-clock.ts'
import { compileEffects } from './compile-effect.ts'
import { compileLevels } from './compile-level.ts'
import type { NodeSpec } from './node.ts'
import { checkOwner } from './persons.ts'
import { pointer, saidIn } from './problem.ts'
import type { Reader } from './reader.ts'
import { isStage } from './road.ts'
import { asText } from './sentence.ts'
import type { Check, WorkflowNode, World } from './workflow.ts'

/** A bare name of the facts: the kinds of the documents that are there. */
export const DOCUMENTS = 'documents_present'

export function compileNode(spec: NodeSpec, at: string, reader: Reader, policies: ReadonlySet<string>): WorkflowNode {
  checkKeys(spec, at, reader)
  checkOwner(spec.owner, pointer(at, 'owner'), reader)
  checkPolicy(spec, at, reader, policies)
  const checks = (key: 'entry_criteria' | 'exit_criteria') =>
    (spec[key] ?? []).flatMap((criterion, index) => reader.check(criterion, pointer(at, key, index)))
  return {
    spec,
    name: spec.name === undefined ? text(spec.key, spec.key) : asText(spec.name),
    entry: checks('entry_criteria'),
    exit: [...checks('exit_criteria'), ...fieldChecks(spec, at, reader), ...documentChecks(spec, at, reader)],
    enters: compileEffects(spec.on_enter, pointer(at, 'on_enter'), reader, policies),
    leaves: compileEffects(spec.on_exit, pointer(at, 'on_exit'), reader, policies),
    clocks: compileClocks(spec.sla ?? [], pointer(at, 'sla'), reader),
    levels: compileLevels(spec, pointer(at, 'escalation'), reader),
  }
}

/** What only a node has at which somebody stands. */
const OF_STAGES = [
  'owner',
  'entry_criteria',
  'exit_criteria',
  'required_fields',
  'required_documents',
  'form',
  'optional',
  'policy',
  'on_exit',
  'sla',
  'escalation',
] as const

function checkKeys(spec: NodeSpec, at: string, reader: Reader): void {
  const { type } = spec
  const misplaced = isStage(spec) ? [] : OF_STAGES.filter((key) => spec[key] !== undefined)
  const entering = type === 'start' || type.startsWith('gateway') ? (['on_enter'] as const) : []
  for (const key of [...misplaced, ...entering.filter((key) => spec[key] !== undefined)])
    reader.refuse('not_here', pointer(at, key), { type, key })
}

/** An approval reads the newest request for its policy among the facts. */
function checkPolicy({ type, policy }: NodeSpec, at: string, reader: Reader, policies: ReadonlySet<string>): void {
  const place = pointer(at, 'policy')
  if (type !== 'approval') {
    if (policy !== undefined) reader.refuse('not_here', place, { type, key: 'policy' })
    return
  }
  if (policy === undefined) return void reader.refuse('no_policy', at)
  if (!policies.has(policy)) return void reader.refuse('unknown_policy', place, { name: policy })
  for (const field of ['approval.policy', 'approval.status', 'approval.requested_at'])
    if (!reader.knows(field)) reader.refuse('unknown_field', place, { name: field })
}

const MISSING = text('{name} is missing.', '缺少{name}。')

function fieldChecks({ required_fields = [] }: NodeSpec, at: string, reader: Reader): Check[] {
  return required_fields.flatMap((path, index) => {
    const place = pointer(at, 'required_fields', index)
    if (!reader.knows(path)) return reader.refuse('unknown_field', place, { name: path }) ?? []
    const label = reader.schema.fields[path]?.label ?? path
    return reader.check({ expr: `${path} not empty`, message: saidIn(MISSING, { name: label }) }, place)
  })
}

const nameIn = (names: World['documents'], kind: string): Text | string =>
  names && Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind

const NO_DOCUMENT = text('The document "{name}" is missing.', '缺少单证“{name}”。')

function documentChecks({ required_documents = [] }: NodeSpec, at: string, reader: Reader): Check[] {
  return required_documents.flatMap((kind, index) => {
    const place = pointer(at, 'required_documents', index)
    if (!reader.knows(DOCUMENTS)) return reader.refuse('unknown_field', place, { name: DOCUMENTS }) ?? []
    const expression = reader.condition(`${DOCUMENTS} contains '${kind}'`, place)
    return expression
      ? [{ expression, message: saidIn(NO_DOCUMENT, { name: nameIn(reader.world.documents, kind) }), fills: new Map() }]
      : []
  })
}
