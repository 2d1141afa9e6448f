import { say, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import type { Inquiry, Tenant } from '#shared/trade/index.ts'

/** A letter to who has written to the firm first. */
interface Acknowledgement {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

/** Inquiries that are none, or over, are not answered by themselves. */
const SILENT: readonly Inquiry['status'][] = ['invalid', 'lost', 'duplicate']

/**
 * That an inquiry has arrived, under which number, and no more: nothing of the firm's own is in it. In Chinese for who writes from
 * where that is read, else in English. Null where there is nobody to tell.
 */
export function acknowledgement(inquiry: Inquiry, firm: Tenant): Acknowledgement | null {
  const { email, contact_name, doc_no, subject, country, status, quality, message_id } = inquiry
  if (!email || SILENT.includes(status) || quality === 'spam') return null
  const language = ['CN', 'TW', 'HK', 'MO'].includes(country ?? '') ? 'zh-CN' : 'en'
  const values = {
    name: plain(contact_name ?? ''),
    number: doc_no,
    subject: plain(subject),
    firm: language === 'en' ? (firm.name_en ?? firm.name) : firm.name,
  }
  const isRfc = message_id !== null && /^<[^<>\s]{1,900}>$/.test(message_id)
  return {
    to: email,
    subject: say(SUBJECT, language, values),
    text: `${say(contact_name ? BODY : BODY_UNNAMED, language, values)}\n`,
    headers: isRfc ? { 'In-Reply-To': message_id } : {},
  }
}

const SUBJECT = text('We have received your inquiry {number}: {subject}', '已收到您的询盘 {number}：{subject}')
const BODY = text(
  'Dear {name},\n\nthank you for your inquiry. It has reached us as {number}, and a colleague will answer you.\n\nThis is an automatic acknowledgement.\n\n{firm}',
  '{name}，您好：\n\n感谢来信询价。您的询盘已收到，编号 {number}，我们的同事将尽快回复。\n\n本邮件为自动回执。\n\n{firm}',
)
const BODY_UNNAMED = text(
  'Dear Sir or Madam,\n\nthank you for your inquiry. It has reached us as {number}, and a colleague will answer you.\n\nThis is an automatic acknowledgement.\n\n{firm}',
  '您好：\n\n感谢来信询价。您的询盘已收到，编号 {number}，我们的同事将尽快回复。\n\n本邮件为自动回执。\n\n{firm}',
)
