import { say, type Text, text } from '#shared/i18n/language.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { Late } from '../action.ts'
import type { Logged } from '../logged.ts'
import { refusal } from '../refusal.ts'

/** What `log-talk.ts` decides. */
export const logTalkLate = (kind: Logged): Late<'customer'> => ({
  decide({ target, situation, input, view, newId }) {
    const on = typeof input.on === 'string' ? input.on : view.today
    if (on > view.today) return refusal('on', 'future', FUTURE, view.language)
    const contact_id = typeof input.contact === 'string' ? input.contact : null
    const people = situation.kind === 'customer' ? situation.file.recents.contact.records : []
    const name = people.find(({ id }) => id === contact_id)?.values.full_name
    const line = typeof input.line === 'string' ? input.line.trim() : ''
    const plain = typeof name === 'string' ? say(WITH[kind], view.language, { name }) : ALONE[kind][view.language]
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'interaction',
          id: newId(),
          values: {
            kind,
            direction: kind === 'sample' ? 'out' : (input.direction ?? 'out'),
            // Of another day nobody knows the hour.
            occurred_at: on === view.today ? view.now : instantOf(on, '12:00', view.timezone),
            customer_id: target.id,
            contact_id,
            order_id: typeof input.order === 'string' ? input.order : null,
            subject: line || plain,
            ...(line && line !== plain ? { snippet: plain } : {}),
            filed_by: view.viewer.id,
          },
        },
      ],
    }
  },
})

const WITH = {
  call: text('Call with {name}', '与{name}通话'),
  meeting: text('Meeting with {name}', '与{name}会面'),
  sample: text('Sample sent to {name}', '已寄样给{name}'),
} as const satisfies Record<Logged, Text>
const ALONE = {
  call: text('Call', '电话'),
  meeting: text('Meeting', '会议'),
  sample: text('Sample sent', '已寄样'),
} as const satisfies Record<Logged, Text>
const FUTURE = text('This day is yet to come.', '该日期尚未到来。')
