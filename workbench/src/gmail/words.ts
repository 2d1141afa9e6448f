import { text } from '#shared/i18n/language.ts'

/** What Gmail itself says here, around the cards. */
export const WORDS = {
  panel: text('Side panel with Quayside', 'Quayside 侧边栏'),
  back: text('Back', '返回'),
  menu: text('More', '更多'),
  close: text('Close the side panel', '关闭侧边栏'),
  loading: text('Loading', '正在加载'),
  closed: text('The side panel is closed.', '侧边栏已关闭。'),
  open: text('Open it', '打开'),
  signedOut: text('Nobody is signed in to Gmail.', '尚未登录 Gmail。'),
  signIn: text('Sign in', '登录'),
  unreachable: text('Gmail cannot reach Quayside.', 'Gmail 无法连接 Quayside。'),
  notSent: text(
    'Not sent: Gmail cannot reach Quayside. What you typed is still here.',
    '未发送：Gmail 无法连接 Quayside。您填写的内容仍在此处。',
  ),
  failed: text('Quayside answered Gmail with an error ({status}).', 'Quayside 向 Gmail 返回了错误（{status}）。'),
  strange: text('Gmail cannot show what Quayside answered: {what}', 'Gmail 无法显示 Quayside 的回应：{what}'),
  retry: text('Try again', '重试'),
  withheld: text('Quayside needs your permission to read the open mail.', 'Quayside 需要您授权，才能读取打开的邮件。'),
  authorize: text('Authorize access', '授权访问'),
  consent: text('Quayside wants access to your Google Account', 'Quayside 请求访问您的 Google 账号'),
  wants: text('This lets Quayside:', 'Quayside 将可以：'),
  imitation: text(
    'An imitation: no Google Account is asked, and nothing leaves this machine.',
    '此为仿真页面：不会访问任何 Google 账号，数据不会离开本机。',
  ),
  allow: text('Allow', '允许'),
  cancel: text('Cancel', '取消'),
} as const
