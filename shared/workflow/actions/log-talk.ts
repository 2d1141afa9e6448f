import type { CustomerFile, Situation } from '#shared/customer/situation.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { isOpen } from '#shared/order/execution.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Fields } from '#shared/record/field.ts'
import { interaction } from '#shared/trade/interaction.ts'
import type { LateAction, Offer } from '../action.ts'
import { formOf } from '../form.ts'
import type { Logged } from '../logged.ts'

const { contact_id, occurred_at, order_id, direction } = interaction.fields

/** How much is said of it; it may be nothing. */
const LINE_MAX = 200

const NOTHING: Fields = {}

/** What the form asks for; contacts and orders as far as the reader sees them. */
function fieldsOf(kind: Logged, file: CustomerFile | null): Fields {
  const people = (file?.recents.contact.records ?? []).map(({ id, values }) => [id, named(values.full_name)] as const)
  const orders = (file?.orders ?? []).filter(isOpen).map(({ id, doc_no }) => [id, named(doc_no)] as const)
  return {
    line: { kind: 'text', max: LINE_MAX, label: LINES[kind] },
    ...(kind === 'sample' ? NOTHING : { direction: { ...withoutInternal, label: direction.label } }),
    ...(people.length > 0 ? choice('contact', contact_id.label, people) : NOTHING),
    ...(orders.length > 0 ? choice('order', order_id.label, orders) : NOTHING),
    on: { kind: 'date', label: occurred_at.label },
  }
}

const named = (name: unknown): Text => text(String(name), String(name))

const choice = (key: string, label: Text, choices: readonly (readonly [string, Text])[]): Fields => ({
  [key]: { kind: 'choice', choices: Object.fromEntries(choices), label },
})

const withoutInternal = {
  kind: 'choice',
  choices: { out: direction.choices.out, in: direction.choices.in },
} as const

/** The order that goes on: of the deal in view, else the only one that is open. */
function runningOrder({ deal }: Situation, { asked, orders }: CustomerFile): string | undefined {
  const open = orders.filter(isOpen)
  const ofDeal = open.find((order) => deal?.parts.order.some(({ id }) => id === order.id))
  return (asked && isOpen(asked) ? asked : (ofDeal ?? (open.length === 1 ? open[0] : undefined)))?.id
}

function offer(kind: Logged, situation: Situation, view: View): Offer[] {
  if (situation.kind !== 'customer') return []
  const { file } = situation
  const fields = fieldsOf(kind, file)
  const order = runningOrder(situation, file)
  const contact = file.contact && file.recents.contact.records.some(({ id }) => id === file.contact?.id)
  const form = formOf({
    action: `log-${kind}`,
    target: { type: 'customer', id: file.customer.id },
    label: LABELS[kind][view.language],
    fields,
    values: {
      on: view.today,
      ...(fields.direction ? { direction: 'out' } : {}),
      ...(contact && file.contact ? { contact: file.contact.id } : {}),
      ...(fields.order && order ? { order } : {}),
    },
    language: view.language,
    folded: true,
  })
  return [{ form, on: file.customer.standing ?? 0 }]
}

const logging = (kind: Logged): LateAction<'customer'> => ({
  name: `log-${kind}`,
  on: 'customer',
  adds: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'timeline',
  offers: (situation, view) => offer(kind, situation, view),
  fields: ({ situation }) => fieldsOf(kind, situation.kind === 'customer' ? situation.file : null),
  late: async () => (await import('./log-talk-late.ts')).logTalkLate(kind),
})

export const LOGGED = (['call', 'meeting', 'sample'] as const).map(logging)

const LABELS = {
  call: text('Log call', '记录电话'),
  meeting: text('Log meeting', '记录会议'),
  sample: text('Log sample sent', '记录寄样'),
} as const satisfies Record<Logged, Text>

const LINES = {
  call: text('What was said', '通话要点'),
  meeting: text('What was agreed', '会议要点'),
  sample: text('What was sent, by which courier', '寄出的样品及快递单号'),
} as const satisfies Record<Logged, Text>
