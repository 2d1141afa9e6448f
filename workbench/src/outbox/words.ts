import { text } from '#shared/i18n/language.ts'

/** What the outbox says of itself. */
export const OUTBOX_WORDS = {
  room: text('Outbox', '发件箱'),
  title: text('Mails that Quayside wrote', 'Quayside 写的邮件'),
  hint: text('Kept on this machine; nobody gets them.', '仅保存在本机，不会发给任何人。'),
  refresh: text('Look again', '刷新'),
  mails: text('Mails, the newest first', '邮件，最新的在前'),
  empty: text(
    'No mail has been written yet. In the room Clock the time can be moved on and the minute’s work be done.',
    '还没有邮件。可在「时钟」区域调整时间并执行定时任务。',
  ),
  failed: text('The outbox could not be loaded. Is the workbench still running?', '发件箱加载失败。工作台还在运行吗？'),
  choose: text('Choose a mail to read it', '选择一封邮件阅读'),
  to: text('To', '收件人'),
  at: text('Written', '时间'),
  headers: text('Headers', '邮件头'),
} as const
