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

  decide({ target: inquiry, view }) {
    if (!isOpenTo(inquiry, view)) {
      const sentence = inquiry.owner_id === view.viewer.id ? YOURS : TAKEN
      const message = say(sentence, view.language)
      return { kind: 'rejected', problems: [{ field: 'status', code: 'claimed', message }] }
    }
    const values = { status: 'claimed', owner_id: view.viewer.id, claimed_at: view.now }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'inquiry', before: inquiry, values }] }
  },
}

const YOURS = text('You have claimed this inquiry already.', '您已认领此询盘。')
const TAKEN = text('A colleague has this inquiry.', '此询盘已由同事负责。')

/** What waits for a claim can be taken by whom it was given to, or by anybody while it is with nobody. */
function isOpenTo({ status, owner_id }: Inquiry, { viewer }: View): boolean {
  const waiting = status === 'received' || status === 'pooled' || status === 'assigned'
  return waiting && (owner_id === null || owner_id === viewer.id)
}

const inquiryIn = (situation: Situation): Inquiry | null =>
  situation.kind === 'unknown' || situation.kind === 'inquiry' ? situation.inquiry : null
