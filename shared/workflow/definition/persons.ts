import { STANDINGS } from './edge.ts'
import { readTold } from './escalation.ts'
import type { Owner } from './owner.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import type { WorkflowTold } from './workflow.ts'

/** Whom every record knows, and those above them: `manager+2`, `manager_of_approver`. */
const KNOWN =
  /^(responsible|accountable|approver|owner|assignee|fallback|manager(\+[1-9])?(_of_(approver|responsible|accountable|owner))?)$/

const isPerson = (name: string, reader: Reader): boolean =>
  KNOWN.test(name) || reader.world.roles.includes(name) || (/^[\w.]+$/.test(name) && reader.knows(name))

/** Somebody by name: one whom every record knows, a role, or a field that names a person. */
export function checkPerson(name: string | undefined, at: string, reader: Reader): void {
  if (name !== undefined && !isPerson(name, reader)) reader.refuse('unknown_person', at, { name })
}

export function readToldList(notify: readonly string[], at: string, reader: Reader): WorkflowTold[] {
  return notify.map((one, index) => {
    const { name, when } = readTold(one)
    const place = pointer(at, index)
    checkPerson(name, place, reader)
    return { name, when: reader.condition(when ?? undefined, place) }
  })
}

export function checkWho(who: readonly string[] | undefined, at: string, reader: Reader): void {
  for (const [index, name] of (who ?? []).entries()) {
    if ((STANDINGS as readonly string[]).includes(name) || reader.world.roles.includes(name)) continue
    reader.refuse('unknown_role', pointer(at, index), { name })
  }
}

export function checkOwner(owner: Owner | undefined, at: string, reader: Reader): void {
  if (!owner) return
  if (owner.role !== undefined && !reader.world.roles.includes(owner.role))
    reader.refuse('unknown_role', pointer(at, 'role'), { name: owner.role })
  for (const key of ['field', 'team_leader_of'] as const) {
    const path = owner[key]
    if (path !== undefined && !reader.knows(path)) reader.refuse('unknown_field', pointer(at, key), { name: path })
  }
  for (const key of ['else', 'with', 'accountable'] as const) checkOwner(owner[key], pointer(at, key), reader)
}
