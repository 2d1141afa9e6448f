import { z } from 'zod'
import { ENTRIES_MAX, Name, Path } from './names.ts'

/** Whose a stage is: a role, whoever a field names, the leader of a team, a certain person. */
export interface Owner {
  readonly role?: string | undefined
  readonly field?: string | undefined
  readonly team_leader_of?: string | undefined
  readonly user?: string | undefined
  /** Who is meant when the field is empty. */
  readonly else?: Owner | undefined
  /** Who works on it too. */
  readonly with?: Owner | undefined
  /** Who answers for it while another carries it out. */
  readonly accountable?: Owner | undefined
  /** Which of the stage's key tasks are theirs. */
  readonly for?: readonly string[] | undefined
}

const Person = z.strictObject({
  role: Name.optional(),
  field: Path.optional(),
  team_leader_of: Path.optional(),
  user: z.string().min(1).max(60).optional(),
  for: z.array(z.string().max(120)).max(ENTRIES_MAX).optional(),
})

const named = (owner: Owner): boolean =>
  [owner.role, owner.field, owner.team_leader_of, owner.user].filter((one) => one !== undefined).length === 1

const One = Person.refine(named, 'one_of')

export const Owner = Person.extend({ else: One.optional(), with: One.optional(), accountable: One.optional() }).refine(
  named,
  'one_of',
)
