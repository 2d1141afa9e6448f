import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactRow } from '#shared/expression/schema.ts'
import { aDeal, holds, worth } from './deal-facts.ts'

/**
 * Sources are made together with what they mean: a function over the same facts that knows nothing of trees, and
 * reckons in whole ten-thousandths of ten-thousandths (BigInt) instead of decimals.
 */
type Made<Result> = fc.Arbitrary<{ readonly source: string; readonly mean: (world: World) => Result }>

interface World {
  readonly order: FactRow
  readonly lines: readonly FactRow[]
  readonly fields: FactRow
  /** The line that is spoken of. */
  readonly line?: FactRow
}

const PLACES = 24
const UNIT = 10n ** BigInt(PLACES)

function exact(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  return BigInt(whole + fraction.padEnd(PLACES, '0')) * (text.startsWith('-') ? -1n : 1n)
}

const amount = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`)
const fact = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 })

const line = fc.record({
  quantity: fact(amount),
  shipped: fact(amount),
  inspection_result: fact(fc.constantFrom('accept', 'reject')),
})
const world: fc.Arbitrary<World> = fc.record({
  order: fc.record({ total: fact(amount), paid: fact(amount) }),
  lines: fc.array(line, { maxLength: 4 }),
  fields: fc.record({ need_sample: fact(fc.boolean()), last_price_age_days: fact(amount) }),
})

const number = (value: unknown): bigint | null => (typeof value === 'string' ? exact(value) : null)
const known = (values: readonly (bigint | null)[]) => values.filter((value) => value !== null)

function numbers(depth: number, inLine: boolean): Made<bigint | null> {
  const leaves: Made<bigint | null>[] = [
    amount.filter((text) => !text.startsWith('-')).map((source) => ({ source, mean: () => exact(source) })),
    fc
      .constantFrom('total', 'paid')
      .map((key) => ({ source: `order.${key}`, mean: ({ order }) => number(order[key]) })),
    fc.constant({ source: 'last_price_age_days', mean: ({ fields }: World) => number(fields.last_price_age_days) }),
    ...(inLine
      ? [
          fc.constantFrom('quantity', 'line.quantity', 'shipped').map((source) => ({
            source,
            mean: ({ line }: World) => number(line?.[source.replace('line.', '')]),
          })),
        ]
      : []),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const part = numbers(depth - 1, inLine)
  const inside = numbers(depth - 1, true)
  const where = conditions(depth - 1, true)
  return fc.oneof(
    ...leaves,
    fc.tuple(part, fc.constantFrom('+', '-', '*'), part).map(([left, op, right]) => ({
      source: `(${left.source} ${op} ${right.source})`,
      mean: (world: World) => {
        const [one, other] = [left.mean(world), right.mean(world)]
        if (one === null || other === null) return null
        return op === '+' ? one + other : op === '-' ? one - other : (one * other) / UNIT
      },
    })),
    part.map(({ source, mean }) => ({
      source: `-(${source})`,
      mean: (world: World) => {
        const value = mean(world)
        return value === null ? null : -value
      },
    })),
    fc.tuple(conditions(depth - 1, inLine), part, part).map(([condition, yes, no]) => ({
      source: `if(${condition.source}, ${yes.source}, ${no.source})`,
      mean: (world: World) => (condition.mean(world) ? yes.mean(world) : no.mean(world)),
    })),
    where.map((where) => ({
      source: `count(line where ${where.source})`,
      mean: (world: World) => BigInt(each(world).filter((at) => where.mean(at)).length) * UNIT,
    })),
    fc.tuple(fc.constantFrom('sum', 'min', 'max'), inside, where).map(([name, body, where]) => ({
      source: `${name}(line.quantity * 0 + ${body.source} where ${where.source})`,
      mean: (world: World) => {
        const values = known(
          each(world)
            .filter((at) => where.mean(at))
            .map((at) => (number(at.line?.quantity) === null ? null : body.mean(at))),
        )
        if (name === 'sum') return values.reduce((sum, value) => sum + value, 0n)
        const sorted = values.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
        return (name === 'min' ? sorted[0] : sorted.at(-1)) ?? null
      },
    })),
  )
}

function conditions(depth: number, inLine: boolean): Made<boolean> {
  const leaves: Made<boolean>[] = [
    fc.constant({ source: 'need_sample', mean: ({ fields }: World) => fields.need_sample === true }),
    fc.constant({ source: 'order.total empty', mean: ({ order }: World) => order.total === null }),
    fc.constant({
      source: "any(line.inspection_result = 'accept')",
      mean: ({ lines }: World) => lines.some((line) => line.inspection_result === 'accept'),
    }),
    ...(inLine
      ? [
          fc.constant({
            source: "inspection_result in ['reject']",
            mean: ({ line }: World) => line?.inspection_result === 'reject',
          }),
        ]
      : [
          fc.constantFrom('=', '!=').map((op) => ({
            source: `line.inspection_result ${op} 'reject'`,
            mean: ({ lines }: World) => lines.some((line) => (line.inspection_result === 'reject') === (op === '=')),
          })),
          fc.constant({
            source: 'line.shipped < line.quantity',
            mean: ({ lines }: World) => lines.some((line) => before(number(line.shipped), number(line.quantity))),
          }),
        ]),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const part = conditions(depth - 1, inLine)
  const value = numbers(depth - 1, inLine)
  return fc.oneof(
    ...leaves,
    fc.tuple(value, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value).map(([left, op, right]) => ({
      source: `${left.source} ${op} ${right.source}`,
      mean: (world: World) => {
        const [one, other] = [left.mean(world), right.mean(world)]
        if (op === '!=') return one === null || other === null || one !== other
        if (one === null || other === null) return false
        return (
          (op.includes('=') && one === other) || (op.includes('<') && one < other) || (op.includes('>') && one > other)
        )
      },
    })),
    fc.tuple(part, part, fc.constantFrom('and', 'or')).map(([left, right, op]) => ({
      source: `(${left.source} ${op} ${right.source})`,
      mean: (world: World) =>
        op === 'and' ? left.mean(world) && right.mean(world) : left.mean(world) || right.mean(world),
    })),
    part.map(({ source, mean }) => ({ source: `not (${source})`, mean: (world: World) => !mean(world) })),
    fc.tuple(fc.constantFrom('all', 'any'), conditions(depth - 1, true)).map(([name, body]) => ({
      source: `${name}(line.quantity = line.quantity and ${body.source})`,
      mean: (world: World) => {
        const answers = each(world).map((at) => number(at.line?.quantity) !== null && body.mean(at))
        return name === 'all' ? answers.every(Boolean) : answers.some(Boolean)
      },
    })),
  )
}

const each = (world: World): World[] => world.lines.map((line) => ({ ...world, line }))
const before = (one: bigint | null, other: bigint | null) => one !== null && other !== null && one < other

const facts = ({ order, lines, fields }: World) => aDeal({ order, line: lines }, fields)

describe('an evaluation is what the source means', () => {
  test('of a condition', () => {
    fc.assert(
      fc.property(conditions(3, false), world, ({ source, mean }, world) => {
        expect(holds(source, facts(world))).toBe(mean(world))
      }),
      { numRuns: 1_000 },
    )
  })

  test('of a value', () => {
    fc.assert(
      fc.property(numbers(3, false), world, ({ source, mean }, world) => {
        expect(number(worth(source, facts(world)))).toBe(mean(world))
      }),
      { numRuns: 1_000 },
    )
  })
})
