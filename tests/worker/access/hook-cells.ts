import { allowedAtAll } from '../../fixtures/posts.ts'
import { NOW, newId } from '../firm.ts'
import { ABSENT, type Cell, eachRole, pathIds, plantOf, SOME_ROLES } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'

const ofSource = (firm: LargeFirm): string => plantOf(firm, 'milestone_source', "the house's").id

/** `POST /v1/milestone_sources/{id}/secrets`: administrators make them, whoever sees the source is told that they may not. */
export function secretCells(firm: LargeFirm): Cell[] {
  const at = (id: string, query = ''): Ask => ({ method: 'POST', path: `/v1/milestone_sources/${id}/secrets${query}` })
  const id = ofSource(firm)
  return [
    { role: null, what: 'nobody', ask: at(id), status: 401 },
    ...eachRole((role): Cell[] => {
      const may = allowedAtAll(role, 'milestone_source', 'edit')
      return [
        ...(may
          ? [
              { role, what: 'a secret', ask: at(id), status: 201, writes: true } as const,
              { role, what: 'a secret for ever', ask: at(id, '?keepPreviousHours=999'), status: 400 },
            ]
          : [{ role, what: 'a secret', ask: at(id), status: 403 }]),
        { role, what: 'of nowhere', ask: at(ABSENT), status: 404 },
      ]
    }),
  ]
}

/** `POST /hooks/milestones/{id}`: no post signs a webhook, and nobody learns which sources there are. */
export function hookCells(firm: LargeFirm): Cell[] {
  const at = (id: string): Ask => ({
    method: 'POST',
    path: `/hooks/milestones/${id}`,
    body: {
      shipment: { number: 'SH-2026-0001' },
      events: [{ type: 'DEPA', classifier: 'ACT', at: '2026-10-19T10:00:00Z' }],
    },
    headers: {
      'webhook-id': newId(),
      'webhook-timestamp': String(NOW / 1000),
      'webhook-signature': `v1,${btoa('\0'.repeat(32))}`,
    },
  })
  const id = ofSource(firm)
  const odd = Object.entries(pathIds(id)).flatMap(([what, path]) =>
    what === 'two dots' ? [] : [{ role: null, what, ask: at(path), status: 401 }],
  )
  const asked = [null, ...SOME_ROLES].map((role) => ({
    role,
    what: 'unsigned',
    ask: at(id),
    status: 401,
    absent: at(ABSENT),
  }))
  return [...asked, ...odd]
}
