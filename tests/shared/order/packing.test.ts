import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packedGoods } from '#shared/order/packing.ts'

const carton = { piecesPerCarton: 20, length: '30', width: '20', height: '20', grossKg: '24.5', netKg: '24.0' }

test('heavy goods fill a container by weight before they fill it by volume (domain 3.12, row 3)', () => {
  const packed = packedGoods({ qty: 20_000, ...carton })
  expect(packed).toMatchObject({ cartons: 1_000, lastCartonPieces: 20, cbm: '12.000', grossKg: '24500.00' })
  expect(Object.entries(packed.fill).filter(([, { fits }]) => fits)).toHaveLength(2)
  expect(packed.fill['22G1'].fits).toBe(false)
})

test('every piece is in a carton, and no carton is empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 500 }), (qty, piecesPerCarton) => {
      const { cartons, lastCartonPieces } = packedGoods({ ...carton, qty, piecesPerCarton })
      expect(Math.max(0, cartons - 1) * piecesPerCarton + lastCartonPieces).toBe(qty)
      expect(lastCartonPieces > 0).toBe(cartons > 0)
    }),
  )
})
