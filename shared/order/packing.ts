import type Big from 'big.js'
import { Exact } from '#shared/money/exact.ts'

/** A carton, and how many pieces are to be packed into such. Lengths in cm, weights in kg, as decimal strings. */
export interface Packing {
  readonly qty: number
  readonly piecesPerCarton: number
  readonly length: string
  readonly width: string
  readonly height: string
  readonly grossKg: string
  readonly netKg: string
}

export interface PackedGoods {
  readonly cartons: number
  readonly lastCartonPieces: number
  /** m³, three decimals. */
  readonly cbm: string
  /** kg, two decimals. */
  readonly grossKg: string
  readonly netKg: string
  /** What a carrier charges by: weight, or volume at 6,000 cm³ to the kilogram by air and 5,000 by courier (IATA). */
  readonly airKg: string
  readonly courierKg: string
  readonly fill: Readonly<Record<ContainerType, ContainerFill>>
}

export interface ContainerFill {
  /** Percent, one decimal. */
  readonly volume: string
  readonly weight: string
  readonly fits: boolean
}

/** What is planned into a container, by ISO 6346 type: m³ and kg. The road allows less in some countries. */
const CONTAINERS = {
  '22G1': { cbm: 28, kg: 21_700 },
  '42G1': { cbm: 58, kg: 26_500 },
  '45G1': { cbm: 68, kg: 26_500 },
} as const
export type ContainerType = keyof typeof CONTAINERS

/** Cartons, volume, weights and containers of a quantity (domain 3.12). A carton that is not full weighs as a full one. */
export function packedGoods(packing: Packing): PackedGoods {
  const { qty, piecesPerCarton } = packing
  const cartons = Math.ceil(qty / piecesPerCarton)
  const volume = new Exact(packing.length).times(packing.width).times(packing.height).times(cartons)
  const gross = new Exact(packing.grossKg).times(cartons)
  const charged = (perKg: number) => larger(gross, volume.div(perKg)).toFixed(2)
  const cbm = volume.div(1_000_000)
  const fill = Object.entries(CONTAINERS).map(([type, most]): [string, ContainerFill] => [
    type,
    {
      volume: cbm.times(100).div(most.cbm).toFixed(1),
      weight: gross.times(100).div(most.kg).toFixed(1),
      fits: cbm.lte(most.cbm) && gross.lte(most.kg),
    },
  ])
  return {
    cartons,
    lastCartonPieces: cartons === 0 ? 0 : qty - (cartons - 1) * piecesPerCarton,
    cbm: cbm.toFixed(3),
    grossKg: gross.toFixed(2),
    netKg: new Exact(packing.netKg).times(cartons).toFixed(2),
    airKg: charged(6_000),
    courierKg: charged(5_000),
    fill: Object.fromEntries(fill) as PackedGoods['fill'],
  }
}

const larger = (one: Big, other: Big): Big => (one.gt(other) ? one : other)
