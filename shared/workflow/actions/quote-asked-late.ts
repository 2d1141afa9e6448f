import { linesWritten } from '#shared/deal/quoted-lines.ts'
import { text } from '#shared/i18n/language.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import type { Values } from '#shared/record/change.ts'
import type { Action, Late } from '../action.ts'
import { askedDrafts } from '../offer/asked-drafts.ts'
import { askedGoods, goodsFields } from '../offer/asked-goods.ts'
import { dealTold } from '../offer/deal-told.ts'

/** What `quote-asked.ts` asks and decides. */
export const quoteAskedLate: Late<'deal'> & Pick<Action<'deal'>, 'fields'> = {
  fields({ situation, view }) {
    const asked = askedGoods(situation, view)
    return asked ? goodsFields(asked, view) : {}
  },

  decide({ target: deal, situation, input, view, newId }) {
    const { deal: file } = situation
    const asked = askedGoods(situation, view)
    if (!file || !asked) {
      const message = (file && file.parts.quotation.length > 0 ? QUOTED : UNREAD)[view.language]
      return { kind: 'rejected', problems: [{ field: 'message', code: 'unread', message }] }
    }
    const drafts = askedDrafts({ file, asked, input, reading: view.reading?.() as MailReading, view })
    const told: Values = deal.currency === null ? { currency: asked.currency } : {}
    return {
      kind: 'saved',
      changes: [
        ...drafts.flatMap(({ values, lines }) => {
          const id = newId()
          return [
            {
              kind: 'create' as const,
              type: 'quotation' as const,
              id,
              values: {
                ...values,
                deal_id: deal.id,
                inquiry_id: deal.inquiry_id,
                customer_id: deal.customer_id,
                contact_id: deal.contact_id,
                owner_id: deal.owner_id ?? view.viewer.id,
                valid_from: view.today,
              },
            },
            ...linesWritten(id, lines, [], newId),
          ]
        }),
        dealTold(file, told),
      ],
    }
  },
}

const UNREAD = text(
  'The mail could not be read: open it again, or make the quotation by hand.',
  '未能读取邮件，请重新打开，或手动制作报价单。',
)
const QUOTED = text('The deal has a quotation already.', '该生意已有报价单。')
