import { text } from '#shared/i18n/language.ts'

/** What the clock says of itself. */
export const CLOCK_WORDS = {
  room: text('Clock', '时钟'),
  now: text('It is now at the firm', '公司当前时间'),
  jump: text('Move on', '调整时间'),
  hour: text('1 hour', '1小时'),
  day: text('1 day', '1天'),
  by: text('By', '前进'),
  unit: text('Unit', '单位'),
  minutes: text('minutes', '分钟'),
  hours: text('hours', '小时'),
  days: text('days', '天'),
  go: text('Move', '前进'),
  to: text('To the moment', '到时刻'),
  set: text('Set', '设定'),
  tick: text('Tick', '定时任务'),
  tickHint: text(
    'In production this is done every minute. Here nothing happens by itself: time may stand still while you look.',
    '正式环境每分钟自动执行。此处不会自动执行，方便您慢慢查看。',
  ),
  run: text('Do the minute’s work', '执行一次'),
  done: text(
    '{decided} clocks moved on, {queued} mails written; {sent} sent, {dropped} dropped, {postponed} to be tried again, {aside} put aside.',
    '推进{decided}个时钟，写入{queued}封邮件；已发{sent}，丢弃{dropped}，稍后重试{postponed}，搁置{aside}。',
  ),
  due: text('Due next', '即将到期'),
  record: text('Record', '单据'),
  what: text('What is reached', '到达的节点'),
  when: text('When', '时间'),
  left: text('Left', '剩余'),
  overdue: text('due now', '已到期'),
  nothing: text('No clock is running.', '没有正在运行的时钟。'),
  failed: text('That could not be done. Is the workbench still running?', '操作失败。工作台还在运行吗？'),
} as const
