import type { Text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Definition } from '../definition/definition.ts'
import type { EdgeSpec } from '../definition/edge.ts'

/** An edge that may begin in several states: its key then says from which, `accept-sent`. */
type WayEdge = Omit<EdgeSpec, 'from' | 'key'> & { readonly key: string; readonly from: readonly string[] }

/**
 * The way of a type's records through the values of their status, as a definition like any other: its nodes are the
 * choices of the field, under the same names.
 */
export function wayOf(
  type: TypeName,
  way: {
    readonly start: string
    /** From here nothing leads on. */
    readonly ends: readonly string[]
    readonly edges: readonly WayEdge[]
    readonly approvals?: NonNullable<Definition['approvals']>
  },
): Definition {
  const { label, fields } = TYPES[type]
  const states = choicesOf(fields)
  return {
    key: type,
    version: 1,
    name: label,
    subject: type,
    field: 'status',
    nodes: [
      { key: START, type: 'start' },
      ...Object.entries(states).map(([key, name]) => ({
        key,
        type: way.ends.includes(key) ? ('end' as const) : ('stage' as const),
        name,
      })),
    ],
    edges: [
      { from: START, to: way.start },
      ...way.edges.flatMap(({ from, key, ...edge }) =>
        from.map((node) => ({ ...edge, key: from.length > 1 ? `${key}-${node}` : key, from: node })),
      ),
    ],
    ...(way.approvals ? { approvals: way.approvals } : {}),
  }
}

/** No record is ever there. */
const START = 'start'

function choicesOf({ status }: Fields): Readonly<Record<string, Text>> {
  if (status?.kind !== 'choice') throw new TypeError('a way along no choice')
  return status.choices
}
