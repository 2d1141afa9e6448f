import { changed } from '#shared/deal/effects/effect.ts'
import { say, text } from '#shared/i18n/language.ts'
import { productionRisk } from '#shared/order/production-risk.ts'
import type { Change } from '#shared/record/change.ts'
import { asTyped } from '#shared/record/typed.ts'
import type { OrderLine, ProductionOrder } from '#shared/trade/index.ts'
import { productionOrder } from '#shared/trade/production-order.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const { progress_pct, qty_produced, readiness_date, missing_parts } = productionOrder.fields
const FIELDS = {
  progress_pct: { ...progress_pct, required: true },
  qty_produced,
  readiness_date,
  missing_parts,
} as const

/** From release to the last piece: before there is nothing to report, and after nothing to be late with. */
const UNDER_WAY: readonly ProductionOrder['status'][] = ['released', 'material_ready', 'running', 'paused']

/** Says how far production is; how late that makes it follows from its plan (domain 1.11). Sales read it and change nothing. */
export const reportProgress: Action<'production_order'> = {
  name: 'report-progress',
  on: 'production_order',
  needs: { type: 'production_order', verb: 'execute' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.production_order
      .filter(({ status }) => UNDER_WAY.includes(status))
      .map((order) => {
        const values = Object.entries(FIELDS).map(([key, field]) => [
          key,
          asTyped(field, order[key as keyof typeof FIELDS], { record: order, currency: view.currency }),
        ])
        const form = formOf({
          action: 'report-progress',
          target: { type: 'production_order', id: order.id, version: order.version },
          label: say(LABEL, view.language, { number: order.doc_no }),
          fields: FIELDS,
          values: Object.fromEntries(values),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: () => FIELDS,

  decide({ target: order, situation: { deal: file }, input, view }) {
    if (!UNDER_WAY.includes(order.status)) return refusal('status', 'not_under_way', NOT_UNDER_WAY, view.language)
    const after = { ...order, ...input }
    const values = { ...input, progress_at: view.now, risk: productionRisk(after, view.today) }
    const line = file?.parts.order_line.find(({ id }) => id === order.order_line_id)
    return {
      kind: 'saved',
      changes: [
        { kind: 'update', type: 'production_order', before: order, values },
        ...(line ? produced(line, after, file?.parts.production_order ?? []) : []),
      ],
    }
  },
}

const LABEL = text('Report progress {number}', '上报进度 {number}')
const NOT_UNDER_WAY = text('It is not being made: release it first.', '该生产单未在生产，请先下达。')

/** What has been made of an order's line, with all its production orders. */
function produced(line: OrderLine, reported: ProductionOrder, all: readonly ProductionOrder[]): Change[] {
  const made = all
    .map((one) => (one.id === reported.id ? reported : one))
    .filter((one) => one.order_line_id === line.id)
  const sum = made.reduce((total, one) => total + (one.qty_produced ?? 0), 0)
  return sum === (line.qty_produced ?? 0) ? [] : [changed('order_line', line, { qty_produced: sum })]
}
