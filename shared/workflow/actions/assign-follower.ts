import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { deal as dealType } from '#shared/trade/deal.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

/** Gives a deal to an order follower, with the orders of it that nobody follows yet. */
export const assignFollower: Action<'deal'> = {
  name: 'assign-follower',
  on: 'deal',
  needs: { type: 'deal', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open' || file.followers.length === 0) return []
    const [only, ...others] = file.followers
    const form = formOf({
      action: 'assign-follower',
      target: { type: 'deal', id: file.deal.id, version: file.deal.version },
      label: text('Give it to an order follower', '交给跟单员')[view.language],
      fields: fieldsFor(file),
      values: others.length === 0 ? { merchandiser_id: only?.id } : {},
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ situation: { deal: file } }) => (file ? fieldsFor(file) : {}),

  decide({ target: deal, situation: { deal: file }, input: { merchandiser_id } }) {
    const unfollowed = (file?.parts.order ?? []).filter((order) => order.merchandiser_id === null)
    return {
      kind: 'saved',
      changes: [deal, ...unfollowed].map((record, at) =>
        changed(at === 0 ? 'deal' : 'order', record, { merchandiser_id }),
      ),
    }
  },
}

const fieldsFor = ({ followers }: DealFile): Fields => ({
  merchandiser_id: {
    kind: 'choice',
    required: true,
    label: dealType.fields.merchandiser_id.label,
    choices: Object.fromEntries(followers.map(({ id, alias }) => [id, text(alias, alias)])),
    order: followers.map(({ id }) => id),
  },
})
