import { z } from 'zod'
import type { FactSchema } from '#shared/expression/schema.ts'
import { Calendar } from '../families/clocks.ts'
import { By, Staff } from './staff.ts'

const Instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const Plain = z.record(z.string(), z.unknown())

/** `P1DT2H`: weeks, days, hours, minutes, seconds. */
const Duration = z
  .string()
  .regex(/^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/, 'an ISO 8601 duration expected')
  .transform((text) => {
    const seconds = { W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 } as const
    const parts = [...text.matchAll(/(\d+)([WDHMS])/g)]
    return parts.reduce(
      (sum, [, amount, unit]) => sum + Number(amount) * seconds[unit as keyof typeof seconds] * 1_000,
      0,
    )
  })

const Decides = { by: By, comment: z.string().nullish(), snapshot: z.string().optional() }

/** `"settle"` and `{"settle": true}` are the same. */
const plain = <K extends string>(name: K) =>
  [
    z.literal(name).transform(() => ({ do: name })),
    z.strictObject({ [name]: z.unknown() }).transform(() => ({ do: name })),
  ] as const
const as = <K extends string, T extends z.ZodType>(name: K, shape: T) =>
  shape.transform((given) => ({ do: name, ...(given as z.output<T> & object) }))

const Command = z.union([
  ...plain('start'),
  ...plain('settle'),
  ...plain('ways'),
  ...plain('clocks'),
  ...plain('stages'),
  ...plain('state'),
  as('set', z.strictObject({ set: Plain })),
  as('at', z.strictObject({ at: Instant })),
  as('advance', z.strictObject({ advance: Duration })),
  as('take', z.strictObject({ take: z.string(), by: By.optional(), input: Plain.optional() })),
  as('request', z.strictObject({ request: z.string(), by: By, snapshot: z.string().optional() })),
  as('approve', z.strictObject({ approve: z.string(), ...Decides })),
  as('reject', z.strictObject({ reject: z.string(), ...Decides })),
  as(
    'migrate',
    z.strictObject({
      migrate: z.strictObject({ definition: z.unknown(), map: z.record(z.string(), z.string()).default({}) }),
    }),
  ),
])
export type Command = z.output<typeof Command>

/** The office of Shenzhen on an ordinary week. */
const OFFICE = {
  tz: 'Asia/Shanghai',
  weekly: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day): [string, [string, string][]] => [
      day,
      [
        ['09:00', '12:00'],
        ['13:30', '18:00'],
      ],
    ]),
  ),
}

/** A definition, the facts of one run, and what happens to it. */
export const Scenario = z.object({
  definition: z.unknown(),
  schema: z
    .custom<FactSchema>(
      (value) => typeof value === 'object' && value !== null && 'records' in value && 'fields' in value,
      'a schema {records, fields} expected',
    )
    .optional(),
  facts: Plain.default({}),
  calendar: Calendar.prefault(OFFICE),
  staff: Staff,
  /** Keys of posts besides those of the trade and of the staff. */
  roles: z.array(z.string()).default([]),
  /** Effects that can be done by name. */
  effects: z.array(z.string()).default(['order_from_contract']),
  /** The firm's last resort in approvals. */
  fallback: z.string().nullable().default(null),
  at: Instant,
  commands: z.array(Command).max(10_000).default([]),
})
export type Scenario = z.infer<typeof Scenario>
