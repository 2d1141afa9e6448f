import type { DealFile } from '#shared/deal/deal-file.ts'
import { documentName, documentsPresent, wantedDocuments } from '#shared/deal/papers.ts'
import { say, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import type { ProductionOrder } from '#shared/trade/index.ts'
import { productionOrder } from '#shared/trade/production-order.ts'
import type { Tone, Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

const ENDED: readonly ProductionOrder['status'][] = ['closed', 'cancelled']
const TONES: Readonly<Record<NonNullable<ProductionOrder['risk']>, Tone>> = {
  green: 'good',
  amber: 'warning',
  red: 'danger',
}
/** How many of what is made are named; a road shows what goes on, and a list has the rest. */
const MADE_MAX = 6

/** How far each thing is that is being made, and how late (domain 1.11). */
export function progress({ parts }: DealFile, { language }: View): Widget[] {
  const made = parts.production_order.filter(({ status }) => !ENDED.includes(status))
  return made.slice(0, MADE_MAX).map((order): Widget => {
    const { doc_no, description, status, progress_pct, qty, qty_produced, unit, risk, missing_parts } = order
    const done = qty_produced === null ? null : `${amount(qty_produced)} / ${amount(qty)} ${unit}`
    const state = productionOrder.fields.status.choices[status][language]
    return {
      kind: 'fact',
      label: description ?? doc_no,
      value: [progress_pct === null ? state : `${progress_pct} %`, done].filter(Boolean).join(' · '),
      ...(missing_parts ? { detail: say(MISSING, language, { parts: missing_parts }) } : {}),
      ...(risk === null ? {} : { tone: TONES[risk] }),
    }
  })
}

const amount = (qty: number): string => trimmed(typedNumber(qty, 3))

const MISSING = text('Missing: {parts}', '缺料：{parts}')

/** The papers that the stage asks for, and which of them are there. */
export function checklist(file: DealFile, { language }: View): Widget[] {
  const present = documentsPresent(file)
  return wantedDocuments(file).map((key): Widget => {
    const there = present.includes(key)
    return {
      kind: 'fact',
      label: documentName(key, language),
      value: (there ? THERE : ABSENT)[language],
      tone: there ? 'good' : 'warning',
    }
  })
}

const THERE = text('There', '已有')
const ABSENT = text('Missing', '缺少')
