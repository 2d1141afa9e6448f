import type { TypeName } from '#shared/trade/index.ts'
import { ownField } from '#shared/trade/own-field.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { OWN_CLASSES, ownKeyOf } from '../../fixtures/canaries.ts'
import type { Nearness } from '../../fixtures/posts.ts'
import { NOW, newId } from '../firm.ts'
import { type Elsewhere, plantRoad } from './road-plants.ts'

export interface Whose {
  /** The name of it in a cell: `own`, `followed`, `another team's`. */
  readonly whose: string
  /** For whom it was planted; absent for all alike. */
  readonly reader?: Role
  readonly near: Nearness
  /** To every other reader. */
  readonly elsewhere?: Nearness
}

export interface Plant extends Whose {
  readonly type: TypeName
  readonly id: string
  readonly given: Readonly<Record<string, unknown>>
}

export const nearness = ({ reader, near, elsewhere = 'none' }: Whose, role: Role): Nearness =>
  reader === undefined || reader === role ? near : elsewhere

/** How near a member of staff is to a reader: themselves, below them, or neither. */
export function staffNearness({ readers, deputies, juniors }: People, id: string, role: Role): Nearness {
  if (id === readers[role].id) return 'own'
  return id === deputies[role].id || id === juniors[role].id ? 'below' : 'none'
}

/** One of each post in team A, a mate there, a deputy and a junior below each in team B, and two strangers in team B. */
export function thePeople() {
  const [a, b] = [newId(), newId()]
  const person = (team: string, manager: string | null, roles: readonly string[] = []) => ({
    id: newId(),
    team_id: team,
    manager_id: manager,
    roles,
  })
  const [lead, mate, other] = [person(b, null), person(a, null), person(b, null)]
  const readers = Object.fromEntries(ROLES.map((role) => [role, person(a, lead.id, [role])])) as Record<Role, Person>
  const deputies = Object.fromEntries(ROLES.map((role) => [role, person(b, readers[role].id)])) as Record<Role, Person>
  const juniors = Object.fromEntries(ROLES.map((role) => [role, person(b, deputies[role].id)])) as Record<Role, Person>
  return { teams: { a, b }, lead, mate, other, readers, deputies, juniors }
}

export interface Person {
  readonly id: string
  readonly team_id: string
  readonly manager_id: string | null
  readonly roles: readonly string[]
}
export type People = ReturnType<typeof thePeople>

/** Every kind of nearness of every type of record, for each of the readers. */
export function thePlants(people: People): Plant[] {
  const plants: Plant[] = []
  const put = (type: TypeName, whose: Whose, given: Plant['given'], id = newId()): string => {
    plants.push({ ...whose, type, id, given })
    return id
  }
  const { teams, lead, mate, other, readers, juniors } = people

  function order(whose: Whose, customer_id: string, given: object) {
    const id = put('order', whose, { ...WAITING, customer_id, ...given })
    put('order_line', whose, { order_id: id, seq: 1, currency: 'USD' })
    put('installment', whose, { ...DEPOSIT, customer_id, order_id: id, seq: 1 })
    return id
  }
  /** A customer with what belongs to it. */
  function file(whose: Whose, owner: { readonly id: string } | null, given: object = {}) {
    const owner_id = owner?.id ?? null
    const customer_id = put('customer', whose, { owner_id, ...SOLE, ...given })
    put('contact', whose, { customer_id, is_primary: true })
    put('interaction', whose, { customer_id })
    return customer_id
  }
  function wholeFile(whose: Whose, owner: { readonly id: string } | null, given: object = {}) {
    const customer_id = file(whose, owner, given)
    order(whose, customer_id, { owner_id: owner?.id ?? null })
    put('access_request', whose, { customer_id, asked_by: other.id, asked_at: NOW })
    put('mail_thread', whose, { customer_id, root: `<${customer_id}@mail.example>`, chosen_by: other.id })
    return customer_id
  }
  const inquiry = (whose: Whose, owner: { readonly id: string } | null, team_id: string | null = null) =>
    put('inquiry', whose, { owner_id: owner?.id ?? null, team_id, customer_id: null, status: 'assigned' })

  /** What there is along the road beside somebody's customer and order. Planted for three distances: a pool has no deal, and nobody shares one. */
  function road(whose: Whose, me: { readonly id: string }, customer_id: string, elsewhere?: Elsewhere) {
    const order_id = plants.find(({ type, given }) => type === 'order' && given.customer_id === customer_id)?.id ?? ''
    return plantRoad(put, whose, { me: me.id, stranger: other.id, customer_id, order_id }, elsewhere)
  }

  for (const [type, ids] of Object.entries(houseOf(people))) {
    for (const { id, ...given } of ids) put(type as TypeName, { whose: "the house's", near: 'none' }, given, id)
  }

  const team: Whose = { whose: "own team's", near: 'team' }
  wholeFile(team, mate)
  inquiry(team, mate)
  const byTeam: Whose = { whose: 'with own team', near: 'team' }
  put('customer', byTeam, { ...SOLE, owner_id: other.id, team_id: teams.a })
  inquiry(byTeam, null, teams.a)
  const stranger: Whose = { whose: "another team's", near: 'none' }
  const strangers = wholeFile(stranger, other)
  inquiry(stranger, other)
  const elsewhere = road(stranger, other, strangers)
  put('contact', { ...stranger, whose: 'who writes to Gmail' }, { customer_id: strangers, emails: [THE_WRITER] })
  inquiry({ whose: 'with another team', near: 'none' }, null, teams.b)
  const superior: Whose = { whose: "the superior's", near: 'none' }
  const superiors = wholeFile(superior, lead)
  inquiry(superior, lead)
  const nobody: Whose = { whose: "nobody's", near: 'none' }
  wholeFile(nobody, null)
  inquiry({ ...nobody, near: 'team' }, null)

  for (const reader of ROLES) {
    const me = readers[reader]
    const own: Whose = { whose: 'own', reader, near: 'own', elsewhere: 'team' }
    road(own, me, wholeFile(own, me), elsewhere)
    inquiry(own, me)
    const below: Whose = { whose: 'of somebody below', reader, near: 'below' }
    road(below, juniors[reader], wholeFile(below, juniors[reader]), elsewhere)
    inquiry(below, juniors[reader])
    wholeFile({ whose: 'shared', reader, near: 'own', elsewhere: 'team' }, other, { co_owner_ids: [me.id] })

    const followed = file({ whose: 'of a followed order', reader, near: 'involved' }, other)
    const following = ROLES.indexOf(reader) % 2 ? { owner_id: me.id } : { merchandiser_id: me.id, owner_id: other.id }
    const mine = order({ whose: 'followed', reader, near: 'own', elsewhere: 'team' }, followed, following)
    put('interaction', { whose: 'about a followed order', reader, near: 'involved' }, about(followed, mine))
    const unfollowed: Whose = { whose: 'beside a followed order', reader, near: 'none' }
    put('interaction', unfollowed, about(followed, order(unfollowed, followed, { owner_id: other.id })))
    put(
      'access_request',
      { whose: 'asked', reader, near: 'own', elsewhere: 'team' },
      { customer_id: superiors, asked_by: me.id, asked_at: NOW },
    )
  }
  return plants
}

