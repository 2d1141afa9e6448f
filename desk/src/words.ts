import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import type { HostWords } from '../../pane/src/words.ts'

/** What the desk says of itself around a panel. */
export const PANEL_WORDS: HostWords = {
  beside: text('{name}', '{name}'),
  back: text('Back', '返回'),
  welcome: text('Sign in to see this page', '请登录后查看此页面'),
  value: text(
    'Customers, orders and inquiries on a wide page, with everything that was ever changed on them.',
    '在宽屏页面上查看客户、订单和询盘，以及它们的全部修改记录。',
  ),
  noAnswer: text('Nobody was signed in.', '未登录。'),
  notAccepted: text(
    'You are signed out: after twelve hours, or two without use, one signs in again.',
    '您已退出登录：登录12小时后，或2小时未使用，需要重新登录。',
  ),
  lateFailure: text('On another page, “{what}” was not saved. {why}', '在另一页面上，“{what}”未保存。{why}'),
}

const WORDS = {
  board: text('Board', '订单看板'),
  inquiries: text('Inquiries', '询盘'),
  quotations: text('Quotations', '报价'),
  samples: text('Samples', '样品'),
  after_sales_cases: text('After-sales cases', '售后'),
  documents: text('Documents', '单证'),
  mails: text('Mails', '邮件归档'),
  access: text('Who may see what', '权限'),
  signOut: text('Sign out', '退出登录'),
  notSignedOut: text('You are still signed in: Quayside cannot be reached.', '尚未退出：无法连接 Quayside。'),
  noPage: text('There is nothing here.', '没有找到。'),

  whoAreYou: text('Who are you?', '请选择您的账号'),
  local: text(
    'This is a workbench: choose a member of its demo firm. No password is asked for.',
    '这是工作台：请选择演示公司的一位员工，无需密码。',
  ),
  noWay: text(
    'There is no sign-in for browsers at this address yet. Open Quayside in Outlook or Gmail, where you are signed in already; your administrator can tell you when the desk is open.',
    '此地址暂不支持浏览器登录。请在 Outlook 或 Gmail 中打开 Quayside（已自动登录）；工作页面何时开放，请咨询管理员。',
  ),
  noStaff: text('Quayside cannot be reached. Load the page again to sign in.', '无法连接 Quayside，请刷新页面后登录。'),
  notSignedIn: text('That did not work. Try again.', '登录失败，请重试。'),

  history: text('History', '修改记录'),
  onBehalfOf: text('for', '代'),
  loadingHistory: text('Loading…', '正在加载…'),
  noHistory: text('No changes are recorded yet.', '暂无修改记录。'),
  noMoreHistory: text('The history could not be loaded.', '修改记录加载失败。'),
  older: text('Show older', '显示更早'),
  again: text('Try again', '重试'),
  automatic: text('Quayside', 'Quayside'),
  by: text('{who} · {where}', '{who} · {where}'),
  empty: text('nothing', '空'),
  was: text('was', '原为'),
  now: text('now', '改为'),
} as const satisfies Readonly<Record<string, Text>>

export type DeskWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** The desk's own words in one language. */
export const deskWords =
  (language: Language): DeskWords =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
