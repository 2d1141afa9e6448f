import { seenSituation } from '#shared/access/seen-file.ts'
import { callLetter } from '#shared/customer/call-letter.ts'
import { callPlan } from '#shared/customer/call-plan.ts'
import { say, text } from '#shared/i18n/language.ts'
import { letterHtml } from '#shared/order/status-letter/html.ts'
import { letterText, lineText } from '#shared/order/status-letter/plain-text.ts'
import { officeHours } from '#shared/time/office-hours.ts'
import { afterWorkingDays } from '#shared/time/work-calendar.ts'
import type { Late } from '../action.ts'
import { addresseeOf } from '../addressee.ts'
import { refusal } from '../refusal.ts'

/** The task is for whoever presses, due a working day later. The letter is a draft: whoever plans the call sends it, or does not. */
export const planCallLate: Late<'customer'> = {
  decide({ target: customer, situation, message, view, newId }) {
    const seen = seenSituation(situation, view)
    if (seen.kind !== 'customer') return refusal('target', 'not_a_customer', NOBODY, view.language)
    const { locale, name, fits } = addresseeOf(seen, message)
    const told = { name, alias: view.viewer.alias, lastOrderOn: seen.file.customer.last_order_on ?? null }
    return {
      kind: 'written',
      changes: [
        {
          kind: 'create',
          type: 'task',
          id: newId(),
          values: {
            title: say(TITLE, view.language, { name: customer.name }).slice(0, 200),
            kind: 'call',
            subject_type: 'customer',
            subject_id: customer.id,
            assignee_id: view.viewer.id,
            due_at: afterWorkingDays(officeHours(view.timezone), view.now, 1),
            priority: 2,
          },
        },
      ],
      write(letters) {
        const letter = callLetter(told, locale, letters)
        return {
          language: letter.language,
          subject: lineText(letter.subject, letter),
          text: letterText(letter),
          html: letterHtml(letter),
          fits,
          heed: callPlan(seen.file, view.language),
        }
      },
    }
  },
}

const TITLE = text('Call {name}: they should have ordered by now', '回访 {name}：已过预计下单日')
const NOBODY = text('There is no customer to call here.', '此处没有可回访的客户。')
