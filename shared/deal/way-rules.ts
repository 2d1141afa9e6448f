import { text } from '#shared/i18n/language.ts'
import type { Definition } from '#shared/workflow/definition/definition.ts'
import { type DefinitionProblem, pointer } from '#shared/workflow/definition/problem.ts'
import { refusal } from './refusal.ts'

const STATUS = text('The way of a record goes along its field "status".', '记录的流程必须沿“status”字段。')
const NO_SUCH_NODE = text(
  'The way of a record has a start, stages and ends, and no "{type}".',
  '记录的流程只有起点、阶段和终点，不能有“{type}”。',
)
const NOT_OF_RECORDS = text(
  'A status of a record has no "{key}": what has to hold is a guard of the way that leads on.',
  '记录的状态不能有“{key}”：条件请写为后续路径的 guard。',
)
const NOT_KEPT = text(
  'A record keeps its own fields only: add "{name}" to them first.',
  '记录只保存自身字段，请先新增字段“{name}”。',
)

/** What only a run with a state of its own has. A record's whole state is its status, and people move it. */
const OF_RUNS = [
  'entry_criteria',
  'exit_criteria',
  'required_fields',
  'required_documents',
  'form',
  'optional',
  'sla',
  'escalation',
] as const

/** What else has to be said of a record's way: running records follow the newest version, by their status alone. */
export function wayProblems({ field, fields, nodes, edges }: Definition): DefinitionProblem[] {
  return [
    ...(field === 'status' ? [] : [refusal('field', 'way_field', STATUS)]),
    ...nodes.flatMap((node, index) => [
      ...(['start', 'stage', 'end'].includes(node.type)
        ? []
        : [refusal(pointer('nodes', index, 'type'), 'not_here', NO_SUCH_NODE, { type: node.type })]),
      ...OF_RUNS.filter((key) => node[key] !== undefined).map((key) =>
        refusal(pointer('nodes', index, key), 'not_here', NOT_OF_RECORDS, { key }),
      ),
    ]),
    ...(fields ?? []).map(({ key }, index) => refusal(pointer('fields', index), 'not_kept', NOT_KEPT, { name: key })),
    ...edges.flatMap(({ form = [] }, edge) =>
      form.flatMap((item, index) =>
        typeof item === 'string'
          ? []
          : [refusal(pointer('edges', edge, 'form', index), 'not_kept', NOT_KEPT, { name: item.key })],
      ),
    ),
  ]
}
