import { isUnclaimed } from '#shared/customer/claim.ts'
import { type Distribution, givenTo } from '#shared/customer/distribution.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const FIELDS = {
  to: { kind: 'text', max: 80, label: text('To whom (name); empty: by the rules', '分配给（英文名），留空则按规则') },
} as const satisfies Fields

/** Gives an inquiry to somebody, by name or by the firm's rules. The clock for claiming it runs on: given is not taken (domain 2.2.1). */
export const assignInquiryAction: Action<'inquiry'> = {
  name: 'assign-inquiry',
  on: 'inquiry',
  needs: { type: 'inquiry', verb: 'assign' },
  section: 'inquiry',
  distributes: true,

  offers(situation, view) {
    const inquiry = inquiryIn(situation)
    if (!inquiry || !isUnclaimed(inquiry)) return []
    const form = formOf({
      action: 'assign-inquiry',
      target: { type: 'inquiry', id: inquiry.id, version: inquiry.version },
      label: text('Assign', '分配')[view.language],
      fields: FIELDS,
      language: view.language,
      folded: true,
    })
    return [{ form, on: inquiry.standing ?? 0 }]
  },

  fields: () => FIELDS,

  decide({ target: inquiry, situation, input: { to }, view, distribution }) {
    if (!isUnclaimed(inquiry)) return refused('status', CLAIMED, view)
    const owner = to ? named(String(to), distribution) : ruled(inquiry, distribution, view)
    if (!owner) return refused('to', to ? NOBODY : NO_RULE, view)
    const { deal } = situation
    const changes: Change[] = [
      {
        kind: 'update',
        type: 'inquiry',
        before: inquiry,
        values: { status: 'assigned', owner_id: owner, assigned_at: view.now },
      },
      ...(deal && deal.deal.inquiry_id === inquiry.id
        ? [{ kind: 'update' as const, type: 'deal' as const, before: deal.deal, values: { owner_id: owner } }]
        : []),
    ]
    return { kind: 'saved', changes }
  },
}

/** Somebody who sells and works here, by the name that buyers know; null also for a name that fits several. */
function named(name: string, { staff }: Distribution = NONE): string | null {
  const wanted = name.trim().toLowerCase()
  const fitting = staff.filter(({ alias, isActive }) => isActive && alias.toLowerCase() === wanted)
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}

const ruled = (inquiry: Inquiry, distribution: Distribution = NONE, { today }: View): string | null =>
  givenTo(
    {
      country: inquiry.country,
      product_line: inquiry.product_line,
      language: inquiry.language,
      channel: inquiry.channel,
    },
    distribution,
    today,
  )

const NONE: Distribution = { rules: [], pools: [], staff: [] }

const CLAIMED = text('Somebody has claimed it already.', '已有人认领。')
const NOBODY = text('Nobody in sales is called so.', '业务部门没有这个人。')
const NO_RULE = text('No rule fits, or nobody whom it names is free.', '没有匹配的规则，或规则中的人员均已满额。')

const refused = (field: string, sentence: Text, { language }: View) =>
  ({ kind: 'rejected', problems: [{ field, code: 'not_assigned', message: sentence[language] }] }) as const

const inquiryIn = (situation: Situation): Inquiry | null =>
  situation.kind === 'unknown' || situation.kind === 'inquiry' ? situation.inquiry : null
