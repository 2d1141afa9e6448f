import { type Language, say, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What the pane itself says; everything else comes in the panel, in its language. */
const WORDS = {
  loading: text('Loading…', '正在加载…'),
  asOf: text('As of {time}', '截至 {time}'),
  back: text('Back to the mail', '返回邮件'),
  backHome: text('Back', '返回'),
  refresh: text('Refresh', '刷新'),
  dismiss: text('Dismiss', '关闭'),
  beside: text('Beside the mail: {subject}', '当前邮件：{subject}'),
  noSubject: text('(no subject)', '（无主题）'),

  welcome: text('The customer’s whole file, beside the mail', '客户档案，就在邮件旁边'),
  value: text(
    'See who is writing, their open orders, what is unpaid and what comes next, and do it from here.',
    '打开邮件就能看到客户是谁、未结订单、未收款项和下一步工作，并直接在这里处理。',
  ),
  signIn: text('Sign in', '登录'),
  signInFailed: text('You are not signed in yet ({code}).', '尚未登录（{code}）。'),
  notAccepted: text(
    'Quayside did not accept this account. If signing in again does not help, ask your administrator for an invitation.',
    'Quayside 未接受此账号。如重新登录仍无效，请联系管理员邀请您。',
  ),

  noAnswer: text('Outlook does not answer.', 'Outlook 没有响应。'),
  outside: text(
    'Outlook does not answer. Open this pane from a mail in Outlook.',
    'Outlook 没有响应。请在 Outlook 邮件中打开此窗格。',
  ),
  unreachable: text('Quayside cannot be reached.', '无法连接 Quayside。'),
  stillShown: text(
    'You see what was known at {time}; what you type is kept.',
    '显示的是 {time} 的内容；您填写的内容会保留。',
  ),
  retry: text('Try again', '重试'),
  problem: text('{title} Reference: {requestId}', '{title}编号：{requestId}'),

  saved: text('Saved', '已保存'),
  notSent: text(
    'Not saved: Quayside cannot be reached. Your text is kept; press again to send it.',
    '未保存：无法连接 Quayside。内容已保留，请再次点击提交。',
  ),
  signedOut: text('Not saved: you are signed out. Your text is kept.', '未保存：您已退出登录。内容已保留。'),
  conflict: text(
    'A colleague was faster. You see what is there now; what you typed is kept.',
    '同事已先一步更新。现在显示的是最新内容，您填写的内容已保留。',
  ),
  thereNow: text('There now: {value}', '现在是：{value}'),
  empty: text('nothing', '空'),
  typed: text('You had typed: {typed}', '您填写的是：{typed}'),
  lateFailure: text('Beside another mail, “{what}” was not saved. {why}', '在另一封邮件旁，“{what}”未保存。{why}'),
} as const

export type Words = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** The pane's words in one language. What is filled in may be Arabic and still leaves the sentence in order. */
export const wordsIn =
  (language: Language): Words =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))

/** A moment (ms UTC) on the reader's own clock; with its date unless that is today's. */
export function clockTime(moment: number, now: number, language: Language): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const sameDay = new Date(moment).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(language, sameDay ? time : { ...time, month: 'short', day: 'numeric' }).format(moment)
}
