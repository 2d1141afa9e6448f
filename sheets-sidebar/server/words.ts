import { text } from '#shared/i18n/language.ts'

/** What the script writes into the sheet. */
export const WORDS = {
  menu: text('Open Quayside', '打开 Quayside'),
  tabs: { order: text('Orders', '订单'), order_line: text('Order lines', '订单明细') },
  conflict: text(
    '{by} put “{theirs}” here ({at}). Yours is not sent.',
    '{by} 已改为“{theirs}”（{at}）。您的内容尚未提交。',
  ),
  somebody: text('Somebody else', '其他人'),
  nothing: text('nothing', '空'),
  refused: text('This was not accepted.', '未被接受。'),
  gone: text(
    'Not among your open records any more. What you wrote is kept here and not sent.',
    '已不在您的未结记录中。您填写的内容保留在此，未提交。',
  ),
} as const
