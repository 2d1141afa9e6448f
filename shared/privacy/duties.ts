import { type Text, text } from '#shared/i18n/language.ts'
import type { TypeName } from '#shared/trade/index.ts'

/** Business documents are kept for ten years (domain 9.2: tax law): they stay, and name a person no more than the paper itself does. */
export const KEPT_BY_LAW: ReadonlySet<string> = new Set<TypeName>([
  'quotation',
  'contract',
  'order',
  'shipment',
  'document',
])

/** Whose records are the firm's own and not a customer's: staff leave by another way. */
export const OF_THE_HOUSE: ReadonlySet<string> = new Set<TypeName>(['tenant', 'team', 'user', 'workflow'])

/** Why something about a person stays, in words for whoever decides. */
export const WHY_KEPT = {
  paper: text(
    'A paper that was issued: it has to be kept for ten years. It stays as it was sent.',
    '已签发的单据：依法须保存十年，按原样保留。',
  ),
  unread: text(
    'A file whose inside cannot be searched (a picture or a PDF). Look at it before you confirm.',
    '无法检索内容的文件（图片或PDF）。确认前请人工查看。',
  ),
  staff: text('A member of staff or a setting of the firm: not changed here.', '员工或公司设置：此处不作更改。'),
  namesake: text(
    'Another person with the same name, known by another address: not touched.',
    '同名的另一人（地址不同）：不作更改。',
  ),
} as const satisfies Readonly<Record<string, Text>>
export type WhyKept = keyof typeof WHY_KEPT
