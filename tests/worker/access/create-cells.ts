import type { TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import type { Nearness } from '../../fixtures/posts.ts'
import { allowed, allowedAtAll, makesOwn } from '../../fixtures/posts.ts'
import { ABSENT, bodyIds, type Cell, eachRole, type Met, metBy, SOME_ROLES, strange } from './cell.ts'
import {
  belonging,
  bodyOf,
  canBeFresh,
  classOf,
  freshBodyOf,
  isTaken,
  keptFields,
  parentOf,
  pathOf,
  referencesOf,
  said,
  someHiddenFields,
  unknownLike,
} from './fields.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { nearness } from './plants.ts'
import { isMetAt, isTriedAt, rolesAt, someAt } from './road-bounds.ts'

/** `POST /v1/{type}`: in whosever record, for whomever, with whatever. */
export function createCells(firm: LargeFirm, type: TypeName): Cell[] {
  const at = (body: object): Ask => ({ method: 'POST', path: pathOf(type), body })
  const parent = parentOf(type)
  const [taken, fresh] = [bodyOf(firm, type), freshBodyOf(firm, type)]

  /**
   * A number that is taken already lets nothing be stored: then 409 is a yes that writes nothing. All orders here are divided into
   * installments, and a line for one is refused as what it is, with 422.
   */
  function made(role: Role, what: string, values: object, may: boolean): Cell[] {
    const seen = seenReferences(role)
    const asked = {
      role,
      what,
      ask: at({ ...taken, ...seen, ...values }),
      status: may ? (type === 'order_line' ? 422 : 409) : 403,
    }
    const done = {
      role,
      what: `${what}: done`,
      ask: at({ ...fresh, ...seen, ...values }),
      status: 201,
      writes: true,
    } as const
    return [...(may && !isTaken(type) ? [] : [asked]), ...(may && canBeFresh(type) ? [done] : [])]
  }

  return eachRole((role) => {
    const able = allowedAtAll(role, type, 'create')
    const body = { ...taken, ...seenReferences(role) }
    const inside = (met: Met): Cell[] => {
      const values = within(type, met)
      if (!able || met.seen) return made(role, `in ${met.whose}`, values, able && mayIn(type, role, met))
      const absent = at({ ...body, ...values, [parent?.key ?? '']: ABSENT })
      return [{ role, what: `in ${met.whose}`, ask: at({ ...body, ...values }), status: 400, absent }]
    }
    return [
      ...(parent
        ? metBy(firm, role, parent.to)
            .filter(({ whose }) => isMetAt(type, whose))
            .flatMap(inside)
        : []),
      ...(parent ? [] : ownersOf(firm, type, role)).flatMap(({ what, values, may }) => made(role, what, values, may)),
      ...(able ? someAt(type, someHiddenFields(type, role), (field) => classOf(type, field)) : []).map((field) => {
        const { like, but } = unknownLike(field)
        const [ask, absent] = [at({ ...body, ...said(field, 1) }), at({ ...body, ...said(like, 1) })]
        return { role, what: `hidden ${field}`, ask, status: 400, absent, but }
      }),
      ...(able ? unseenReferences(role) : []),
      ...(SOME_ROLES.includes(role) ? strangeBodies(able) : []).map((cell) => ({ role, ...cell })),
    ]
  }, rolesAt(type))

  /** What a body has to name and may not leave out is something that its maker sees. */
  function seenReferences(role: Role): Record<string, string> {
    const needed = referencesOf(type).filter(({ key }) => Object.hasOwn(taken, key))
    return Object.fromEntries(
      needed.flatMap(({ key, to }) => {
        const seen = metBy(firm, role, to).find((met) => met.seen)
        return seen ? [[key, seen.id]] : []
      }),
    )
  }

  /** In one's own record, about something that one does not see, which is nothing at all. */
  function unseenReferences(role: Role): Cell[] {
    const own = parent && metBy(firm, role, parent.to).find((met) => met.seen && mayIn(type, role, met))
    const whole = { ...taken, ...seenReferences(role), ...(own ? within(type, own) : {}) }
    return referencesOf(type).flatMap(({ key, to }) =>
      metBy(firm, role, to).flatMap((met) => {
        const [ask, absent] = [met.id, ABSENT].map((id) => at({ ...whole, [key]: id })) as [Ask, Ask]
        return met.seen || !isTriedAt(type, met.whose)
          ? []
          : [{ role, what: `${key}: ${met.whose}`, ask, status: 400, absent }]
      }),
    )
  }

  /** What nobody sets, and what is no id. */
  function strangeBodies(able: boolean): Omit<Cell, 'role'>[] {
    const ids = parent ? Object.entries(bodyIds(strange(firm, parent.to).id)) : []
    const values = [
      ...keptFields(type, 'create').map((field) => [`what nobody sets: ${field}`, { [field]: ABSENT }] as const),
      ...ids.map(([what, id]) => [what, { [parent?.key ?? '']: id }] as const),
    ]
    return values.map(([what, value]) => ({ what, ask: at({ ...taken, ...value }), status: able ? 400 : 403 }))
  }
}

/** The fields that place something within a record: of an order's installment also whose order it is. */
function within(type: TypeName, { id, given }: Met): Record<string, unknown> {
  const customer = type === 'installment' && given.customer_id ? { customer_id: given.customer_id } : {}
  return { [parentOf(type)?.key ?? '']: id, ...customer }
}

/** What has an owner is its maker's, in whosever record it is made. */
function mayIn(type: TypeName, role: Role, met: Met): boolean {
  const near: Nearness = belonging(type).to && makesOwn(role, type) ? 'own' : nearness(met, role)
  return allowed(role, type, 'create', near)
}

/** Of what stands by itself: whose it is to be. To make it somebody else's takes the right to hand it out. */
function ownersOf({ people }: LargeFirm, type: TypeName, role: Role) {
  if (!belonging(type).to) return [{ what: "the house's", values: {}, may: allowed(role, type, 'create', 'none') }]
  const owners: readonly (readonly [string, string | null | undefined, Nearness])[] = [
    ['saying nothing', undefined, 'own'],
    ["nobody's", null, 'own'],
    ["one's own", people.readers[role].id, 'own'],
    ["a mate's", people.mate.id, 'team'],
    ["a junior's", people.juniors[role].id, 'below'],
    ["a stranger's", people.other.id, 'none'],
  ]
  return owners.map(([what, owner, near]) => ({
    what,
    values: owner === undefined ? {} : { owner_id: owner },
    may: allowed(role, type, 'create', near) && (near === 'own' || allowed(role, type, 'assign', near)),
  }))
}
