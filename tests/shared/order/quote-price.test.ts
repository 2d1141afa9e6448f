import { describe, expect, test } from 'vitest'
import { type PriceBasis, quotePrices } from '#shared/order/quote-price.ts'

const basis: PriceBasis = {
  buyInclVat: '67.80',
  vat: '0.13',
  rebate: '0.09',
  domestic: '2.60',
  rate: '7.15',
  margin: '0.15',
  commission: '0',
  insuranceMarkup: '0.10',
  insuranceRate: '0.003',
  freight: '1.20',
}

test('a rebate of 9 % (domain 3.2c, row 3)', () => {
  expect(quotePrices(basis)).toEqual({ cost: '9.0909', fob: '10.70', cfr: '11.90', cif: '11.93' })
})

describe('a share that leaves nothing of the price is refused by its name', () => {
  test.each([
    [{ margin: '1' }, 'margin'],
    [{ margin: '1.5' }, 'margin'],
    [{ commission: '1' }, 'commission'],
    [{ commission: '0.99', insuranceRate: '0.01' }, 'insurance'],
  ])('%j', (part, name) => {
    expect(() => quotePrices({ ...basis, ...part })).toThrow(name)
  })
})
