import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What the page about who may see what says of itself; posts, types and what changes come with its answers. */
const WORDS = {
  subtitle: text(
    'What each post may see and do. A change holds once a second person has agreed to it.',
    '各岗位可查看和可操作的内容。任何调整须经第二人同意后生效。',
  ),
  overview: text('Posts and what they see', '岗位一览'),
  post: text('Post', '岗位'),
  people: text('People', '人数'),
  yes: text('yes', '是'),
  no: text('no', '否'),

  change: text('Change a post', '调整岗位'),
  chosen: text('Post to change', '要调整的岗位'),
  newPost: text('A new post', '新岗位'),
  key: text('Key: own_ and small letters', '代码：own_ 加小写字母'),
  nameEn: text('Name in English', '英文名称'),
  nameZh: text('Name in Chinese', '中文名称'),
  sees: text('Sees', '可查看'),
  none: text('no', '无'),
  propose: text('Propose this', '提出调整'),
  reset: text('Propose to undo all changes of this post', '提出恢复该岗位的标准设置'),
  onlyAdmins: text('Administrators propose changes; you can agree to them.', '由管理员提出调整；您可以同意。'),

  staff: text('Posts of a person', '员工岗位'),
  person: text('Person', '员工'),
  posts: text('Posts', '岗位'),

  waiting: text('Proposed changes', '待同意的调整'),
  nothingWaits: text('Nothing waits to be agreed to.', '没有待同意的调整。'),
  agree: text('Agree', '同意'),
  withdraw: text('Withdraw', '撤回'),
  agreeTo: text('Agree: {about}', '同意：{about}'),
  withdrawOf: text('Withdraw: {about}', '撤回：{about}'),
  by: text('{who}, {when}', '{who}，{when}'),
  agreed: text('Agreed to by {who}, {when}', '{who} 已同意，{when}'),
  withdrawn: text('Withdrawn by {who}, {when}', '{who} 已撤回，{when}'),
  decided: text('Decided before', '历史记录'),
  kept: text('It waits for a second person.', '已提出，等待第二人同意。'),
  holds: text('Agreed: it holds from now on.', '已同意，立即生效。'),
  gone: text('Withdrawn.', '已撤回。'),

  preview: text('As somebody else sees it', '以他人视角查看'),
  previewNote: text(
    'It is kept who looked as whom. What you may not see yourself stands as “…”.',
    '系统会记录谁以谁的视角查看。您本人无权查看的内容显示为“…”。',
  ),
  customer: text('Customer', '客户'),
  find: text('Find a customer', '查找客户'),
  noneFound: text('No customer fits.', '没有符合的客户。'),
  examples: text('An example', '示例'),
  customers: text('A customer', '客户'),
  near_own: text('of their own', '本人的客户'),
  near_involved: text('whose order they follow', '其跟进订单的客户'),
  near_team: text('of their team', '本团队的客户'),
  near_below: text('of somebody below them', '下属的客户'),
  near_other: text('of somebody else', '他人的客户'),
  proposal: text('With the change', '按调整后'),
  noProposal: text('as it is today', '当前权限'),
  show: text('Show', '查看'),
  today: text('{who}, today', '{who}，当前'),
  after: text('{who}, with the change', '{who}，调整后'),
  nothing: text('There is nothing here for them.', '其无权查看。'),
  hidden: text('Hidden from them', '对其隐藏'),
  change_new: text('Only with the change', '调整后新增'),
  change_gone: text('Gone with the change', '调整后不可见'),
  change_changed: text('Differs', '有差异'),
  looks: text('Who looked as whom', '查看记录'),
  looked: text('{by} as {as}, {when}', '{by} 以 {as} 的视角，{when}'),
} as const satisfies Readonly<Record<string, Text>>

export type AccessWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** The page's own words in one language. */
export const accessWords =
  (language: Language): AccessWords =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
