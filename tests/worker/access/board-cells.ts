import type { Role } from '#shared/trade/user.ts'
import { allowedAtAll } from '../../fixtures/posts.ts'
import { ABSENT, bodyIds, type Cell, eachRole, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'
import { nearness, type Plant } from './plants.ts'

/** In which every order is planted. */
const STAGE = 'waiting_deposit'

const at = (query: Readonly<Record<string, string>>): Ask => ({
  method: 'GET',
  path: `/v1/board?${new URLSearchParams(query)}`,
})

/** `GET /v1/board`: whole, narrowed by what is theirs and by what is hidden, and behind a hidden order. */
export const boardCells = (firm: LargeFirm): Cell[] => [
  ...eachRole((role) => (allowedAtAll(role, 'order', 'view') ? seenBy(firm, role) : [refused(role)])),
  ...SOME_ROLES.slice(0, 2).flatMap((role) =>
    Object.entries(bodyIds(strange(firm, 'customer').id)).flatMap(([what, id]) =>
      typeof id === 'string' ? [{ role, what, ask: at({ customer: id }), status: 400 }] : [],
    ),
  ),
]

const refused = (role: Role): Cell => ({ role, what: 'no board', ask: at({}), status: 403 })

function seenBy(firm: LargeFirm, role: Role): Cell[] {
  const orders = firm.plants.filter(({ type }) => type === 'order')
  const seen = orders.filter((plant) => sees(role, plant))
  const own = seen.filter((plant) => nearness(plant, role) === 'own')
  const stranger = strange(firm, 'order')
  const hidden = orders.find((plant) => !sees(role, plant)) ?? stranger
  const behind = btoa(JSON.stringify([firm.record(hidden.id).next_due, hidden.id]))
  return [
    { role, what: 'the whole board', ask: at({}), status: 200 },
    { role, what: 'mine', ask: at({ owner: 'me' }), status: 200, lists: own.map(({ id }) => id) },
    { role, what: 'behind a hidden one', ask: at({ stage: STAGE, cursor: behind }), status: 200 },
    {
      role,
      what: 'with the name of a customer',
      ask: at({ customer: String(stranger.given.customer_id) }),
      status: 200,
    },
    narrowed(role, 'customer', seen, stranger),
    narrowed(role, 'product_line', seen, stranger, String(firm.record(stranger.id).product_line)),
  ]
}

/** Narrowed by what one may not see it has as much on it as narrowed by what is not there. */
function narrowed(
  role: Role,
  by: 'customer' | 'product_line',
  seen: readonly Plant[],
  to: Plant,
  value?: string,
): Cell {
  const wanted = value ?? String(to.given.customer_id)
  const found = seen.filter(({ id, given }) => (value ? id === to.id : given.customer_id === wanted))
  const cell = { role, what: `by ${by}`, ask: at({ stage: STAGE, [by]: wanted }), status: 200 }
  if (found.length > 0) return { ...cell, lists: found.map(({ id }) => id) }
  const absent = value ? 'nonsense' : ABSENT
  return { ...cell, absent: at({ stage: STAGE, [by]: absent }) }
}
