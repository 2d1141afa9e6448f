import { type FieldDefinition, type FirmFields, firmFields, STANDARD_FIELDS } from '#shared/record/firm-fields.ts'

/** The fields of a firm from its own as they are kept, `[]` for none. Equal texts of one firm give the same object. */
export function fieldsOfFirm(tenantId: string, kept: string): FirmFields {
  if (kept === '[]') return STANDARD_FIELDS
  const known = KNOWN.get(tenantId)
  if (known?.kept === kept) return known.fields
  const fields = firmFields(JSON.parse(kept) as FieldDefinition[])
  if (KNOWN.size >= FIRMS_MAX) KNOWN.clear()
  KNOWN.set(tenantId, { kept, fields })
  return fields
}

/** Schemas and forms are kept by these objects, so an isolate reads a firm's fields once and not for every request. */
const KNOWN = new Map<string, { readonly kept: string; readonly fields: FirmFields }>()
const FIRMS_MAX = 100
