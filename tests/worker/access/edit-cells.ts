import type { TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { allowed } from '../../fixtures/posts.ts'
import { ABSENT, type Cell, eachRole, metBy, pathIds, SOME_ROLES, strange } from './cell.ts'
import {
  changesOf,
  classOf,
  fieldsOf,
  keptFields,
  pathOf,
  referencesOf,
  said,
  someHiddenFields,
  unknownLike,
} from './fields.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { nearness } from './plants.ts'
import { isMetAt, isTriedAt, rolesAt, someAt } from './road-bounds.ts'

/** A version that no record has yet: whoever may change it is told that theirs is stale, and nothing changes. */
const NO_VERSION = '"9"'

/** `PATCH /v1/{type}/{id}`. Rights are looked at before versions, so 412 is a yes that writes nothing. */
export function editCells(firm: LargeFirm, type: TypeName): Cell[] {
  const at = (id: string, body: object, version = NO_VERSION): Ask => ({
    method: 'PATCH',
    path: `${pathOf(type)}/${id}`,
    body,
    headers: { 'If-Match': version },
  })
  const changes = changesOf(firm, type)
  const stranger = strange(firm, type).id
  const near = (role: Role) => metBy(firm, role, type).filter(({ whose }) => isMetAt(type, whose))
  return [
    ...eachRole(
      (role) => [
        ...near(role).flatMap((met): Cell[] => {
          const may = changes.map(({ verbs }) => verbs.some((verb) => allowed(role, type, verb, nearness(met, role))))
          const asked = changes.map(({ what, body }, index) => ({
            role,
            what: `${met.whose}, ${what}`,
            ask: at(met.id, body),
            ...(met.seen ? { status: may[index] ? 412 : 403 } : { status: 404, absent: at(ABSENT, body) }),
          }))
          const done = changes.find((_, index) => may[index])
          // Each record is changed by one person, or versions would come into it.
          return done && met.reader === role
            ? [
                ...asked,
                { role, what: `${met.whose}: done`, ask: at(met.id, done.body, '"1"'), status: 200, writes: true },
              ]
            : asked
        }),
        ...unseenReferences(firm, type, role, at),
        ...someAt(type, someHiddenFields(type, role), (field) => classOf(type, field)).map((field) => {
          const { like, but } = unknownLike(field)
          const [ask, absent] = [at(stranger, said(field, 1)), at(stranger, said(like, 1))]
          return { role, what: `hidden ${field}`, ask, status: 400, absent, but }
        }),
      ],
      rolesAt(type),
    ),
    ...SOME_ROLES.flatMap((role) => [
      ...keptFields(type, 'edit').map((field) => ({
        role,
        what: `what nobody sets: ${field}`,
        ask: at(stranger, { [field]: ABSENT }),
        status: 400,
      })),
      ...Object.entries(pathIds(stranger)).map(([what, id]) => ({
        role,
        what,
        ask: at(id, changes[0].body),
        status: 404,
      })),
    ]),
  ]
}

type At = (id: string, body: object, version?: string) => Ask

/** Of one's own record: that it is about something one does not see, which is nothing at all. */
function unseenReferences(firm: LargeFirm, type: TypeName, role: Role, at: At): Cell[] {
  const mine = metBy(firm, role, type).find(({ near }) => allowed(role, type, 'edit', near))
  const fixed = fieldsOf(type).flatMap(([key, field]) => (field.fixed ? [key] : []))
  return !mine
    ? []
    : referencesOf(type).flatMap(({ key, to }) =>
        metBy(firm, role, to).flatMap((met) =>
          met.seen || fixed.includes(key) || !isTriedAt(type, met.whose)
            ? []
            : [
                {
                  role,
                  what: `${key}: ${met.whose}`,
                  ask: at(mine.id, { [key]: met.id }, '"1"'),
                  status: 400,
                  absent: at(mine.id, { [key]: ABSENT }, '"1"'),
                },
              ],
        ),
      )
}
