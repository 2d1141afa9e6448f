import type { z } from 'zod'
import { fieldsOf } from '#shared/access/field-class.ts'
import type { Fields } from '#shared/record/field.ts'
import { bodySchema, createSchema, editSchema } from '#shared/record/validation.ts'
import { hasOwnFields, type TypeName } from '#shared/trade/index.ts'
import type { Person } from './app-types.ts'

export interface RecordSchemas {
  readonly create: z.ZodType
  readonly edit: z.ZodType
}

/** What somebody may send of a type: a field they do not see is unknown to them. */
export function schemasFor(type: TypeName, person: Person): RecordSchemas {
  const fields = fieldsOf(type, person)
  let schemas = MADE.get(fields)
  if (!schemas) {
    const body = hasOwnFields(type) ? bodySchema : (schema: z.ZodObject) => schema
    schemas = { create: body(createSchema({ fields })), edit: body(editSchema({ fields })) }
    MADE.set(fields, schemas)
  }
  return schemas
}

/** Making a schema costs more than using it. */
const MADE = new WeakMap<Fields, RecordSchemas>()
