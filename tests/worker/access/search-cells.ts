import { fieldValue } from '#shared/record/custom.ts'
import { SEARCHED, SEARCHED_TYPES } from '#shared/search/searched.ts'
import { type Cell, eachRole, metBy, SOME_ROLES } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'

const at = (query: Readonly<Record<string, string>>): Ask => ({
  method: 'GET',
  path: `/v1/search?${new URLSearchParams(query)}`,
})

/** What nobody is called. */
const ABSENT_WORD = { q: 'quux-9999999' }

/** `GET /v1/search`: everybody for each record by each field it is found by; what is hidden is as if it were not there. */
export const searchCells = (firm: LargeFirm): Cell[] => [
  ...eachRole((role) =>
    SEARCHED_TYPES.flatMap((type) =>
      metBy(firm, role, type).flatMap(({ id, seen, whose }) => {
        if (whose === 'nowhere' || whose === "another firm's") return []
        const record = firm.record(id)
        return Object.keys(SEARCHED[type]).flatMap((field): Cell[] => {
          const [q] = [fieldValue(record, field)].flat()
          if (typeof q !== 'string' || !/canary/.test(q)) return []
          const cell = { role, what: `${whose} ${type} by ${field}`, ask: at({ q }), status: 200 }
          return [seen ? cell : { ...cell, absent: at(ABSENT_WORD) }]
        })
      }),
    ),
  ),
  ...SOME_ROLES.flatMap((role): Cell[] => [
    { role, what: 'for nothing', ask: at({ q: '' }), status: 400 },
    { role, what: 'for too many', ask: at({ q: 'a', limit: '99' }), status: 400 },
    { role, what: 'for half a letter', ask: at({ q: '\ud800' }), status: 200 },
    { role, what: 'for NUL', ask: at({ q: 'a\0b' }), status: 200 },
    { role, what: 'for a pattern', ask: at({ q: "%' OR 1=1 --" }), status: 200 },
  ]),
]
