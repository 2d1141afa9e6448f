import { CHAT_MAX } from '#shared/chat/chat.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

const FIELDS = {
  chat: {
    kind: 'text',
    max: CHAT_MAX,
    lines: true,
    required: true,
    label: text('Exported or copied conversation (WhatsApp, WeChat)', '导出或复制的聊天记录（WhatsApp、微信）'),
  },
  date_order: {
    kind: 'choice',
    label: text('Dates are written', '日期写法'),
    choices: {
      dmy: text('day/month/year', '日/月/年'),
      mdy: text('month/day/year', '月/日/年'),
      ymd: text('year/month/day', '年/月/日'),
    },
  },
} as const satisfies Fields

/**
 * A conversation with a contact, day by day into the timeline. Pasted again, what is there is left alone, and what has been said
 * since is added. Times are those of the telephone, taken to be on the firm's clock.
 */
export const importChat: LateAction<'contact'> = {
  name: 'import-chat',
  on: 'contact',
  adds: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'chat',

  offers(situation, view) {
    if (situation.kind !== 'customer' || !situation.file.contact) return []
    const { contact, customer } = situation.file
    const form = formOf({
      action: 'import-chat',
      target: { type: 'contact', id: contact.id },
      label: say(text('Add a chat with {name}', '添加与{name}的聊天'), view.language, { name: contact.full_name }),
      fields: FIELDS,
      language: view.language,
      folded: true,
    })
    return [{ form, on: customer.standing ?? 0 }]
  },

  fields: () => FIELDS,
  late: async () => (await import('./import-chat-late.ts')).importChatLate,
}
