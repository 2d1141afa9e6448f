import type { Role } from '#shared/trade/user.ts'
import { canariesIn, type Nest } from '../../fixtures/canaries.ts'
import { allowed, seesField } from '../../fixtures/posts.ts'
import type { LargeFirm } from './large-firm.ts'
import { nearness, type Plant } from './plants.ts'

/** Whether a post sees a record, by the table of posts and what was planted. */
export const sees = (role: Role, plant: Plant): boolean => allowed(role, plant.type, 'view', nearness(plant, role))

/** The canaries in an answer that this reader must never see; those that they sent themselves are no news. */
export function leaks(firm: LargeFirm, role: Role | null, text: string, sent = ''): Nest[] {
  const own = canariesIn(sent)
  return [...canariesIn(text)].flatMap(([name, nest]) => (own.has(name) || isForThem(firm, role, nest) ? [] : [nest]))
}

function isForThem({ tenantId, plants }: LargeFirm, role: Role | null, nest: Nest): boolean {
  if (role === null || nest.tenant !== tenantId || !seesField(role, nest)) return false
  // Whoever made it since then: only what was planted has canaries.
  const plant = byId(plants).get(nest.id)
  return plant !== undefined && sees(role, plant)
}

const INDEXES = new WeakMap<readonly Plant[], Map<string, Plant>>()

function byId(plants: readonly Plant[]): Map<string, Plant> {
  const index = INDEXES.get(plants) ?? new Map(plants.map((plant) => [plant.id, plant]))
  INDEXES.set(plants, index)
  return index
}
