import { folded } from './fold.ts'
import type { Mailbox } from './mail.ts'
import { anyOf } from './words.ts'

/** The headers of another mail, as programs write them above its text when it is forwarded or answered. */
export interface HeaderBlock {
  readonly from: Mailbox | null
  /** As it is written there, in whatever language. */
  readonly date: string
  readonly subject: string
  /** Index of the first line after it. */
  readonly end: number
}

const FROM = anyOf(
  'dari|tu|מאת|από|od koga|from|von|de|da|od|van|от|kimden|gonderen|från|fra|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|من',
)
const OTHER = {
  date: anyOf(
    'sent|date|tanggal|ngay|תאריך|נשלח|fecha de envio|data de envio|wyslano|data wyslania|gesendet|datum|envoye|enviado|enviado em|enviado el|data|fecha|inviato|wyslano|verzonden|отправлено|дата|tarih|gonderildi|发送时间|日期|寄件日期|送信日時|日時|날짜|보낸 날짜|تاريخ الإرسال|التاريخ',
  ),
  to: anyOf('to|kepada|den|אל|a|para|do|aan|кому|kime|til|收件人|宛先|받는 사람|받는사람|إلى|cc|kopia|copia|抄送'),
  subject: anyOf(
    'subject|perihal|subjek|chu de|tieu de|נושא|betr.|betreff|objet|asunto|assunto|oggetto|temat|onderwerp|тема|konu|主题|主旨|件名|제목|الموضوع',
  ),
}
const FROM_LINE = new RegExp(`^[ >*]{0,8}${FROM}\\*? ?:`, 'u')
const LINES = Object.entries(OTHER).map(([key, words]) => [key, new RegExp(`^[ >*]{0,8}${words}\\*? ?:`, 'u')] as const)

/** The block that begins in this line, or null. It names who sent it and at least two things more. */
export function headerBlockAt(lines: readonly string[], start: number): HeaderBlock | null {
  const first = lines[start] ?? ''
  if (!FROM_LINE.test(folded(first))) return null
  const seen: Record<string, string> = {}
  let end = start + 1
  for (; end < Math.min(lines.length, start + 8); end++) {
    const line = lines[end] ?? ''
    if (line.replace(/[>\s]/g, '') === '') break
    const small = folded(line)
    const [key] = LINES.find(([, pattern]) => pattern.test(small)) ?? []
    if (key === undefined) {
      // A long list of recipients goes on in the next line.
      if (/@|;/.test(line)) continue
      break
    }
    seen[key] ??= afterColon(line)
  }
  if (Object.keys(seen).length < 2) return null
  return { from: mailboxIn(afterColon(first)), date: seen.date ?? '', subject: seen.subject ?? '', end }
}

const afterColon = (line: string): string =>
  line
    .slice(line.search(/[:：]/) + 1)
    .replace(/^[\s*]+/, '')
    .trim()

/** `Name <address>`, `Name [mailto:address]`, or an address alone. */
function mailboxIn(text: string): Mailbox | null {
  const [address] = /[\w.+'%-]{1,64}@[\w.-]{3,200}/.exec(text) ?? []
  const name = text
    .slice(0, address ? text.indexOf(address) : undefined)
    .replace(/\[?mailto:|[<["(]+\s*$|^["'\s]+/gi, '')
    .replace(/["'\s]+$/, '')
    .trim()
  if (!address) return name ? { name, address: '' } : null
  return { name, address: address.replace(/\.$/, '') }
}
