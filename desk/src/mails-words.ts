import { type Language, say, type Text, text } from '#shared/i18n/language.ts'

const WORDS = {
  title: text('Mails', '邮件归档'),
  kept: text('What is kept of a filed mail', '归档邮件保留的内容'),
  keptHint: text('It holds for mails that are filed from now on.', '对今后归档的邮件生效。'),
  metadata: text('Who wrote to whom and when, and the subject', '仅收发人、时间和主题'),
  snippet: text('Also how it begins, and what is attached', '另含正文开头和附件'),
  full: text('All of it, to be read by whoever sees the customer', '完整邮件，可见客户者均可阅读'),
  itself: text('Filed by themselves', '自动归档'),
  itselfHint: text(
    'When somebody opens them beside the pane. Never one that was taken out, none beside a private mail, none that is to be looked at twice.',
    '在窗格旁打开时归档。已撤销归档的、与私密邮件同会话的、有风险提示的邮件除外。',
  ),
  files_threads: text('Mails of a conversation that is filed', '已归档会话中的后续邮件'),
  files_replies: text(
    'Replies that the pane has written: letters on an order, quotations',
    '由窗格生成的回复：订单状态信、报价',
  ),
  letters: text('Sent by itself', '自动发送'),
  lettersHint: text(
    'Nothing else is ever sent to a buyer by itself. Each inquiry gets it once, and only whoever wrote the mail.',
    '除此之外不会自动向客户发送任何邮件。每条询盘仅发一次，且只发给来信人。',
  ),
  acknowledges: text('An acknowledgement that an inquiry has arrived', '询盘收到回执'),
  save: text('Save', '保存'),
  saved: text('Saved', '已保存'),
  stale: text('Somebody changed it meanwhile. You see what is there now.', '已被他人修改，现在显示最新内容。'),
  readOnly: text('An administrator or the general manager changes this.', '由管理员或总经理修改。'),
} as const satisfies Readonly<Record<string, Text>>

export type MailsWords = (name: keyof typeof WORDS) => string

export const mailsWords =
  (language: Language): MailsWords =>
  (name) =>
    say(WORDS[name], language)
