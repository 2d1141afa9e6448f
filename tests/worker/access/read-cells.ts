import { fieldValue } from '#shared/record/custom.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { ABSENT, type Cell, eachRole, metBy, pathIds, SOME_ROLES, strange } from './cell.ts'
import { classOf, fieldsOf, hiddenFields, pathOf, unknownLike } from './fields.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'
import { isMetAt, rolesAt, someAt } from './road-bounds.ts'

/** `GET /v1/{type}/{id}` and `…/events`. */
export function oneCells(firm: LargeFirm, type: TypeName, tail: '' | '/events'): Cell[] {
  const at = (id: string): Ask => ({ method: 'GET', path: `${pathOf(type)}/${id}${tail}` })
  const stranger = strange(firm, type).id
  return [
    ...eachRole(
      (role) =>
        metBy(firm, role, type)
          .filter(({ whose }) => isMetAt(type, whose))
          .map((met) => ({
            role,
            what: met.whose,
            ask: at(met.id),
            ...(met.seen ? { status: 200, shows: met } : { status: 404, absent: at(ABSENT) }),
          })),
      rolesAt(type),
    ),
    ...SOME_ROLES.flatMap((role) =>
      Object.entries(pathIds(stranger)).map(([what, id]) => ({
        role,
        what,
        ask: at(id),
        status: 404,
        absent: at(ABSENT),
      })),
    ),
  ]
}

/** `GET /v1/{type}`: the whole list, its filters, its order and its pages. */
export function listCells(firm: LargeFirm, type: TypeName): Cell[] {
  const at = (query: string): Ask => ({ method: 'GET', path: `${pathOf(type)}?${query}` })
  return eachRole((role) => {
    const mine = firm.plants.filter((plant) => plant.type === type && sees(role, plant))
    const all = { role, what: 'all', ask: at('limit=200'), status: 200, lists: mine.map(({ id }) => id) }
    return [
      all,
      { role, what: 'a page', ask: at(`limit=1&sort=${(TYPES[type] as RecordType).title}`), status: 200 },
      { role, what: 'two limits', ask: at('limit=1&limit=2'), status: 400 },
      cursorCell(firm, type, role, at),
      ...referenceCells(firm, type, role, at),
      ...someAt(type, hiddenFields(type, role), (field) => classOf(type, field)).flatMap((field) =>
        unknownCells(firm, type, role, field, at),
      ),
    ]
  }, rolesAt(type))
}

type At = (query: string) => Ask

/** Filtering by what one may not see finds as much as filtering by what is not there. */
function referenceCells(firm: LargeFirm, type: TypeName, role: Role, at: At): Cell[] {
  const { given } = strange(firm, type)
  const references = fieldsOf(type).filter(([, field]) => field.kind === 'reference')
  return someAt(type, references, () => true).flatMap(([key]) => {
    const value = given[key]
    if (typeof value !== 'string') return []
    const found = firm.plants.filter((one) => one.type === type && one.given[key] === value && sees(role, one))
    const cell = { role, what: `by ${key}`, ask: at(`limit=200&${key}=${value}`), status: 200 }
    return [
      found.length > 0
        ? { ...cell, lists: found.map(({ id }) => id) }
        : { ...cell, absent: at(`limit=200&${key}=${ABSENT}`) },
      { role, what: `${key} twice`, ask: at(`${key}=${value}&${key}=${ABSENT}`), status: 400 },
    ]
  })
}

/** A page that begins behind a hidden record begins where it would begin without it. */
function cursorCell(firm: LargeFirm, type: TypeName, role: Role, at: At): Cell {
  const { title }: RecordType = TYPES[type]
  const place = ({ id }: { readonly id: string }) => [firm.record(id)[title] as string | number, id] as const
  const ofType = firm.plants.filter((plant) => plant.type === type)
  const hidden = place(ofType.find((plant) => !sees(role, plant)) ?? strange(firm, type))
  const behind = ofType.filter((plant) => sees(role, plant) && isBehind(place(plant), hidden))
  return {
    role,
    what: 'behind a hidden one',
    ask: at(`limit=200&sort=${title}&cursor=${encodeURIComponent(btoa(JSON.stringify(hidden)))}`),
    status: 200,
    lists: behind.map(({ id }) => id),
  }
}

type Place = readonly [string | number, string]

const isBehind = ([value, id]: Place, [other, otherId]: Place): boolean =>
  value > other || (value === other && id > otherId)

/** A class of fields that one may not see is not known: by no filter, no order, no page. */
function unknownCells(firm: LargeFirm, type: TypeName, role: Role, field: string, at: At): Cell[] {
  const planted = fieldValue(firm.record(strange(firm, type).id), field)
  const value = encodeURIComponent(String(Array.isArray(planted) ? planted[0] : planted))
  const { like, but } = unknownLike(field)
  const asked = (make: (key: string) => string) => ({ ask: at(make(field)), absent: at(make(like)), but, status: 400 })
  return [
    { role, what: `by ${field}`, ...asked((key) => `${key}=${value}`) },
    { role, what: `in order of ${field}`, ...asked((key) => `sort=-${key}`) },
  ]
}
