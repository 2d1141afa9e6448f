import { readAfter } from './escalation.ts'
import type { NodeSpec } from './node.ts'
import { readToldList } from './persons.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import type { WorkflowLevel } from './workflow.ts'

/** Who is told of a stage that takes too long, level by level. The last one leaves nobody unaware. */
export function compileLevels({ escalation = [], sla = [] }: NodeSpec, at: string, reader: Reader): WorkflowLevel[] {
  const levels = escalation.flatMap(({ after: written, notify, action }, index): WorkflowLevel[] => {
    const after = readAfter(written)
    if (!after) return []
    const place = pointer(at, index)
    if (after.kind === 'clock') {
      const known = sla.some(
        ({ key, days, repeat_days = [], ladder_days = [] }) =>
          key === after.clock && [days, ...repeat_days, ...ladder_days].includes(after.days),
      )
      if (!known) reader.refuse('unknown_clock', pointer(place, 'after'), { name: after.clock, days: after.days })
    }
    return [{ after, told: readToldList(notify, pointer(place, 'notify'), reader), action: action ?? null }]
  })
  const last = levels.at(-1)
  if (last?.told.every(({ when }) => when !== null)) reader.refuse('no_one', pointer(at, levels.length - 1, 'notify'))
  return levels
}
