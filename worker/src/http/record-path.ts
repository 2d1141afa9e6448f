import type { RecordType } from '#shared/record/record-type.ts'

/** `/v1/{plural}`, or where a type says. */
export const pathOf = (type: RecordType): string => type.path ?? `/v1/${type.plural}`
