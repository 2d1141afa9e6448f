import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What the board says of itself; stages, steps and names come with its answer. */
const WORDS = {
  stages: text('Stages', '阶段'),
  filters: text('Narrow the board', '筛选订单'),
  clear: text('Show all', '显示全部'),
  owner: text('Owner', '业务员'),
  team: text('Team', '团队'),
  customer: text('Customer', '客户'),
  product_line: text('Product line', '产品线'),
  mine: text('Mine and those I follow', '我的（含我跟进的）'),
  all_owner: text('Everybody', '全部业务员'),
  all_team: text('All teams', '全部团队'),
  all_customer: text('All customers', '全部客户'),
  all_product_line: text('All product lines', '全部产品线'),

  summary: text('{all} open, {late} late', '{all}个未结，{late}个逾期'),
  nothing: text('There are no open orders.', '没有未结订单。'),
  nothingFits: text('No open order fits what you have chosen.', '没有符合条件的未结订单。'),
  notAmong: text('None among the most urgent.', '最紧急的订单中没有。'),
  none: text('None', '无'),
  late: text('{count} late', '逾期{count}'),
  soon: text('{count} due within 3 days', '3天内到期{count}'),
  inTime: text('{count} later', '其余{count}'),
  onHold: text('On hold', '暂停'),
  stuck: text('Stuck:', '受阻：'),
  next: text('Next:', '下一步：'),
  more: text('More', '更多'),
  moreOf: text('More of: {stage}', '更多：{stage}'),
  further: text('Look further', '继续查找'),
  furtherIn: text('Look further: {stage}', '继续查找：{stage}'),
  loading: text('Loading…', '正在加载…'),
  added: text('{count} more: {stage}', '{stage}：新增{count}个'),
  stillShown: text('You see what was known at {time}.', '显示的是 {time} 的内容。'),
} as const satisfies Readonly<Record<string, Text>>

export type BoardWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** The board's own words in one language. */
export const boardWords =
  (language: Language): BoardWords =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
