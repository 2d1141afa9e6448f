import { isAbove, OWN, type Standing } from '#shared/access/standing.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Actor } from '#shared/workflow/engine/event.ts'

/** Somebody who acts on a record, as the engine knows them. Who stands above its owner is a manager of it. */
export function actorOf(
  person: { readonly id: string; readonly roles: readonly string[] },
  record: AnyRecord,
  standing: Standing,
): Actor {
  return {
    id: person.id,
    roles: person.roles,
    is: [
      ...(standing & OWN ? (['owner'] as const) : []),
      ...(isAbove(standing) ? (['manager'] as const) : []),
      ...(record.assignee_id === person.id ? (['assignee'] as const) : []),
    ],
  }
}
