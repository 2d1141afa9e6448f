import type { z } from 'zod'
import { seenFields } from '#shared/access/field-class.ts'
import type { Fields } from '#shared/record/field.ts'
import { createSchema, editSchema } from '#shared/record/validation.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Person } from './app-types.ts'

export interface RecordSchemas {
  readonly create: z.ZodType
  readonly edit: z.ZodType
}

/** What somebody may send of a type: a field they do not see is unknown to them. */
export function schemasFor(type: TypeName, { access }: Person): RecordSchemas {
  const fields = seenFields(TYPES[type].fields, access)
  let schemas = MADE.get(fields)
  if (!schemas) {
    schemas = { create: createSchema({ fields }), edit: editSchema({ fields }) }
    MADE.set(fields, schemas)
  }
  return schemas
}

/** Making a schema costs more than using it. */
const MADE = new WeakMap<Fields, RecordSchemas>()
