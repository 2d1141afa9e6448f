import type { Opening } from './chat.ts'
import { HALF_OF_DAY } from './time-of-day.ts'

const DATE = '(\\d{1,4})\\s?[./\\-年]\\s?(\\d{1,2})\\s?[./\\-月]\\s?(\\d{1,4})日?\\.?'
const TIME = `((?:(?:${HALF_OF_DAY})\\s?)?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:\\s?(?:${HALF_OF_DAY}))?)`

/** `[19/10/2026, 14:05:09] Ana: Hello` (WhatsApp on iPhones). */
const BRACKETED = new RegExp(`^\\[${DATE}[,،]?\\s+${TIME}\\]\\s?(.*)$`, 'i')
/** `19/10/2026, 14:05 - Ana: Hello` (WhatsApp on Android). */
const DASHED = new RegExp(`^${DATE}[,،]?\\s+(?:à\\s|às\\s|um\\s|kl\\.?\\s)?${TIME}\\s+[-–]\\s(.*)$`, 'i')
/** `Ana 2026-10-19 14:05:09`, and the words on the lines below (WeChat, copied on a computer or from its records). */
const NAMED = new RegExp(`^(.{1,64}?)\\s+${DATE}\\s+${TIME}$`, 'i')
/** `2026-10-19 14:05:09 Ana`, or with a name in brackets after it (WeChat's exports, QQ). */
const DATED = new RegExp(`^${DATE}\\s+${TIME}\\s+(\\S.{0,63})$`, 'i')
/** `Ana:` after a line that has the date alone. */
const LONE_DATE = new RegExp(`^(?:[-—–\\s]*)${DATE}\\s+${TIME}(?:[-—–\\s]*)$`, 'i')

export type Form = 'bracketed' | 'dashed' | 'named' | 'dated' | 'lone'

/** What telephones put into a line that nobody typed: marks of direction, spaces that do not break, a byte order mark. */
const UNSEEN = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

export const plainLine = (line: string): string => line.replace(UNSEEN, '').replace(/[\u00a0\u202f\u2009]/g, ' ')

/** The message that a line begins, in one form of writing them down; null where it goes on with the one before. */
export function openingOf(line: string, form: Form): Opening | null {
  switch (form) {
    case 'bracketed':
    case 'dashed':
      return whatsApp((form === 'bracketed' ? BRACKETED : DASHED).exec(line))
    case 'named': {
      const [, author = '', a = '', b = '', c = '', time = ''] = NAMED.exec(line) ?? []
      return author === '' ? null : { date: [a, b, c], time, author: author.replace(/[:：]$/, ''), text: '' }
    }
    case 'dated': {
      const [, a = '', b = '', c = '', time = '', rest = ''] = DATED.exec(line) ?? []
      if (rest === '') return null
      const [, author = rest, text = ''] = /^([^:：]{1,64})[:：]\s?(.*)$/.exec(rest) ?? []
      return { date: [a, b, c], time, author: author.trim(), text }
    }
    case 'lone': {
      const [, a = '', b = '', c = '', time = ''] = LONE_DATE.exec(line) ?? []
      return time === '' ? null : { date: [a, b, c], time, author: null, text: '' }
    }
  }
}

/** What nobody wrote has no name before a colon: calls are encrypted, somebody joined. */
function whatsApp(found: RegExpExecArray | null): Opening | null {
  if (!found) return null
  const [, a = '', b = '', c = '', time = '', rest = ''] = found
  const [, author = null, text = rest] = /^([^:]{1,100}?):\s([\s\S]*)$/.exec(`${rest} `) ?? []
  return { date: [a, b, c], time, author: author?.replace(/^~\s?/, '').trim() ?? null, text: text.trimEnd() }
}
