import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** The firm. Its record's id is the tenant id of everything it owns. */
export const tenant = {
  name: 'tenant',
  plural: 'tenants',
  label: text('Firm', '公司'),
  title: 'name',
  fields: {
    name: { kind: 'text', required: true, label: text('Name', '名称') },
    name_en: { kind: 'text', label: text('English name', '英文名称') },
    /** Mail domains of the firm's own staff: their mails are never matched to a customer. */
    domains: { kind: 'texts', required: true, label: text('Mail domains', '邮箱域名') },
    base_currency: { kind: 'currency', required: true, fixed: true, label: text('Base currency', '本位币') },
    timezone: { kind: 'timezone', required: true, label: text('Time zone', '时区') },
    locale: { kind: 'language', required: true, label: text('Language', '语言') },
    /** How much of a filed mail is kept; without a word, its beginning and its attachments. */
    body_policy: {
      kind: 'choice',
      label: text('Kept of a filed mail', '归档邮件保留内容'),
      choices: {
        metadata: text('Who, when, and the subject', '仅收发人、时间和主题'),
        snippet: text('Also its beginning and its attachments', '另含正文开头和附件'),
        full: text('All of it', '完整邮件'),
      },
    },
    /** A mail of a filed conversation is filed as soon as somebody opens it beside the pane. */
    files_threads: { kind: 'boolean', label: text('Filed conversations go on being filed', '已归档会话自动归档') },
    /** A mail that answers within a conversation for which the pane wrote a letter is filed likewise. */
    files_replies: {
      kind: 'boolean',
      label: text('Replies written from the pane are filed', '窗格生成的回复自动归档'),
    },
    /** Who writes to us first is told by a mail that it has arrived: the only mail to a buyer that leaves by itself. */
    acknowledges: { kind: 'boolean', label: text('Inquiries are acknowledged', '自动回执询盘') },
    fallback_user_id: { kind: 'reference', to: 'user', label: text('Last in every escalation', '兜底负责人') },
    /** Which sections a customer's panel has for whom, and in which order: `PanelLayout`. The standard where nothing is said. */
    panel_layout: {
      kind: 'data',
      of: 'panel_layout',
      max: 20_000,
      computed: true,
      label: text('Layout of the panel', '侧栏布局'),
    },
    /** How customers are ranked; the standard where nothing is said. */
    tiers: { kind: 'data', of: 'tiers', computed: true, label: text('Tiers of customers', '客户分级规则') },
  },
} as const satisfies RecordType
