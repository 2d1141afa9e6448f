import type { ReadChat } from '#shared/chat/chat.ts'
import { chatItems, ITEMS_MAX, isTheirs } from '#shared/chat/chat-items.ts'
import { readChat } from '#shared/chat/read-chat.ts'
import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { Late } from '../action.ts'
import { refusal } from '../refusal.ts'

const read = (input: Readonly<Record<string, unknown>>): ReadChat => {
  const { chat, date_order: order } = input
  const asked = order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null
  return readChat(typeof chat === 'string' ? chat : '', asked)
}

/** What `import-chat.ts` decides. */
export const importChatLate: Late<'contact'> = {
  refiles(input, { id }) {
    const chat = read(input)
    return chat.kind === 'read'
      ? chatItems(chat.messages, id)
          .slice(0, ITEMS_MAX + 1)
          .map(({ key }) => key)
      : []
  },

  decide({ target, input, view, newId, refiled = [] }) {
    const chat = read(input)
    if (chat.kind === 'unknown') return refusal('chat', 'no_chat', NO_CHAT, view.language)
    if (chat.kind === 'ambiguous') {
      return refusal('date_order', 'ambiguous', AMBIGUOUS, view.language, { example: chat.example })
    }
    const items = chatItems(chat.messages, target.id)
    if (items.length === 0) return refusal('chat', 'no_chat', NO_CHAT, view.language)
    if (items.length > ITEMS_MAX) return refusal('chat', 'too_much', TOO_MUCH, view.language)
    const authors = [...new Set(chat.messages.map(({ author }) => author))]
    const changes = items.flatMap(({ key, at, text: said, first, last }): Change[] => {
      const before = refiled.find(({ message_id }) => message_id === key)
      const direction = isTheirs(last, authors, target.full_name, view.viewer.alias) ? 'in' : 'out'
      if (before) {
        const isMore = said.length > (before.snippet ?? '').length
        return isMore ? [{ kind: 'update', type: 'interaction', before, values: { snippet: said, direction } }] : []
      }
      const values = {
        kind: 'chat',
        direction,
        occurred_at: Math.min(instantOf(at.slice(0, 10), at.slice(11, 16), view.timezone), view.now),
        customer_id: target.customer_id,
        contact_id: target.id,
        subject: headline(first.text),
        snippet: said,
        message_id: key,
        filed_by: view.viewer.id,
        filed_how: 'manual',
        visibility: 'team',
      }
      return [{ kind: 'create', type: 'interaction', id: newId(), values }]
    })
    return changes.length > 0 ? { kind: 'saved', changes } : refusal('chat', 'filed', FILED, view.language)
  },
}

const headline = (words: string): string => {
  const letters = [...words.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()]
  return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : letters.join('') || '…'
}

const NO_CHAT = text(
  'This is no conversation as WhatsApp or WeChat write it: each message begins with its date, its time and a name.',
  '无法识别聊天记录：每条消息应以日期、时间和姓名开头。',
)
const AMBIGUOUS = text(
  'Is {example} written by day or by month first?',
  '{example} 是日在前还是月在前？请选择日期写法。',
)
const TOO_MUCH = text('That is more than two months at once: paste it in parts.', '一次最多导入约两个月，请分批粘贴。')
const FILED = text('All of it is in the timeline already.', '聊天记录已全部在往来记录中。')
