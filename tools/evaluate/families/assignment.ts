import { z } from 'zod'
import { assignInquiry } from '#shared/customer/assignment.ts'
import { family } from '../family.ts'
import { decimal } from '../notation.ts'

const User = z.object({
  id: z.string(),
  active: z.boolean().default(true),
  on_leave: z.boolean().default(false),
  open_leads: z.int(),
  capacity: z.int(),
  assigned_today: z.int(),
  weight: decimal,
  last_assigned_at: z.iso.datetime({ offset: true }).nullable(),
})

const Rule = z.object({
  id: z.string(),
  priority: z.int(),
  match: z.record(z.string(), z.array(z.string())),
  users: z.array(z.string()),
})

/** F14_assign: who gets an inquiry. */
export const assignment = family(
  z.object({
    inquiry: z.object({ customer_owner: z.string().nullish() }).catchall(z.string().nullish()),
    users: z.array(User),
    rules: z.array(Rule),
  }),
  ({ inquiry: { customer_owner = null, ...qualities }, users, rules }) => {
    const given = assignInquiry(
      { customerOwner: customer_owner, qualities: qualities as Readonly<Record<string, string>> },
      users.map((user) => ({
        id: user.id,
        isActive: user.active,
        isOnLeave: user.on_leave,
        openLeads: user.open_leads,
        capacity: user.capacity,
        assignedToday: user.assigned_today,
        weight: user.weight,
        lastAssignedAt: user.last_assigned_at === null ? null : Date.parse(user.last_assigned_at),
      })),
      rules,
    )
    switch (given.by) {
      case 'same_customer':
        return { user: given.user, rule: 'same_customer', note: given.isOnLeave ? 'on_leave->delegate' : null }
      case 'rule':
        return { user: given.user, rule: given.rule, note: null }
      case 'pool':
        return { user: null, rule: 'pool', note: 'unclaimed clock starts' }
    }
  },
)
