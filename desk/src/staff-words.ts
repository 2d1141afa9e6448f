import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What the page of the staff says. */
const WORDS = {
  staff: text('Staff', '员工'),
  choose: text('Member of staff', '选择员工'),
  nobody: text('Choose somebody.', '请选择员工。'),
  suspend: text('Suspend at once', '立即停用'),
  restore: text('Let in again', '恢复使用'),
  suspendNote: text(
    'They are signed out everywhere at once. Then what is theirs can be handed over.',
    '立即在所有设备上退出登录，之后可办理交接。',
  ),
  left: text('What is theirs', '名下记录'),
  nothing: text('Nothing is theirs that goes on.', '名下没有进行中的记录。'),
  to: text('To whom', '接手人'),
  groups: text('Customers by country, tier and team', '按国家、等级和团队分配客户'),
  asRest: text('as all the rest', '与其余相同'),
  rest: text('All the rest', '其余全部'),
  pool: text('The pool; work that goes on to their superior', '公海；进行中的工作交给上级'),
  poolShort: text('The pool', '公海'),
  preview: text('{name}: {count} customers', '{name}：{count} 个客户'),
  hand: text('Hand over', '开始交接'),
  undo: text('Take the handover back', '撤销交接'),
  undoNote: text('What somebody has done something with since stays where it is.', '交接后已有操作的记录不会撤回。'),
  running: text('Handing over: {done} of {all}', '正在交接：{done} / {all}'),
  undoing: text('Taking back: {left} left', '正在撤销：剩余 {left}'),
  done: text('Handed over: {moved}; as they were: {kept}.', '已交接 {moved} 条，保持不变 {kept} 条。'),
  undone: text('Taken back: {undone}; kept: {kept}.', '已撤销 {undone} 条，保留 {kept} 条。'),
  saved: text('Done.', '已完成。'),
  away: text('Away {from} to {to}', '休假 {from} 至 {to}'),
  from: text('Away from', '休假开始'),
  until: text('Away until', '休假结束'),
  deputy: text('Deputy', '代理人'),
  takeLeave: text('Say that they are away', '登记休假'),
  endLeave: text('End the leave', '结束休假'),
  noTier: text('no tier', '无等级'),
  noTeam: text('no team', '无团队'),
} as const satisfies Readonly<Record<string, Text>>

export type StaffWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string | number>>) => string

/** The page's words in a language. */
export const staffWords =
  (language: Language): StaffWords =>
  (name, values = {}) =>
    say(
      WORDS[name],
      language,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(String(value))])),
    )
