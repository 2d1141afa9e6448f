import type { Home } from '#shared/customer/home.ts'
import type { CustomerFile, OpenInstallment, OrdersFile, Situation, TimelineItem } from '#shared/customer/situation.ts'
import { isShown, seenDeal } from '#shared/deal/seen-deal.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { type Access, may } from './access.ts'
import type { Viewer } from './field-class.ts'
import { seenRecents } from './seen-recents.ts'
import { seenRecord } from './seen-record.ts'
import { INVOLVED } from './standing.ts'

/**
 * A situation as somebody may see it. Everything that is drawn, and every form's first values, is made of this; what
 * is decided is decided of the whole.
 */
export function seenSituation(
  situation: Situation,
  viewer: Viewer & { readonly viewer?: { readonly id: string } },
): Situation {
  const seen = seenShown(situation, viewer)
  const { deal } = situation
  if (!deal) return seen
  // Who asked about something of a deal is told where that is; beside anything else a deal is there for those who have to do with it.
  const shown = situation.kind === 'deal' || isShown(deal, viewer)
  return { ...seen, deal: shown ? seenDeal(deal, viewer) : null } as Situation
}

function seenShown(situation: Situation, viewer: Viewer): Situation {
  if (situation.kind === 'customer') return { ...situation, file: seenFile(situation.file, viewer) }
  if (situation.kind === 'home') return { kind: 'home', home: seenHome(situation.home, viewer) }
  if (situation.kind === 'inquiry') return { ...situation, inquiry: seenRecord('inquiry', situation.inquiry, viewer) }
  if (situation.kind === 'unknown') {
    const { inquiry } = situation
    return { ...situation, inquiry: inquiry && seenRecord('inquiry', inquiry, viewer) }
  }
  if (situation.kind !== 'order') return situation
  const { asked } = situation.file
  const file = { ...seenOrders(situation.file, viewer), asked: seenRecord('order', asked, viewer) }
  return { ...situation, kind: 'order', file }
}

const seenHome = (home: Home, viewer: Viewer): Home => ({
  ...home,
  requests: home.requests.filter(({ standing }) => may(viewer.access, 'customer', 'share', standing)),
  given: home.given.map((inquiry) => seenRecord('inquiry', inquiry, viewer)),
  pooled: home.pooled.map((inquiry) => seenRecord('inquiry', inquiry, viewer)),
  deadlines: home.deadlines.map((order) => seenRecord('order', order, viewer)),
})

function seenFile(file: CustomerFile, viewer: Viewer): CustomerFile {
  const { access } = viewer
  const { customer, contact, money, due, timeline } = file
  const stands = customer.standing
  // Who only works on some orders of a customer sees neither its other orders nor what it owes.
  const wholly = (type: TypeName) => may(access, type, 'view', (stands ?? 0) & ~INVOLVED)
  return {
    ...file,
    ...seenOrders(file, viewer),
    openOrders: wholly('order') ? file.openOrders : null,
    customer: seenRecord('customer', customer, viewer),
    contact: contact && may(access, 'contact', 'view', stands) ? seenRecord('contact', contact, viewer) : null,
    money: wholly('installment') ? money : null,
    // Each is called by the number of its order.
    due: wholly('installment') && wholly('order') ? due : [],
    timeline: may(access, 'interaction', 'view', stands) ? seenTimeline(timeline ?? [], viewer) : null,
    requests: may(access, 'customer', 'share', stands) ? file.requests : [],
    recents: seenRecents(file.recents, viewer),
  }
}

function seenOrders(file: OrdersFile, viewer: Viewer): OrdersFile {
  const { access } = viewer
  const seen = file.orders.filter(({ standing }) => may(access, 'order', 'view', standing))
  const asked = file.asked && may(access, 'order', 'view', file.asked.standing) ? file.asked : null
  return {
    orders: seen.map((order) => seenRecord('order', order, viewer)),
    asked: asked && seenRecord('order', asked, viewer),
    openOrders: file.openOrders,
    installments: file.installments.map((part) => seenPart(part, file, access)),
    ...(asked && file.trace ? { trace: file.trace } : {}),
  }
}

function seenTimeline(timeline: readonly TimelineItem[], viewer: Viewer): TimelineItem[] {
  const seen = timeline.filter(({ standing }) => may(viewer.access, 'interaction', 'view', standing))
  return seen.map((one) => seenRecord('interaction', one, viewer))
}

/** What a step waits for is told to whoever takes the step; how much it is, only to those who see what is owed. */
function seenPart(part: OpenInstallment, { orders, asked }: OrdersFile, access: Access): OpenInstallment {
  const order = [asked, ...orders].find((one) => one?.id === part.order_id)
  return may(access, 'installment', 'view', order?.standing) ? part : { ...part, hidden: true }
}
