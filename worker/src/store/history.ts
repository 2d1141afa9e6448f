import { type SQL, sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import { fieldsOf, type Viewer } from '#shared/access/field-class.ts'
import type { Field } from '#shared/record/field.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { recordById } from './records.ts'
import { events, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** How many events one answer holds. */
export const EVENTS_MAX = 50

/** A record, a page of its history newest first, and what the records are called that its fields refer to or did. */
export function historyOf(type: TypeName, reader: Reader, id: string, before: number | null): Statement[] {
  const values = { ...asReader(reader), id, before }
  return [recordById(type, reader, id), EVENTS(values), ...(NAMES[type] ?? []).map((names) => names(values))]
}

type Names = ReaderNames | 'id' | 'before'

const PAGE = sql`SELECT * FROM ${events} WHERE tenant_id = ${given('tenant')} AND record_id = ${given('id')}
  AND (${given('before')} IS NULL OR version < ${given('before')}) ORDER BY version DESC LIMIT ${sql.raw(String(EVENTS_MAX))}`

/** A webhook writes in the name of its source. */
const sourceName = sql`(SELECT s.name FROM ${tables.milestone_source} s WHERE s.tenant_id = e.tenant_id AND s.id = e.actor)`

const EVENTS = prepared<Names>(sql`SELECT e.*, coalesce(u.alias, ${sourceName}) AS actor_name, (
    SELECT b.alias FROM ${tables.user} b WHERE b.tenant_id = e.tenant_id AND b.id = e.on_behalf_of) AS absent_name
  FROM (${PAGE}) e
  LEFT JOIN ${tables.user} u ON u.tenant_id = e.tenant_id AND u.id = e.actor ORDER BY e.version DESC`)

/** The type a field refers to; null for one that refers to nothing. */
export function targetOf(field: Field): TypeName | null {
  if (field.kind === 'reference') return field.to as TypeName
  return field.kind === 'texts' && field.of === 'user' ? 'user' : null
}

/** D1 takes five parts of a compound statement. */
const TARGETS_MAX = 5

const NAMES: Readonly<Partial<Record<TypeName, ReturnType<typeof namesFor>>>> = Object.fromEntries(
  (Object.keys(TYPES) as TypeName[]).flatMap((type) => {
    const { fields }: RecordType = TYPES[type]
    const references = Object.entries(fields).flatMap(([key, field]) => {
      const target = targetOf(field)
      return target ? [[key, target] as const] : []
    })
    return references.length > 0 ? [[type, namesFor(references)]] : []
  }),
)

type NamesOf = (values: Readonly<Record<Names, unknown>>) => Statement

/** What the fields of a page of changes refer to, each record once, with how the reader stands to it. */
function namesFor(references: readonly (readonly [key: string, target: TypeName])[]): NamesOf[] {
  const keys = sql.raw(references.map(([key]) => `'${key}'`).join(', '))
  const called = (target: TypeName): SQL => sql`SELECT ${sql.raw(`'${target}'`)} AS type, r.id,
      ${sql.raw(`r.${(TYPES[target] as RecordType).title}`)} AS name, ${standing(target, 'r')} AS standing
    FROM ids CROSS JOIN ${tables[target]} r ON r.tenant_id = ${given('tenant')} AND r.id = ids.id`
  const targets = [...new Set(references.map(([, target]) => target))]
  const chunks = Array.from({ length: Math.ceil(targets.length / TARGETS_MAX) }, (_, index) =>
    targets.slice(index * TARGETS_MAX, (index + 1) * TARGETS_MAX),
  )
  const statementFor = (some: readonly TypeName[]) =>
    prepared<Names>(sql`WITH ids AS MATERIALIZED (SELECT DISTINCT said.atom AS id
      FROM (${PAGE}) e, json_each(e.changes) change, json_tree(change.value) said
      WHERE json_extract(change.value, '$.field') IN (${keys}) AND said.type = 'text' AND said.key IS NOT 'field')
    ${sql.join(some.map(called), sql` UNION ALL `)}`)
  return chunks.map(statementFor)
}

/** What records are called, for somebody: by type and id, those alone that they see, and by a field that they see. */
export function readNames(reader: Reader & Viewer, rows: readonly Row[]): ReadonlyMap<string, string> {
  const seen = rows.filter(({ type, standing }) => {
    const target = type as TypeName
    const { title }: RecordType = TYPES[target]
    return may(reader.access, target, 'view', Number(standing)) && Object.hasOwn(fieldsOf(target, reader), title)
  })
  return new Map(seen.map(({ type, id, name }) => [`${type}/${id}`, String(name)]))
}
