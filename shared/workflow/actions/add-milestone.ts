import { say, text } from '#shared/i18n/language.ts'
import { milestoneDates } from '#shared/order/milestone-dates.ts'
import type { Fields } from '#shared/record/field.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { dateIn, instantOf } from '#shared/time/zone.ts'
import type { Milestone } from '#shared/trade/index.ts'
import { milestone } from '#shared/trade/milestone.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const { type, classifier, location, reported_by, note } = milestone.fields
const FIELDS = {
  type,
  classifier,
  on: { kind: 'date', required: true, label: text('Day', '日期') },
  time: { kind: 'text', max: 5, label: text('Time there, such as 14:30', '当地时间，如 14:30') },
  location,
  reported_by,
  note,
} as const satisfies Fields

/** Notes what is planned, expected or has happened on a shipment's way (DCSA). Its dates follow, and what is paid by them. */
export const addMilestone: Action<'shipment'> = {
  name: 'add-milestone',
  on: 'shipment',
  adds: true,
  needs: { type: 'milestone', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.shipment
      .filter(({ status }) => status !== 'cancelled' && status !== 'closed' && status !== 'planned')
      .map(({ id, doc_no }) => {
        const form = formOf({
          action: 'add-milestone',
          target: { type: 'shipment', id },
          label: say(text('Note a milestone of {number}', '登记 {number} 的物流节点'), view.language, {
            number: doc_no,
          }),
          fields: FIELDS,
          values: { on: view.today, classifier: 'EST', reported_by: 'manual' },
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: () => FIELDS,

  decide({ target: shipment, input: { on, time, ...said }, view, newId }) {
    if (shipment.status === 'cancelled') return refusal('status', 'cancelled', CANCELLED, view.language)
    const given = typeof time === 'string' && time.trim() !== '' ? time.trim() : null
    const clock = given ?? NOON
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return refusal('time', 'format', TIME, view.language)
    const values = said as Pick<Milestone, 'type' | 'classifier' | 'location'>
    const zone = zoneOfCountry(values.location?.slice(0, 2) ?? null) ?? view.timezone
    const at = instantOf(String(on), clock, zone)
    const ahead = given === null ? String(on) > dateIn(view.now, zone) : at > view.now
    if (values.classifier === 'ACT' && ahead) return refusal('on', 'future', FUTURE, view.language)
    const dates = milestoneDates(shipment, { ...values, on: String(on) })
    return {
      kind: 'saved',
      changes: [
        { kind: 'create', type: 'milestone', id: newId(), values: { ...said, shipment_id: shipment.id, at } },
        ...(dates ? [{ kind: 'update' as const, type: 'shipment' as const, before: shipment, values: dates }] : []),
      ],
    }
  },
}

/** A day without a time is meant as a day, in every zone. */
const NOON = '12:00'

const CANCELLED = text('The shipment is cancelled.', '该出货已取消。')
const TIME = text('A time such as 14:30.', '时间格式如 14:30。')
const FUTURE = text('What has not come yet is planned or expected.', '尚未发生的节点请选择计划或预计。')
