import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

/** What the page of people's data says; where something lies and why it stays come with the answers. */
const WORDS = {
  title: text('Personal data', '个人数据'),
  subtitle: text('Find, copy and erase what is known of a person.', '检索、导出和删除某人的数据。'),
  person: text('Person', '当事人'),
  addresses: text('Mail addresses', '邮箱'),
  phones: text('Telephones', '电话'),
  names: text('Names', '姓名'),
  several: text('Several with a semicolon between them.', '多个请用分号隔开。'),
  askedBy: text('Who asks', '请求人'),
  basis: text('By which right', '依据'),
  by_person: text('The person', '本人'),
  by_authority: text('An authority', '主管机关'),
  by_retention: text('Our own time of keeping', '保存期限届满'),
  is_access: text('Access and copy', '查阅、复制'),
  is_erasure: text('Erasure', '删除'),
  is_consent_withdrawn: text('Consent withdrawn', '撤回同意'),
  is_objection: text('Objection', '反对处理'),
  is_no_longer_needed: text('No longer needed', '不再需要'),
  search: text('Search', '检索'),
  export: text('Make a copy', '生成副本'),
  erasure: text('Ask for erasure', '申请删除'),
  wrong: text('{field}: this cannot be read.', '{field}：无法识别。'),
  required: text('Name an address, a telephone or a name.', '请填写邮箱、电话或姓名。'),

  searching: text('Searching… {count} found so far', '正在检索……已找到{count}条'),
  found: text(
    '{count} found. What is inside pictures and PDF files is not searched.',
    '找到{count}条。图片和PDF内部不检索。',
  ),
  nothing: text('Nothing was found.', '没有找到。'),
  more: text('and {count} more', '另有{count}条'),

  requests: text('Requests', '请求'),
  noRequests: text('There are no requests.', '没有请求。'),
  kind_export: text('Copy', '副本'),
  kind_erasure: text('Erasure', '删除'),
  collecting: text('Being collected', '正在收集'),
  ready: text('Waits for a second person', '等待第二人确认'),
  running: text('Being erased', '正在删除'),
  done: text('Done', '已完成'),
  refused: text('Not carried out', '未执行'),
  due: text('Due {date}', '{date}前完成'),
  late: text('Late: was due {date}', '已逾期：应于{date}前完成'),
  willChange: text('Will be erased or anonymised', '将被删除或匿名化'),
  changed: text('Found', '已找到'),
  stays: text('Stays', '保留'),
  row: text('{label}: {rows}', '{label}：{rows}'),
  confirm: text('Erase', '确认删除'),
  sure: text('Erase for good — press again', '永久删除——请再按一次'),
  refuse: text('Do not carry out', '不执行'),
  file: text('Download', '下载'),
  fileUntil: text('It can be fetched until {date}, and is gone after that.', '可下载至 {date}，此后将被删除。'),
  own: text('Somebody else has to confirm what you have asked for.', '您提交的请求须由他人确认。'),
} as const satisfies Readonly<Record<string, Text>>

export type PrivacyWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

export const privacyWords =
  (language: Language): PrivacyWords =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
