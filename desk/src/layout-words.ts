import { type Language, say, type Text, text } from '#shared/i18n/language.ts'

const WORDS = {
  title: text("Layout of the customer's panel", '客户侧栏布局'),
  forWhom: text('For', '适用岗位'),
  everybody: text('Everybody else', '其他所有人'),
  standard: text('the standard', '标准布局'),
  own: text("the firm's own", '公司自定义'),
  order: text('Sections from the top', '栏目顺序（自上而下）'),
  up: text('Move {name} up', '上移{name}'),
  down: text('Move {name} down', '下移{name}'),
  folded: text('folded', '折叠'),
  hidden: text('hidden', '隐藏'),
  always: text('always shown', '始终显示'),
  keys: text('With the arrow keys and Alt a section moves, too.', '也可按 Alt 加方向键移动栏目。'),
  preview: text('What they see', '预览'),
  save: text('Save', '保存'),
  back: text('Back to the standard', '恢复标准布局'),
  saved: text('Saved. It counts from the next panel on.', '已保存，下次打开侧栏时生效。'),
  moved: text('{name}: place {at} of {all}', '{name}：第{at}位，共{all}位'),
  stale: text('Somebody else has changed it meanwhile. Load the page again.', '布局已被他人修改，请刷新页面。'),
  readOnly: text('Only who makes the rules of the house changes this.', '只有制定公司规则的人可以修改。'),
  unsaved: text('Not saved yet.', '尚未保存。'),
} as const satisfies Readonly<Record<string, Text>>

export type LayoutWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** The words of the page on which the panel's layout is set. */
export const layoutWords =
  (language: Language): LayoutWords =>
  (name, values = {}) =>
    say(WORDS[name], language, values)
