import type { FactSchema } from '#shared/expression/schema.ts'
import type { Reader } from './reader.ts'
import type { WorkflowClock } from './workflow.ts'

type UntilField = WorkflowClock['untilFields'][number]

/** The instants that end a clock: one field, or with `*` each field of the record whose name has that part. */
export function untilFields(path: string | undefined, at: string, reader: Reader, schema: FactSchema): UntilField[] {
  if (path === undefined) return []
  const [record = '', part = '', star] = path.split('.')
  if (star !== '*') return read(path, at, reader, schema)
  const { fields = {}, aliases = {} } = Object.hasOwn(schema.records, record) ? (schema.records[record] ?? {}) : {}
  const found = new Map([...Object.keys(fields).map((key) => [key, key] as const), ...Object.entries(aliases)])
  const named = [...found].filter(([name, field]) => has(name, part) && isMoment(fields[field]?.kind))
  if (named.length === 0) reader.refuse('unknown_field', at, { name: path })
  return [...new Set(named.map(([, field]) => field))].flatMap((field) =>
    read(`${record}.${field}`, at, reader, schema),
  )
}

/** `cut_offs` is part of `cut_offs.vgm`, of `cut_off_vgm` and of `vgm_cut_off`. */
function has(name: string, part: string): boolean {
  const one = part.replace(/s$/, '')
  return [`${part}.`, `${part}_`, `${one}_`].some((begin) => name.startsWith(begin)) || name.endsWith(`_${one}`)
}

const isMoment = (kind: string | undefined): boolean => kind === 'instant' || kind === 'date'

function read(path: string, at: string, reader: Reader, schema: FactSchema): UntilField[] {
  const value = reader.value(path, at, ['instant', 'date'], schema)
  return value ? [{ field: path.split('.').slice(1).join('.'), value }] : []
}
