import { say, text } from '#shared/i18n/language.ts'
import { container } from '#shared/trade/container.ts'
import type { Shipment } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const { no, iso_code, seal_no, vgm_kg, vgm_method, packages, gross_kg, cbm } = container.fields
const FIELDS = { no, iso_code, seal_no, vgm_kg, vgm_method, packages, gross_kg, cbm } as const

/** A container is known from the booking on, and can be put right until the ship has sailed. */
const BEFORE_SAILING: readonly Shipment['status'][] = [
  'booked',
  'docs_preparing',
  'loaded',
  'customs_declared',
  'customs_inspection',
  'customs_released',
]

const BOXED: readonly Shipment['mode'][] = ['sea', 'rail', 'multimodal']

/** Notes a container of a shipment, by its number with the check digit (ISO 6346), its seal and its verified gross mass. */
export const addContainer: Action<'shipment'> = {
  name: 'add-container',
  on: 'shipment',
  adds: true,
  needs: { type: 'container', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.shipment
      .filter(({ status, mode }) => BEFORE_SAILING.includes(status) && BOXED.includes(mode))
      .map(({ id, doc_no }) => {
        const form = formOf({
          action: 'add-container',
          target: { type: 'shipment', id },
          label: say(text('Add a container to {number}', '为 {number} 添加集装箱'), view.language, { number: doc_no }),
          fields: FIELDS,
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: () => FIELDS,

  decide({ target: shipment, input, view, newId }) {
    if (!BEFORE_SAILING.includes(shipment.status)) {
      return refusal('status', 'not_booked', NOT_NOW, view.language)
    }
    const { vgm_kg: vgm = null, gross_kg: gross = null } = input as Record<string, number | null | undefined>
    if (vgm !== null && gross !== null && vgm < gross) return refusal('vgm_kg', 'too_small', LIGHT, view.language)
    return {
      kind: 'saved',
      changes: [{ kind: 'create', type: 'container', id: newId(), values: { ...input, shipment_id: shipment.id } }],
    }
  },
}

const NOT_NOW = text('The shipment is not booked yet, or it has sailed.', '尚未订舱，或已开船。')
const LIGHT = text('The VGM cannot be less than the gross weight of the cargo.', 'VGM 不能小于货物毛重。')
