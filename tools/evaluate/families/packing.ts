import { z } from 'zod'
import { packedGoods } from '#shared/order/packing.ts'
import { family } from '../family.ts'
import { decimal } from '../notation.ts'

/** F12_packing: cartons, volume, weights, containers. */
export const packing = family(
  z.object({
    qty: z.int().min(0),
    pcs_per_carton: z.int().min(1),
    l_cm: decimal,
    w_cm: decimal,
    h_cm: decimal,
    gw_kg: decimal,
    nw_kg: decimal,
  }),
  ({ qty, pcs_per_carton, l_cm, w_cm, h_cm, gw_kg, nw_kg }) => {
    const packed = packedGoods({
      qty,
      piecesPerCarton: pcs_per_carton,
      length: l_cm,
      width: w_cm,
      height: h_cm,
      grossKg: gw_kg,
      netKg: nw_kg,
    })
    const fill = Object.entries(packed.fill).map(([type, { volume, weight, fits }]) => [
      type,
      { volume_pct: volume, weight_pct: weight, fits },
    ])
    return {
      cartons: packed.cartons,
      last_carton_pcs: packed.lastCartonPieces,
      cbm: packed.cbm,
      gross_kg: packed.grossKg,
      net_kg: packed.netKg,
      air_chargeable_kg: packed.airKg,
      courier_chargeable_kg: packed.courierKg,
      fill: Object.fromEntries(fill),
    }
  },
)
