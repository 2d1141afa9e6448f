import { folded } from './fold.ts'
import { AMERICAS } from './ports/americas.ts'
import { ASIA_AFRICA } from './ports/asia-africa.ts'
import { CHINA } from './ports/china.ts'
import { EUROPE } from './ports/europe.ts'

/** A place that goods are delivered at: its UN/LOCODE, and whether the name has that one alone. */
export interface Place {
  /** As it is written in Latin letters: `Yokohama`. */
  readonly name: string
  readonly locode: string
  readonly certain: boolean
}

const TABLE = [CHINA, EUROPE, AMERICAS, ASIA_AFRICA].flatMap((table) =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [, doubt, locode = '', names = ''] = /^(\??)(\w{5}) (.+)$/.exec(row) ?? []
      const [name = ''] = names.split('|')
      return { name: capitalised(name), locode, certain: doubt === '', names: names.split('|') }
    }),
)

/** Every place by each of its names, folded. */
export const PLACES: ReadonlyMap<string, Place> = new Map(
  TABLE.flatMap(({ names, ...place }) => names.map((name) => [folded(name), place] as const)),
)

/** A place by its name in a folded text. */
export const placeNamed = (name: string): Place | null => PLACES.get(name) ?? null

function capitalised(name: string): string {
  return name.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
}
