import { ownKey } from '#shared/record/custom.ts'
import type { Fields } from '#shared/record/field.ts'

/** The key of a field that a definition names: one that the firm has added goes there by its bare key. */
export const fieldKey = (fields: Fields, name: string): string =>
  !Object.hasOwn(fields, name) && Object.hasOwn(fields, ownKey(name)) ? ownKey(name) : name
