import { type FieldDefinition, type FirmFields, firmFields, STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { keptByFirm } from './kept-by-firm.ts'

const read = keptByFirm((kept) => firmFields(JSON.parse(kept) as FieldDefinition[]))

/** The fields of a firm from its own as they are kept, `[]` for none. */
export const fieldsOfFirm = (tenantId: string, kept: string): FirmFields =>
  kept === '[]' ? STANDARD_FIELDS : read(tenantId, kept)
