import { describe, expect, test } from 'vitest'
import { containerCheckDigit } from '#shared/order/container-number.ts'

test('TGHU123456 is checked by 7 (domain 3.13)', () => {
  expect(containerCheckDigit('TGHU123456')).toBe(7)
})

test('letters count as ISO 6346 has them: A is 10, and 11, 22 and 33 stand for none', () => {
  // Alone in the last place but six, a letter weighs its value times 2³.
  const values = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => containerCheckDigit(`AAA${letter}000000`))
  const rest = 10 * (1 + 2 + 4)
  const expected = Array.from({ length: 29 }, (_, at) => at + 10)
    .filter((value) => value % 11 !== 0)
    .map((value) => ((rest + value * 8) % 11) % 10)
  expect(values).toEqual(expected)
})

describe('no container number', () => {
  test.each(['', 'CSQU30543', 'CSQU3054388', 'csqu305438', 'CS1U305438', 'CSQU30543８'])('%j', (text) => {
    expect(containerCheckDigit(text)).toBeNull()
  })
})
