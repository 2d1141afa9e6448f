import { type Text, text } from '#shared/i18n/language.ts'

/** What a firm may bring for its papers, by kind, with how it is sent. */
export const TEMPLATE_KINDS = {
  xlsx: {
    label: text('Workbook', '工作簿'),
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  letterhead: { label: text('Letterhead', '信头'), mime: 'application/json', extension: 'json' },
} as const satisfies Record<string, { label: Text; mime: string; extension: string }>

export type TemplateKind = keyof typeof TEMPLATE_KINDS