const about = (customer_id: string, order_id: string) => ({ customer_id, order_id })

/** From whom there is a mail in the tests' Gmail. */
const THE_WRITER = 'thiago.nunes@trilhasul.example'

const SOLE = { co_owner_ids: null, team_id: null }
const WAITING = { deposit_waiver: null, exec_status: 'waiting_deposit', currency: 'USD', incoterm: 'FOB' }
const DEPOSIT = { currency: 'USD', paid_amount: 0, guards: 'production_start', status: 'scheduled' }

const OWN_FIELD = { kind: 'text', options: null, currency: null, required: false, in_panel: true, in_forms: true }

function houseOf({ teams, lead, mate, other, readers, deputies, juniors }: People) {
  const staff = [lead, mate, other, ...[readers, deputies, juniors].flatMap((group) => Object.values(group))]
  return {
    team: [{ id: teams.a }, { id: teams.b }],
    workflow: [{ id: newId(), definition: { nodes: [] } }],
    product: [{ id: newId() }],
    certificate: [{ id: newId() }],
    payment_term: [{ id: newId(), lines: [{ anchor: 'eta', days: 0 }] }],
    lead_pool: [{ id: newId(), team_id: null }],
    assignment_rule: [{ id: newId(), match: {}, users: null }],
    milestone_source: [{ id: newId(), status: 'active' }],
    user: staff.map((one) => ({ ...one, status: 'active', locale: null, timezone: null })),
    own_field: Object.keys(ownField.fields.entity.choices).flatMap((entity) =>
      OWN_CLASSES.map((access) => ({ ...OWN_FIELD, id: newId(), entity, key: ownKeyOf(access), access })),
    ),
  } satisfies Partial<Record<TypeName, object>>
}

/** The same records under the same ids in another firm, where everything is everybody's: a wall that leaks shows it. */
export function inAnotherFirm(plants: readonly Plant[], { teams, readers }: People): Plant[] {
  const all = Object.values(readers).map(({ id }) => id)
  const everybodys: Readonly<Record<string, object>> = {
    user: { team_id: teams.a, manager_id: null },
    customer: { owner_id: all[0], co_owner_ids: all, team_id: teams.a },
    order: { owner_id: all[0], merchandiser_id: all[1] },
    inquiry: { owner_id: null, team_id: null },
    deal: { owner_id: all[0], merchandiser_id: all[1], team_id: teams.a },
    quotation: { owner_id: all[0] },
    sample: { owner_id: all[0], merchandiser_id: all[1] },
    contract: { owner_id: all[0] },
    approval: { requested_by: all[0] },
    task: { assignee_id: all[0] },
    shipment: { owner_id: all[0] },
    receipt: { claimed_by: all[0] },
    after_sales_case: { owner_id: all[0] },
    survey: { owner_id: all[0] },
  }
  return plants.map((plant) => ({ ...plant, given: { ...plant.given, ...everybodys[plant.type] } }))
}
