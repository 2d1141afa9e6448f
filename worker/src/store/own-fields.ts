import { type SQL, sql } from 'drizzle-orm'
import { ownField } from '#shared/trade/own-field.ts'
import { ownFieldSets, tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

const { own_field: field } = tables

const TRUE_OR_FALSE = (column: string): SQL => sql.raw(`json(iif(${column}, 'true', 'false'))`)

/**
 * A firm's own fields as `FieldDefinition`s in the order in which they are shown, worked out anew inside the write's own
 * batch: two administrators at once cannot make it drift. One row, so that signing in costs the same with sixty.
 */
export const ownFieldsAnew = (tenantId: string): SQL => sql`INSERT OR REPLACE INTO ${ownFieldSets} (tenant_id, fields)
  SELECT ${tenantId}, json_group_array(json_object('entity', entity, 'key', key, 'label_en', label_en,
    'label_zh', label_zh, 'kind', kind, 'options', json(options), 'currency', currency, 'access', access,
    'required', ${TRUE_OR_FALSE('required')}, 'in_panel', ${TRUE_OR_FALSE('in_panel')},
    'in_forms', ${TRUE_OR_FALSE('in_forms')}))
  FROM (SELECT * FROM ${field} WHERE ${field.tenant_id} = ${tenantId} AND ${field.status} = 'active'
    ORDER BY ${field.position}, ${field.id})`

/** How many fields of its type are in use besides this one, and how long their choices are. `id` is null for a new field. */
export const fieldsBeside = prepared<'tenant' | 'id' | 'entity'>(sql`
  SELECT count(*) AS fields, coalesce(sum(length(options)), 0) AS characters FROM ${field}
  WHERE ${field.tenant_id} = ${given('tenant')} AND ${field.status} = 'active' AND ${field.id} IS NOT ${given('id')}
    AND ${field.entity} = coalesce(${given('entity')}, (SELECT s.entity FROM ${field} s
      WHERE s.tenant_id = ${given('tenant')} AND s.id = ${given('id')}))`)

const HELD = Object.keys(ownField.fields.entity.choices).map((entity) =>
  prepared<'tenant' | 'id' | 'kept'>(sql`SELECT json_extract(r.custom, '$.' || f.key) AS value FROM ${field} f
    CROSS JOIN ${tables[entity as keyof typeof tables]} r ON r.tenant_id = f.tenant_id
    WHERE f.tenant_id = ${given('tenant')} AND f.id = ${given('id')} AND f.entity = ${sql.raw(`'${entity}'`)}
      AND r.custom <> '{}' AND json_extract(r.custom, '$.' || f.key) IS NOT NULL
      AND json_extract(r.custom, '$.' || f.key) NOT IN (SELECT value FROM json_each(${given('kept')})) LIMIT 1`),
)

/**
 * A value of a field that some record holds and that is none of those kept, if there is one: in the rows of one of these
 * statements. It looks through all records of the type, which is much, and rare.
 */
export const heldBeyond = (tenantId: string, id: string, kept: readonly string[]): Statement[] =>
  HELD.map((made) => made({ tenant: tenantId, id, kept: JSON.stringify(kept) }))
