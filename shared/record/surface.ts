import { type Text, text } from '#shared/i18n/language.ts'
import type { Source } from './record-type.ts'

/** Where something was done, in words. */
export const SURFACES: Readonly<Record<Source, Text>> = {
  outlook: text('Outlook', 'Outlook'),
  gmail: text('Gmail', 'Gmail'),
  sheets: text('Google Sheets', 'Google 表格'),
  desk: text('Desk', '工作页面'),
  api: text('API', 'API'),
  import: text('Import', '导入'),
  automation: text('Automation', '自动处理'),
  webhook: text('Webhook', '推送'),
}
