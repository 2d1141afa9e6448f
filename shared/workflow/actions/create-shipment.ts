import type { DealFile } from '#shared/deal/deal-file.ts'
import { toleranceOf } from '#shared/deal/tolerance.ts'
import { say, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { nameOf, type ReadRow, readRows, writtenRow } from '#shared/order/quantity-lines.ts'
import { carried, leftToShip, linesOf, mostOf, shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Order } from '#shared/trade/index.ts'
import { shipment } from '#shared/trade/shipment.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'
import { rowProblems } from '../row-problems.ts'

const { pol, pod, forwarder, etd, eta } = shipment.fields
const FIELDS = {
  lines: {
    kind: 'text',
    max: 4000,
    lines: true,
    required: true,
    label: text('What goes with it: SKU; quantity', '出货明细：货号; 数量'),
  },
  pol,
  pod,
  forwarder,
  etd,
  eta,
} as const satisfies Fields

/** As long as nothing is made there is nothing to plan, and what is closed has left. */
const SHIPPABLE: readonly Order['exec_status'][] = ['waiting_material', 'in_production', 'inspection', 'ready']

/** Plans a shipment of an order, or of a part of it: what is left goes with another one (domain 1.16). */
export const createShipment: Action<'order'> = {
  name: 'create-shipment',
  on: 'order',
  adds: true,
  needs: { type: 'shipment', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const { parts } = file.whole ?? file
    return parts.order
      .filter(({ status, exec_status }) => status === 'confirmed' && SHIPPABLE.includes(exec_status))
      .flatMap((order) => {
        const left = leftToShip(order, parts).filter((one) => one.left > 0)
        if (left.length === 0) return []
        const lines = linesOf(order, parts)
        const form = formOf({
          action: 'create-shipment',
          target: { type: 'order', id: order.id },
          label: say(text('Plan a shipment of {number}', '为 {number} 安排出货'), view.language, {
            number: order.doc_no,
          }),
          fields: FIELDS,
          values: {
            lines: left.map(({ line, left }) => writtenRow(line, lines, [{ value: left, decimals: 3 }])).join('\n'),
            pol: order.port_loading ?? '',
            pod: order.port_discharge ?? '',
          },
          language: view.language,
          folded: true,
        })
        return [{ form, on: file.deal.standing ?? 0 }]
      })
  },

  fields: () => FIELDS,

  decide({ target: order, situation: { deal: file }, input: { lines: typed, ...values }, view, newId }) {
    if (!file?.parts.order.some(({ id }) => id === order.id)) {
      return refusal('deal_id', 'no_deal', text('It belongs to no deal.', '不属于任何生意。'), view.language)
    }
    if (order.status !== 'confirmed') return refusal('status', 'not_open', NOT_OPEN, view.language)
    const lines = linesOf(order, file.parts)
    const { rows, problems } = readRows(String(typed), lines, [3])
    if (problems.length > 0) {
      return { kind: 'rejected', problems: rowProblems('lines', problems, 'BW-C600; 600', view.language) }
    }
    const some = rows.filter(({ numbers: [qty = 0] }) => qty > 0)
    if (some.length === 0) return refusal('lines', 'required', NOTHING, view.language)
    const beyond = tooMuch(order, some, file)
    if (beyond) return refusal('lines', 'too_much', TOO_MUCH, view.language, beyond)
    const id = newId()
    const { deal } = file
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'shipment',
          id,
          values: {
            ...values,
            deal_id: deal.id,
            order_id: order.id,
            customer_id: order.customer_id,
            owner_id: view.viewer.id,
            currency: order.currency,
          },
        },
        ...some.map(
          ({ line, numbers: [qty] }, index): Change => ({
            kind: 'create',
            type: 'shipment_line',
            id: newId(),
            values: { shipment_id: id, seq: index + 1, order_line_id: line.id, qty },
          }),
        ),
      ],
    } satisfies Decision
  },
}

/** The first line of which more would go than was ordered, the tolerance and what is planned already counted in. */
function tooMuch(order: Order, rows: readonly ReadRow[], file: DealFile) {
  const planned = carried(order, shipmentsOf(order, file.parts), file.parts)
  const lines = linesOf(order, file.parts)
  const tolerance = toleranceOf(file, order)
  for (const {
    line,
    numbers: [qty = 0],
  } of rows) {
    const most = Math.max(0, mostOf(line, tolerance) - (planned.get(line.id) ?? 0))
    if (qty > most) return { line: nameOf(line, lines), most: trimmed(typedNumber(most, 3)), unit: line.unit }
  }
  return null
}

const NOT_OPEN = text('The order is not confirmed, or it is on hold.', '订单未确认或已暂停。')
const NOTHING = text('Nothing goes with it.', '没有出货数量。')
const TOO_MUCH = text('{line}: at most {most} {unit} are left.', '{line}：最多还可出 {most} {unit}。')
