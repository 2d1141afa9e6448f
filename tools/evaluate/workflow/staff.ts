import { z } from 'zod'
import type { Actor } from '#shared/workflow/engine/event.ts'

const Person = z.looseObject({
  key: z.string().optional(),
  id: z.string().optional(),
  roles: z.array(z.string()).default([]),
  manager: z.string().nullish(),
})
type Person = z.infer<typeof Person>

const List = z.array(Person)

/** Staff as a list, as `{staff: [...]}`, or by key. */
export const Staff = z
  .union([List, z.looseObject({ staff: List }).transform(({ staff }) => staff), z.record(z.string(), Person)])
  .default([])
  .transform((given): ReadonlyMap<string, Person> => {
    const named = Array.isArray(given)
      ? given.map((person) => [person.key ?? person.id ?? '', person] as const)
      : Object.entries(given as Readonly<Record<string, Person>>)
    return new Map(named)
  })
export type Staff = z.infer<typeof Staff>

/** Who acts: a member of staff by key, or somebody described in full. */
export const By = z.union([
  z.string(),
  z.strictObject({
    id: z.string(),
    roles: z.array(z.string()).default([]),
    is: z.array(z.enum(['owner', 'manager', 'assignee', 'approver'])).optional(),
    managers: z.array(z.string()).optional(),
  }),
])
export type By = z.infer<typeof By>

/** Who is above somebody, the nearest first. */
export function managersOf(id: string, staff: Staff): string[] {
  const above: string[] = []
  for (let one = staff.get(id)?.manager; one && !above.includes(one) && one !== id; one = staff.get(one)?.manager)
    above.push(one)
  return above
}

/** How somebody stands to a run whose stages are these people's. */
export function actorOf(by: By, owners: readonly string[], staff: Staff): Actor {
  const person = typeof by === 'string' ? { id: by, roles: staff.get(by)?.roles ?? [], is: undefined } : by
  const is: Actor['is'] = [
    ...(owners.includes(person.id) ? (['owner'] as const) : []),
    ...(owners.some((owner) => managersOf(owner, staff).includes(person.id)) ? (['manager'] as const) : []),
  ]
  return { id: person.id, roles: person.roles, is: person.is ?? is }
}
