import { fieldKey } from '../field-key.ts'
import { changed, type Effect, effected } from './effect.ts'

/** Empties a field of the record: `{do: 'clear', with: {field}}`. */
export const clear: Effect = ({ type, record, with: { field }, view }) =>
  effected(changed(type, record, { [fieldKey(view.fields[type], String(field))]: null }))

/** Puts whoever acts into a field: `{do: 'set_actor', with: {field}}`. */
export const setActor: Effect = ({ type, record, with: { field }, view }) =>
  effected(changed(type, record, { [fieldKey(view.fields[type], String(field))]: view.actorId }))
