import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from '#shared/expression/ast.ts'
import { parseExpression } from '#shared/expression/parse.ts'
import { print, type Tree } from './print.ts'

const RESERVED = ['and', 'or', 'not', 'in', 'contains', 'empty', 'where', 'true', 'false']
const word = fc
  .tuple(fc.constantFrom(...'abdhmost_'), fc.string({ unit: fc.constantFrom(...'aemnt_019'), maxLength: 6 }))
  .map((parts) => parts.join(''))
const name = fc
  .oneof(word, fc.constantFrom('order', 'notes', 'min', 'd', 'trueish'))
  .filter((name) => !RESERVED.includes(name))
const digits = fc.stringMatching(/^\d{1,6}(\.\d{1,4})?$/)

const { tree } = fc.letrec<{ tree: Tree; literal: Tree & { kind: 'text' | 'number' } }>((tie) => {
  const part = tie('tree')
  const kind = <Kind extends Tree['kind']>(kind: Kind) => fc.constant(kind)
  const text = fc.record({ kind: kind('text'), value: fc.string({ maxLength: 8 }) })
  const number = fc.record({ kind: kind('number'), value: digits })
  const signed = fc.record({
    kind: kind('number'),
    value: fc.oneof(
      digits,
      digits.map((digits) => `-${digits}`),
    ),
  })
  return {
    literal: fc.oneof(text, signed),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      number,
      fc.record({ kind: kind('boolean'), value: fc.boolean() }),
      fc.record({ kind: kind('duration'), amount: digits, unit: fc.constantFrom('min', 'h', 'd') }),
      fc.record({ kind: kind('list'), items: fc.array(tie('literal'), { maxLength: 3 }) }),
      fc.record({
        kind: kind('path'),
        names: fc
          .tuple(name, fc.array(fc.oneof(word, fc.constantFrom(...RESERVED)), { maxLength: 2 }))
          .map((names) => names.flat()),
      }),
      fc.record({
        kind: kind('call'),
        name,
        args: fc.array(part, { maxLength: 3 }),
        where: fc.option(part),
      }),
      fc.record({
        kind: kind('compare'),
        op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
        left: part,
        right: part,
      }),
      fc.record({ kind: kind('in'), negated: fc.boolean(), left: part, right: part }),
      fc.record({ kind: kind('contains'), left: part, right: part }),
      fc.record({ kind: kind('empty'), negated: fc.boolean(), left: part }),
      fc.record({ kind: kind('not'), operand: part }),
      fc.record({ kind: fc.constantFrom('and', 'or'), terms: fc.array(part, { minLength: 2, maxLength: 4 }) }),
      fc.record({ kind: kind('arithmetic'), op: fc.constantFrom('+', '-', '*', '/'), left: part, right: part }),
      fc.record({ kind: kind('negative'), operand: part }),
    ) as fc.Arbitrary<Tree>,
  }
})

const short = tree.map((tree) => [tree, print(tree)] as const).filter(([, source]) => source.length <= 2_000)

describe('what is printed', () => {
  test('is read as the tree that it was printed from', () => {
    fc.assert(
      fc.property(short, ([tree, source]) => {
        expect(withoutPlaces(read(source))).toEqual(tree)
      }),
      { numRuns: 1_000 },
    )
  })

  test('has each part where the tree says it is', () => {
    fc.assert(
      fc.property(short, ([, source]) => {
        for (const part of partsOf(read(source))) {
          const { offset, length } = part.at
          expect(withoutPlaces(read(source.slice(offset, offset + length)))).toEqual(withoutPlaces(part))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('may be spread over lines', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\t ', '\r\n', '   '), (tree, space) => {
        const source = print(tree)
        fc.pre(!source.includes("'") && source.length < 600)
        expect(withoutPlaces(read(source.replaceAll(' ', space)))).toEqual(tree)
      }),
    )
  })
})

function read(source: string): Node {
  const tree = parseExpression(source)
  if ('code' in tree) throw new Error(`${source}: ${tree.message.en}`)
  return tree
}

/** A tree and all its parts; the values of a list are no sources of their own. */
function partsOf(node: Node): Node[] {
  const parts = Object.values(node)
    .flat()
    .filter((part): part is Node => typeof part === 'object' && part !== null && 'kind' in part)
  return [node, ...(node.kind === 'list' ? [] : parts.flatMap(partsOf))]
}

function withoutPlaces(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutPlaces)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === 'at' ? [] : [[key, withoutPlaces(value)]])),
  )
}
