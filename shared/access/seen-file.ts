import type { Home } from '#shared/customer/home.ts'
import type { CustomerFile, OpenInstallment, OrdersFile, Situation } from '#shared/customer/situation.ts'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Interaction, TYPES, type TypeName } from '#shared/trade/index.ts'
import { type Access, may } from './access.ts'
import { seenFields } from './field-class.ts'
import { INVOLVED } from './standing.ts'

/**
 * A situation as somebody may see it. Everything that is drawn, and every form's first values, is made of this; what
 * is decided is decided of the whole.
 */
export function seenSituation(situation: Situation, access: Access): Situation {
  if (situation.kind === 'customer') return { ...situation, file: seenFile(situation.file, access) }
  if (situation.kind === 'home') return { kind: 'home', home: seenHome(situation.home, access) }
  if (situation.kind === 'inquiry') return { ...situation, inquiry: seenRecord('inquiry', situation.inquiry, access) }
  if (situation.kind !== 'order') return situation
  const { asked } = situation.file
  return { kind: 'order', file: { ...seenOrders(situation.file, access), asked: seenRecord('order', asked, access) } }
}

const seenHome = (home: Home, access: Access): Home => ({
  ...home,
  given: home.given.map((inquiry) => seenRecord('inquiry', inquiry, access)),
  pooled: home.pooled.map((inquiry) => seenRecord('inquiry', inquiry, access)),
  deadlines: home.deadlines.map((order) => seenRecord('order', order, access)),
})

function seenFile(file: CustomerFile, access: Access): CustomerFile {
  const { customer, contact, money, due, timeline } = file
  const stands = customer.standing
  // Who only works on some orders of a customer sees neither its other orders nor what it owes.
  const wholly = (type: TypeName) => may(access, type, 'view', (stands ?? 0) & ~INVOLVED)
  return {
    ...file,
    ...seenOrders(file, access),
    openOrders: wholly('order') ? file.openOrders : null,
    customer: seenRecord('customer', customer, access),
    contact: contact && may(access, 'contact', 'view', stands) ? seenRecord('contact', contact, access) : null,
    money: wholly('installment') ? money : null,
    due: wholly('installment') ? due : [],
    timeline: may(access, 'interaction', 'view', stands) ? seenTimeline(timeline ?? [], access) : null,
    requests: may(access, 'customer', 'share', stands) ? file.requests : [],
  }
}

function seenOrders(file: OrdersFile, access: Access): OrdersFile {
  const seen = file.orders.filter(({ standing }) => may(access, 'order', 'view', standing))
  const asked = file.asked && may(access, 'order', 'view', file.asked.standing) ? file.asked : null
  return {
    orders: seen.map((order) => seenRecord('order', order, access)),
    asked: asked && seenRecord('order', asked, access),
    openOrders: file.openOrders,
    installments: file.installments.map((part) => seenPart(part, file, access)),
  }
}

function seenTimeline(timeline: readonly Interaction[], access: Access): Interaction[] {
  const seen = timeline.filter(({ standing }) => may(access, 'interaction', 'view', standing))
  return seen.map((one) => seenRecord('interaction', one, access))
}

/** What a step waits for is told to whoever takes the step; how much it is, only to those who see what is owed. */
function seenPart(part: OpenInstallment, { orders, asked }: OrdersFile, access: Access): OpenInstallment {
  const order = [asked, ...orders].find((one) => one?.id === part.order_id)
  return may(access, 'installment', 'view', order?.standing) ? part : { ...part, hidden: true }
}

/** A record without what its reader does not see; to those who draw it, that is as if it were not filled in. */
export function seenRecord<R extends AnyRecord>(type: TypeName, record: R, access: Access): R {
  const { fields }: { readonly fields: Fields } = TYPES[type]
  const seen = seenFields(fields, access)
  const hidden = Object.keys(fields).filter((key) => !Object.hasOwn(seen, key))
  return hidden.length === 0 ? record : { ...record, ...Object.fromEntries(hidden.map((key) => [key, null])) }
}
