import type { FactRow, Facts } from '#shared/expression/schema.ts'
import type { Told } from '#shared/sla/planned-clock.ts'
import { ROLES } from '#shared/trade/user.ts'
import type { Owner } from '#shared/workflow/definition/owner.ts'
import { awaited } from '#shared/workflow/engine/decision.ts'
import type { DealFile } from './deal-file.ts'
import { readApproval } from './read-approval.ts'

type Who = Told['who']

/**
 * Whom a name of a definition means for a deal as it is: `responsible`, `manager+1_of_approver`, `finance`, `order.owner`.
 * What only the firm's staff can tell, as who has a post, is left to the moment at which people are told.
 */
export function toldOf(name: string, owner: Owner | undefined, file: DealFile, facts: Facts): Told[] {
  const [, above, of] = /^manager(?:\+(\d))?(?:_of_(\w+))?$/.exec(name) ?? []
  const isAbove = name.startsWith('manager')
  const lead = !isAbove && name.endsWith('_lead')
  const base = isAbove ? (of ?? 'responsible') : lead ? name.replace(/_lead$/, '') : name
  const up = isAbove ? Number(above ?? 1) : lead ? 1 : 0
  return personsBy(base, owner, file, facts).map((who) => ({ who, up }))
}

function personsBy(name: string, owner: Owner | undefined, file: DealFile, facts: Facts): Who[] {
  switch (name) {
    case 'responsible':
      return orOwner(ownersOf(owner, file, facts))
    case 'accountable':
      return orOwner(ownersOf(owner?.accountable ?? owner, file, facts))
    case 'approver':
      return orOwner(approversOf(file))
    case 'owner':
    case 'assignee':
      return ['owner']
    case 'fallback':
      return ['fallback']
    // Who plans production leads it.
    case 'production':
      return ['role:planner']
    default:
      return (ROLES as readonly string[]).includes(name) ? [roleOf(name, file)] : orOwner(usersAt(name, file, facts))
  }
}

const orOwner = (persons: readonly Who[]): Who[] => (persons.length > 0 ? [...new Set(persons)] : ['owner'])

/** A deal may know who does it, of all who have a post. */
const roleOf = (role: string, { deal }: DealFile): Who =>
  role === 'merchandiser' && deal.merchandiser_id ? `user:${deal.merchandiser_id}` : `role:${role}`

function ownersOf(owner: Owner | undefined, file: DealFile, facts: Facts): Who[] {
  if (!owner) return []
  const { role, field, team_leader_of: team, user } = owner
  const own: Who[] = [
    ...(role === undefined ? [] : [roleOf(role, file)]),
    ...(user === undefined ? [] : [`user:${user}` as const]),
    ...(field === undefined ? [] : usersAt(field, file, facts)),
    ...(team === undefined ? [] : valuesAt(team, file, facts).map((id) => `leader:${id}` as const)),
  ]
  return own.length > 0 ? own : ownersOf(owner.else, file, facts)
}

/** Whom the requests wait for that are not decided yet. */
const approversOf = ({ parts }: DealFile): Who[] =>
  parts.approval.flatMap((one) =>
    awaited(readApproval(one)).map((seat): Who => ('role' in seat ? `role:${seat.role}` : `user:${seat.user}`)),
  )

const usersAt = (path: string, file: DealFile, facts: Facts): Who[] =>
  valuesAt(path, file, facts).map((id) => `user:${id}` as const)

/** What a field names, of every record of its kind that has a value there: ids. */
function valuesAt(path: string, { road }: DealFile, { records, fields }: Facts): string[] {
  const [record = '', field] = path.split('.')
  if (field === undefined) return text(fields[record])
  const key = road?.schema.records[record]?.aliases?.[field] ?? field
  const rows = records[record]
  const all = Array.isArray(rows) ? (rows as readonly FactRow[]) : rows ? [rows as FactRow] : []
  return all.flatMap((row) => text(row[key]))
}

const text = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : [])
