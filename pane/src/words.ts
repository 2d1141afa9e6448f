import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What is said around a panel in every host; everything else comes in the panel, in its language. */
const WORDS = {
  loading: text('Loading…', '正在加载…'),
  asOf: text('As of {time}', '截至 {time}'),
  backHome: text('Back', '返回'),
  refresh: text('Refresh', '刷新'),
  dismiss: text('Dismiss', '关闭'),

  signIn: text('Sign in', '登录'),
  signInFailed: text('You are not signed in yet ({code}).', '尚未登录（{code}）。'),
  notAccepted: text(
    'Quayside did not accept this account. If signing in again does not help, ask your administrator for an invitation.',
    'Quayside 未接受此账号。如重新登录仍无效，请联系管理员邀请您。',
  ),

  unreachable: text('Quayside cannot be reached.', '无法连接 Quayside。'),
  stillShown: text(
    'You see what was known at {time}; what you type is kept.',
    '显示的是 {time} 的内容；您填写的内容会保留。',
  ),
  retry: text('Try again', '重试'),
  problem: text('{title} Reference: {requestId}', '{title}编号：{requestId}'),

  saved: text('Saved', '已保存'),
  filed: text('Filed, with all that is attached', '已归档，含全部附件'),
  notSent: text(
    'Not saved: Quayside cannot be reached. Your text is kept; press again to send it.',
    '未保存：无法连接 Quayside。内容已保留，请再次点击提交。',
  ),
  signedOut: text('Not saved: you are signed out. Your text is kept.', '未保存：您已退出登录。内容已保留。'),
  conflict: text(
    'A colleague was faster. You see what is there now; what you typed is kept.',
    '同事已先一步更新。现在显示的是最新内容，您填写的内容已保留。',
  ),
  replyOpen: text('It stands in your reply. Look it over before you send it.', '已写入回复，发送前请核对。'),
  filesOpen: text(
    'It stands in your reply, with the file. Is the file not there? For two minutes it is here:',
    '已写入回复并附上文件。如未附上，可在两分钟内从此处下载：',
  ),
  filesMissing: text(
    'It stands in your reply, but Outlook did not take the file. For two minutes it is here; then press again:',
    '已写入回复，但 Outlook 未能附上文件。可在两分钟内从此处下载，过期请重新点击：',
  ),
  filesByHand: text('Add the file yourself; for two minutes it is here:', '请自行附上文件，两分钟内可从此处下载：'),
  otherBuyer: text('This mail is not from the buyer it is for.', '这封邮件不是该客户发来的。'),
  noReply: text('No reply could be opened here.', '此处无法打开回复。'),
  copy: text('Copy', '复制'),
  copied: text('Copied', '已复制'),
  copyByHand: text('It is selected: copy it with the keyboard.', '内容已选中，请用键盘复制。'),
  close: text('Close', '关闭'),
  thereNow: text('There now: {value}', '现在是：{value}'),
  empty: text('nothing', '空'),
  typed: text('You had typed: {typed}', '您填写的是：{typed}'),
} as const

/** What each host says in its own words. */
export interface HostWords {
  /** What is open: `{name}`. */
  readonly beside: Text
  /** The way back to it from a record. */
  readonly back: Text
  /** Before anybody has signed in: what this is good for. */
  readonly welcome: Text
  readonly value: Text
  /** The host keeps silent when it is asked who is signed in. */
  readonly noAnswer: Text
  /** A token or a session is good no more, where there is more to say than that. */
  readonly notAccepted?: Text
  /** `{what}` was done beside something else and failed: `{why}`. */
  readonly lateFailure: Text
}

export type Words = (name: keyof typeof WORDS | keyof HostWords, values?: Readonly<Record<string, string>>) => string

/** The words in one language. What is filled in may be Arabic and still leaves the sentence in order. */
export function wordsIn(language: Language, own: HostWords): Words {
  const all = { ...WORDS, ...own }
  return (name, values = {}) =>
    say(all[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
}

/** A moment (ms UTC) on the reader's own clock; with its date unless that is today's. */
export function clockTime(moment: number, now: number, language: Language): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const sameDay = new Date(moment).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(language, sameDay ? time : { ...time, month: 'short', day: 'numeric' }).format(moment)
}
