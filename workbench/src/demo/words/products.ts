/** One article as it is sold. Cost in CNY per unit; `pack` is the units in an export carton. */
export interface Product {
  readonly sku: string
  readonly description: string
  readonly line: ProductLine
  readonly cost: number
  readonly pack: number
  /** UN/ECE Recommendation 20: H87 piece, SET set. */
  readonly unit: 'H87' | 'SET'
}

export const PRODUCT_LINES = ['Camp furniture', 'Lanterns', 'Drinkware', 'Cook gear'] as const
export type ProductLine = (typeof PRODUCT_LINES)[number]

/** Code, description, cost, pack. Each comes in the standard finish and three others: 160 articles. */
const MODELS: Readonly<Record<ProductLine, readonly (readonly [string, string, number, number])[]>> = {
  'Camp furniture': [
    ['BW-C450', 'Folding camp chair 300D, steel', 34.5, 6],
    ['BW-C600', 'Folding camp chair 600D, aluminium arms', 51.2, 4],
    ['BW-C620', 'Folding camp chair 600D, padded, cup holder', 58.9, 4],
    ['BW-C700', 'Low beach chair, aluminium', 47.8, 4],
    ['BW-C750', 'Rocking camp chair, steel', 96.4, 2],
    ['BW-C800', 'Reclining lounger, 7 positions', 118.6, 2],
    ['BW-C220', 'Tripod stool', 15.6, 24],
    ['BW-C900', 'Camp bed 190 x 65 cm', 108.2, 2],
    ['BW-T120', 'Roll-top table aluminium 120 x 70 cm', 104.7, 2],
    ['BW-T090', 'Roll-top table aluminium 90 x 60 cm', 78.3, 4],
    ['BW-T060', 'Folding side table 60 x 40 cm', 36.9, 6],
    ['BW-T180', 'Folding picnic table with two benches', 186.5, 1],
  ],
  Lanterns: [
    ['BW-L200', 'LED tent lamp 200 lm, USB', 14.8, 60],
    ['BW-L400', 'LED camping lantern 400 lm, 4 x AA', 22.6, 24],
    ['BW-L800', 'LED camping lantern 800 lm, lithium battery', 34.4, 12],
    ['BW-L1K2', 'LED camping lantern 1200 lm, power bank', 57.3, 12],
    ['BW-L150', 'Head torch 150 lm', 17.9, 100],
    ['BW-L350', 'Head torch 350 lm, rechargeable', 31.5, 60],
    ['BW-L050', 'Solar string light, 10 m', 26.8, 40],
    ['BW-L900', 'Retro lantern, dimmable', 46.2, 8],
  ],
  Drinkware: [
    ['BW-V500', 'Vacuum flask stainless steel 500 ml', 26.3, 24],
    ['BW-V750', 'Vacuum flask stainless steel 750 ml, powder coated', 31.8, 24],
    ['BW-V1K0', 'Vacuum flask stainless steel 1 l', 37.4, 12],
    ['BW-V350', 'Travel mug 350 ml', 21.7, 36],
    ['BW-V600', 'Tumbler 600 ml with straw', 24.1, 25],
    ['BW-V1K9', 'Growler 1.9 l', 62.5, 8],
    ['BW-V300', 'Camp mug 300 ml, double wall', 15.3, 48],
    ['BW-V700', 'Food jar 700 ml', 39.6, 20],
    ['BW-V2K5', 'Jug 2.5 l with tap', 71.2, 6],
    ['BW-V400', 'Bottle for children 400 ml', 23.4, 36],
  ],
  'Cook gear': [
    ['BW-K201', 'Cook set 2 persons, hard anodised, 5 pieces', 58.7, 12],
    ['BW-K401', 'Cook set 4 persons, hard anodised, 9 pieces', 97.5, 6],
    ['BW-K110', 'Kettle 1.1 l, aluminium', 29.6, 24],
    ['BW-K300', 'Gas stove, folding, piezo', 42.8, 30],
    ['BW-K320', 'Windscreen for stove, 8 panels', 16.2, 50],
    ['BW-K520', 'Charcoal grill, folding, stainless steel', 83.1, 4],
    ['BW-K530', 'Fire bowl 45 cm with grate', 121.9, 2],
    ['BW-K610', 'Cutlery set 4 persons in roll bag', 24.9, 40],
    ['BW-K620', 'Plate and bowl set 4 persons', 36.6, 16],
    ['BW-K700', 'Water canister 10 l, collapsible', 18.4, 30],
  ],
}

const FINISHES = [
  ['', ''],
  ['-GRN', ', olive green'],
  ['-GRY', ', graphite'],
  ['-SND', ', sand'],
] as const

export const PRODUCTS: readonly Product[] = PRODUCT_LINES.flatMap((line) =>
  MODELS[line].flatMap(([code, description, cost, pack]) =>
    FINISHES.map(([suffix, finish]) => ({
      sku: code + suffix,
      description: description + finish,
      line,
      cost,
      pack,
      unit: /\bset\b/i.test(description) ? ('SET' as const) : ('H87' as const),
    })),
  ),
)

/** An article by its number. Throws for one that is not in the range. */
export function productOf(sku: string): Product {
  const product = PRODUCTS.find((one) => one.sku === sku)
  if (!product) throw new RangeError('no such article')
  return product
}
