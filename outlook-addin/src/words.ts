import { text } from '#shared/i18n/language.ts'

/** What the pane says of Outlook. */
export const WORDS = {
  beside: text('Beside the mail: {name}', '当前邮件：{name}'),
  back: text('Back to the mail', '返回邮件'),
  welcome: text('The customer’s whole file, beside the mail', '客户档案，就在邮件旁边'),
  value: text(
    'See who is writing, their open orders, what is unpaid and what comes next, and do it from here.',
    '打开邮件就能看到客户是谁、未结订单、未收款项和下一步工作，并直接在这里处理。',
  ),
  noAnswer: text('Outlook does not answer.', 'Outlook 没有响应。'),
  lateFailure: text('Beside another mail, “{what}” was not saved. {why}', '在另一封邮件旁，“{what}”未保存。{why}'),
} as const

export const OUTSIDE = text(
  'Outlook does not answer. Open this pane from a mail in Outlook.',
  'Outlook 没有响应。请在 Outlook 邮件中打开此窗格。',
)

export const NO_SUBJECT = text('(no subject)', '（无主题）')

export const OTHER_ACCOUNT = text(
  'You are signed in as {account}; this mailbox is {mailbox}.',
  '当前登录账号为 {account}，而此邮箱为 {mailbox}。',
)
