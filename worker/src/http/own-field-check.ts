import { mayAtAll } from '#shared/access/access.ts'
import type { Problem } from '#shared/api.ts'
import type { Values } from '#shared/record/change.ts'
import type { FieldDefinition } from '#shared/record/firm-fields.ts'
import { definitionProblems, OPTIONS_TOTAL_MAX, OWN_FIELDS_MAX } from '#shared/record/own-field.ts'
import { problem } from '#shared/record/problems.ts'
import { fieldsBeside, heldBeyond } from '../store/own-fields.ts'
import type { AppContext } from './app-types.ts'
import type { WriteCheck } from './references.ts'

/**
 * Checks the definition of an own field: by itself, against the others of its type, and against what records hold of
 * it. Nothing that is filled in may be hidden or changed in its meaning by a definition. `id` is null for a new field.
 */
export function ownFieldCheck(
  { var: { person, language } }: AppContext,
  values: Values,
  id: string | null,
): WriteCheck {
  const retires = values.status === 'retired'
  const kept = retires ? [] : (values.options as readonly string[] | null | undefined)
  // Looking through all records is for those alone who may change the field.
  const looks = id !== null && kept && mayAtAll(person.access, 'own_field', 'edit')
  const beside = fieldsBeside({ tenant: person.tenantId, id, entity: values.entity ?? null })
  return {
    statements: [beside, ...(looks ? heldBeyond(person.tenantId, id, kept) : [])],
    standings: () => ({}),
    problems([others = [], ...held], whole): Problem[] {
      const [found] = held.flat()
      const option = String(found?.value)
      return [
        ...definitionProblems(whole as unknown as FieldDefinition, language),
        ...(whole.status === 'retired' ? [] : roomProblems(others[0], whole)),
        ...(found && retires ? [problem('status', 'held', language)] : []),
        // Of any other kind the value would be somebody's own words.
        ...(found && !retires && whole.kind === 'choice'
          ? [problem('options', 'option_held', language, { option })]
          : []),
      ]
    },
  }

  function roomProblems(others: Values | undefined, { options }: Values): Problem[] {
    const enters = id === null || values.status === 'active'
    const characters = Number(others?.characters) + (options ? JSON.stringify(options).length : 0)
    return [
      ...(enters && Number(others?.fields) >= OWN_FIELDS_MAX
        ? [problem(id === null ? 'entity' : 'status', 'too_many', language, { maximum: OWN_FIELDS_MAX })]
        : []),
      ...((enters || values.options) && characters > OPTIONS_TOTAL_MAX
        ? [problem('options', 'too_long', language, { maximum: OPTIONS_TOTAL_MAX })]
        : []),
    ]
  }
}
