import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FAMILIES } from '../../tools/evaluate/families/index.ts'
import { evaluateVectors } from '../../tools/evaluate/vectors.ts'

/** The published examples of the domain's formulas, or those of another file of the same form. */
const file = process.env.QUAYSIDE_VECTORS ?? new URL('../fixtures/vectors.json', import.meta.url)
const content = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly families: Readonly<Record<string, readonly { readonly name: string; readonly output: unknown }[]>>
}
const { families } = evaluateVectors(content)

describe('exactly the output of the published example', () => {
  for (const [family, answers] of Object.entries(families)) {
    answers.forEach(({ name, output }, index) => {
      test(`${family}: ${name}`, () => expect(output).toStrictEqual(content.families[family]?.[index]?.output))
    })
  }

  test('every family that is in the file and implemented has been answered, and there are some', () => {
    const expected = Object.keys(content.families).filter((family) => FAMILIES.has(family))
    expect(expected).not.toHaveLength(0)
    expect(Object.keys(families)).toEqual(expected)
  })
})
