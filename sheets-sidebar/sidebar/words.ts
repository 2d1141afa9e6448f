import { type Language, say, text } from '#shared/i18n/language.ts'

/** What the frame around the panel says of the sheet. */
export const FRAME_WORDS = {
  beside: text('Selected: {name}', '当前行：{name}'),
  back: text('Back to the row', '返回所选行'),
  welcome: text('Your orders, in the sheet and beside it', '订单数据，表格内外同步'),
  value: text(
    'Get your open orders into this spreadsheet, change them together, and send what you changed.',
    '将未结订单取到表格中，与同事一起修改，再提交您的更改。',
  ),
  noAnswer: text('Google Sheets does not answer.', 'Google 表格没有响应。'),
  lateFailure: text('Beside another row, “{what}” was not saved. {why}', '在另一行旁，“{what}”未保存。{why}'),
} as const

const WORDS = {
  sheet: text('This spreadsheet', '当前表格'),
  getOrders: text('Get orders', '获取订单'),
  getLines: text('Get lines', '获取明细'),
  send: text('Send changes', '提交更改'),
  sendSome: text('Send changes ({count})', '提交更改（{count}）'),
  empty: text('Nothing here yet. Get your open orders to begin.', '表格中还没有数据。请先获取未结订单。'),
  getting: text('Getting rows…', '正在获取…'),
  writing: text('Writing {count} rows into the sheet…', '正在写入 {count} 行…'),
  got: text('{count} rows are up to date.', '{count} 行已是最新。'),
  gotSome: text(
    'There are more than these {count} rows; the rest is not in the sheet.',
    '记录超过 {count} 行，其余未取到表格中。',
  ),
  unsent: text('{count} changed cells were left as you typed them.', '{count} 个未提交的单元格已保留。'),
  sending: text('Sending {count} changes…', '正在提交 {count} 处更改…'),
  nothingToSend: text('Nothing has been changed.', '没有更改。'),
  saved: text('{count} saved.', '已保存 {count} 处。'),
  open: text('{count} not saved, see below.', '{count} 处未保存，见下方。'),
  notSent: text(
    'Quayside cannot be reached. Nothing is lost: press again to send it; nothing is done twice.',
    '无法连接 Quayside。内容未丢失，请再次点击提交，不会重复写入。',
  ),
  notGot: text('Quayside cannot be reached. The sheet is as it was.', '无法连接 Quayside。表格未变动。'),
  sheetFailed: text(
    'Google Sheets did not do it. Nothing is lost; try again.',
    'Google 表格未能完成操作。内容未丢失，请重试。',
  ),
  signedOut: text('You are signed out. Sign in below.', '您已退出登录，请在下方登录。'),
  strangers: text(
    '{count} rows did not come from Quayside and are not sent.',
    '{count} 行不是由 Quayside 获取的，不会提交。',
  ),
  yours: text('Yours: {value}', '您的：{value}'),
  theirs: text('{by}, {at}: {value}', '{by}，{at}：{value}'),
  nothing: text('nothing', '空'),
  somebody: text('Somebody else', '其他人'),
  keepMine: text('Keep mine', '保留我的'),
  takeTheirs: text('Take theirs', '采用对方的'),
  show: text('Show the cell', '定位单元格'),
  refused: text('This was not accepted.', '未被接受。'),
  gone: text('This record is not there any more.', '此记录已不存在。'),
  wholeRow: text('the whole row', '整行'),
} as const

export type SheetWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string | number>>) => string

export const sheetWords =
  (language: Language): SheetWords =>
  (name, values) =>
    say(WORDS[name], language, values)
