import { seenSituation } from '#shared/access/seen-file.ts'
import type { Message } from '#shared/api.ts'
import { ordersFileOf, ordersToShow, type Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import { letterHtml } from '#shared/order/status-letter/html.ts'
import { letterText, lineText } from '#shared/order/status-letter/plain-text.ts'
import { passedDates } from '#shared/order/status-letter/rows.ts'
import { statusLetter } from '#shared/order/status-letter.ts'
import type { WriteReply } from '#shared/order/write-reply.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Action } from '../action.ts'
import { addresseeOf } from '../addressee.ts'
import { formOf } from '../form.ts'

/** Answers "where is my order?": a letter in the buyer's language, for the host to put into the reply. Nothing is stored. */
export const writeStatus: Action<'order'> = {
  name: 'write-status',
  on: 'order',
  adds: true,
  needs: { type: 'order', verb: 'view' },
  section: 'orders',

  offers(situation, view) {
    const file = ordersFileOf(situation)
    return (file ? ordersToShow(file) : []).filter(isForBuyers).map((order) => ({
      form: formOf({
        action: 'write-status',
        target: { type: 'order', id: order.id },
        label: say(text('Reply with status of {number}', '把 {number} 的进度写进回复'), view.language, {
          number: order.doc_no,
        }),
        fields: {},
        language: view.language,
      }),
      on: order.standing ?? 0,
    }))
  },

  fields: () => ({}),

  decide({ target, situation, message, view }) {
    const seen = seenSituation(situation, view)
    const order = seenOrder(seen, target.id)
    if (!order || !isForBuyers(order)) {
      const problem = text('The order is a draft or cancelled.', '订单是草稿或已取消。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'status', code: 'not_for_buyers', message: problem }] }
    }
    return { kind: 'written', write: replyOn(order, seen, message, view) }
  },
}

/** A draft is none yet to its buyer, and on a cancelled one nobody is told that nothing happens. */
const isForBuyers = ({ status }: Order): boolean => status !== 'draft' && status !== 'cancelled'

function seenOrder(situation: Situation, id: string): Order | undefined {
  const file = ordersFileOf(situation)
  return file ? ordersToShow(file).find((order) => order.id === id) : undefined
}

function replyOn(order: Order, situation: Situation, message: Message | undefined, view: View): WriteReply {
  const { locale, name, fits } = addresseeOf(situation, message)
  const told = {
    order,
    installments: ordersFileOf(situation)?.installments ?? [],
    name,
    alias: view.viewer.alias,
    today: view.today,
  }
  const heed = heedOf(order, view)
  return (letters) => {
    const letter = statusLetter(told, locale, letters)
    return {
      language: locale.language,
      subject: lineText(letter.subject, letter),
      text: letterText(letter),
      html: letterHtml(letter),
      fits,
      ...(heed ? { heed } : {}),
    }
  }
}

/** A word to the sender on dates that were left out, because they have gone by. */
function heedOf(order: Order, { today, language }: View): string | null {
  const stage = order.status === 'on_hold' ? 'on_hold' : order.exec_status
  const dates = passedDates({ order, stage, today })
    .map((key) => `${orderType.fields[key].label[language]} ${order[key]}`)
    .join(text(', ', '、')[language])
  return dates ? say(PASSED, language, { dates }) : null
}

const PASSED = text(
  'Left out, since it has gone by: {dates}. Write when it will be instead.',
  '以下日期已过，未写入：{dates}。请补充新的日期。',
)
