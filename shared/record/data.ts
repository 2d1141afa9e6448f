import { z } from 'zod'
import { ALWAYS, SECTION_KEYS } from '#shared/panel/layout.ts'
import { installment } from '#shared/trade/installment.ts'
import { ROLES } from '#shared/trade/user.ts'
import type { DataShape, FieldOf } from './field.ts'

/** The most characters of JSON of data whose definition names no limit. */
const DATA_MAX = 64_000

const codes = z.array(z.string().min(1).max(80)).min(1).max(100).optional()
const minorUnits = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** A percentage as a decimal string, `33.3333`: it is worked with as it is written. */
const percentage = z.string().regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, 'percentage')

const share = z.int().min(0).max(100)
const tenths = z.int().min(0).max(1000)
const rising =
  <K extends string>(key: K) =>
  (list: readonly Readonly<Record<K, number>>[]): boolean =>
    list.every((one, at) => at === 0 || one[key] > (list[at - 1]?.[key] ?? 0))
const bands = z
  .array(z.strictObject({ from: minorUnits, points: share }))
  .min(1)
  .max(12)
  .refine(rising('from'), 'order')

const placed = z
  .array(
    z.strictObject({
      key: z.enum(SECTION_KEYS),
      folded: z.literal(true).optional(),
      hidden: z.literal(true).optional(),
    }),
  )
  .min(1)
  .max(SECTION_KEYS.length)
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, 'twice')
  .refine((list) => list.every(({ key, hidden }) => !hidden || !ALWAYS.has(key)), 'always')

/** What data of each shape accepts. A new shape without a line here does not compile. */
const SHAPES: { readonly [S in DataShape]: z.ZodType } = {
  /** `TermLine[]` of `shared/order/schedule.ts`: only the last part may leave out how much it is, for it takes the rest. */
  term_lines: z
    .array(
      z.strictObject({
        pct: percentage.optional(),
        fixed: minorUnits.optional(),
        anchor: z.enum(Object.keys(installment.fields.anchor.choices)),
        days: z.int().min(-365).max(365),
        eom: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(12)
    .refine((parts) => parts.slice(0, -1).every(({ pct, fixed }) => pct !== undefined || fixed !== undefined), 'parts'),
  /** Each that is named has to hold; amounts in minor units of the firm's own currency. */
  match: z.strictObject({
    country: codes,
    region: codes,
    product_line: codes,
    language: codes,
    channel: codes,
    tier: codes,
    amount_from: minorUnits.optional(),
    amount_to: minorUnits.optional(),
  }),
  /** `PanelLayout` of `shared/panel/layout.ts`: each section once, and none hidden that nobody can do without. */
  panel_layout: z.strictObject({
    roles: z.partialRecord(z.enum(ROLES), placed).optional(),
    everybody: placed.optional(),
  }),
  /** `TierConfig` of `shared/customer/standard-tiers.ts`. */
  tiers: z
    .strictObject({
      weights: z.strictObject({ M: share, F: share, P: share, R: share, Y: share }),
      bands: z.strictObject({ M: bands, F: bands, P: bands, Y: bands }),
      recency: z
        .array(z.strictObject({ upTo: z.int().min(0).max(3650), points: share }))
        .min(1)
        .max(12)
        .refine(rising('upTo'), 'order'),
      thresholds: z.strictObject({ A: tenths, B: tenths }).refine(({ A, B }) => A > B, 'order'),
      hysteresis: tenths,
    })
    .refine(({ weights }) => Object.values(weights).reduce((sum, one) => sum + one, 0) === 100, 'weights'),
}

const anything = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())])

/** An object or a list of JSON, in the shape that the field asks for. */
export const dataSchema = ({ max = DATA_MAX, of }: FieldOf<'data'>): z.ZodType =>
  (of ? SHAPES[of] : anything).refine((value) => JSON.stringify(value).length <= max, 'too_much')
