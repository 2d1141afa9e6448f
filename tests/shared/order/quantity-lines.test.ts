import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows, writtenRow } from '#shared/order/quantity-lines.ts'
import type { OrderLine } from '#shared/trade/index.ts'

const aLine = (seq: number, sku: string | null) => ({ id: `l${seq}`, seq, sku }) as OrderLine

test('what is written is read as the same lines and numbers, whatever they are called', () => {
  const sku = fc.option(fc.string({ maxLength: 8 }).map((name) => name.replace(/[\r\n;；\t]/g, '')))
  const numbers = fc.array(fc.nat(1e9), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(sku, { minLength: 1, maxLength: 6 }), numbers, (names, values) => {
      const lines = names.map((name, at) => aLine(at + 1, name))
      const written = lines.map((line, at) =>
        writtenRow(line, lines, [
          { value: values[at] ?? 7, decimals: 3 },
          { value: 1_234_567, decimals: 6 },
        ]),
      )
      const { rows, problems } = readRows(written.join('\n'), lines, [3, 6])
      expect(problems).toEqual([])
      expect(rows.map(({ line, numbers }) => [line.id, ...numbers])).toEqual(
        lines.map(({ id }, at) => [id, values[at] ?? 7, 1_234_567]),
      )
    }),
  )
})

test('a Chinese semicolon, a tab and full-width digits part and count as well', () => {
  const lines = [aLine(1, 'A-1'), aLine(2, null), aLine(3, 'A-1')]
  expect(readRows('#1；１２\n#2\t3.5\n\n', lines, [3]).rows.map(({ numbers }) => numbers)).toEqual([[12_000], [3_500]])
  // Two lines of one SKU go by their numbers.
  expect(readRows('A-1; 1', lines, [3]).problems).toEqual([{ row: 1, code: 'no_line' }])
})

test('whatever is typed, nothing is thrown, and a row is read or a problem', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const { rows, problems } = readRows(typed, [aLine(1, 'A')], [3])
      expect(rows.length + problems.length).toBe(typed.split(/\r?\n/).filter((row) => row.trim() !== '').length)
    }),
  )
})
