import { isUnclaimed } from '#shared/customer/claim.ts'
import { claimRefusal, poolOf } from '#shared/customer/claim-limits.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

/** Takes an inquiry for oneself: its owner from then on, and the claim clock stops (domain 2.2.1). */
export const claimInquiry: Action<'inquiry'> = {
  name: 'claim-inquiry',
  on: 'inquiry',
  needs: { type: 'inquiry', verb: 'claim' },
  section: 'inquiry',
  distributes: true,

  offers(situation, view) {
    const inquiry = inquiryIn(situation)
    if (!inquiry || !isOpenTo(inquiry, view)) return []
    const form = formOf({
      action: 'claim-inquiry',
      target: { type: 'inquiry', id: inquiry.id, version: inquiry.version },
      label: text('Claim', '认领')[view.language],
      fields: {},
      language: view.language,
      primary: true,
    })
    return [{ form, on: inquiry.standing ?? 0 }]
  },

  fields: () => ({}),

  decide({ target: inquiry, situation, view, distribution }) {
    if (!isOpenTo(inquiry, view)) {
      const sentence = inquiry.owner_id === view.viewer.id ? YOURS : TAKEN
      const message = say(sentence, view.language)
      return { kind: 'rejected', problems: [{ field: 'status', code: 'claimed', message }] }
    }
    const hand = distribution?.staff.find(({ id }) => id === view.viewer.id)
    // What was given to somebody is theirs to take, however many they have.
    const pool = inquiry.owner_id === null ? poolOf(inquiry, distribution?.pools ?? []) : undefined
    const refusal = hand ? claimRefusal(inquiry, hand, pool, view) : null
    if (refusal !== null)
      return { kind: 'rejected', problems: [{ field: 'status', code: 'pool_limit', message: refusal }] }
    // What was given to somebody who is away is claimed for them.
    const owner = inquiry.owner_id ?? view.viewer.id
    const values = { status: 'claimed', owner_id: owner, claimed_at: view.now }
    // Who has the inquiry has the deal that began with it.
    const deal = situation.deal?.deal
    const owned = deal && deal.inquiry_id === inquiry.id && deal.owner_id !== owner
    const limits = hand && pool ? { perDay: pool.max_claim_per_day, inHand: pool.max_hold } : null
    return {
      kind: 'saved',
      ...(limits ? { claims: { inquiryId: inquiry.id, userId: view.viewer.id, ...limits } } : {}),
      changes: [
        { kind: 'update', type: 'inquiry', before: inquiry, values },
        ...(owned
          ? [{ kind: 'update' as const, type: 'deal' as const, before: deal, values: { owner_id: owner } }]
          : []),
      ],
    }
  },
}

const YOURS = text('You have claimed this inquiry already.', '您已认领此询盘。')
const TAKEN = text('A colleague has this inquiry.', '此询盘已由同事负责。')

/** What waits for a claim can be taken by whom it was given to or by their deputy, or by anybody while it is with nobody. */
const isOpenTo = ({ owner_id, ...inquiry }: Inquiry, { viewer }: View): boolean =>
  isUnclaimed({ owner_id, ...inquiry }) &&
  (owner_id === null || owner_id === viewer.id || (viewer.standsFor ?? []).some(({ id }) => id === owner_id))

const inquiryIn = (situation: Situation): Inquiry | null =>
  situation.kind === 'unknown' || situation.kind === 'inquiry' ? situation.inquiry : null
