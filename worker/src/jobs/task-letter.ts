import { DESK_HOME } from '#shared/desk/path.ts'
import { say, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import type { Reminder } from '#shared/sla/reminder.ts'
import type { Task } from '#shared/trade/index.ts'
import type { Reader } from './letter.ts'

/** That there is something to do, in its maker's words. */
export function taskReminder({ title }: Task, { language }: Reader, origin: string): Reminder {
  const what = plain(title)
  const paragraphs = [say(WHAT, language, { what }), say(OPEN, language, { link: origin + DESK_HOME })]
  return { subject: what, text: `${paragraphs.join('\n\n')}\n` }
}

const WHAT = text('A colleague asks for your attention:\n\n  {what}', '同事请您关注：\n\n  {what}')
const OPEN = text('Quayside: {link}', 'Quayside：{link}')
