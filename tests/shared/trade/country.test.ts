import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCountry, isLocode } from '#shared/trade/country.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const pairs = [...letters].flatMap((one) => [...letters].map((other) => one + other))
/** What only stands for something in CLDR, or did once; ISO 3166-1 gives none of them to a country. */
const NONE = [
  'AC',
  'AN',
  'BU',
  'CP',
  'CQ',
  'CS',
  'DD',
  'DG',
  'DY',
  'EA',
  'EU',
  'EZ',
  'FX',
  'HV',
  'IC',
  'NH',
  'NT',
  'QO',
]
const NOR = ['RH', 'SU', 'TA', 'TP', 'UK', 'UN', 'VD', 'XA', 'XB', 'YD', 'YU', 'ZR', 'ZZ']

test('the countries are those that CLDR has names for, and no others', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const named = pairs.filter((code) => names.of(code) !== undefined)
  expect(pairs.filter(isCountry)).toEqual(named.filter((code) => ![...NONE, ...NOR].includes(code)))
})

test.each(['CNYTN', 'USTIW', 'BRSSZ', 'DEBRV', 'XZAAA', 'XKPRN', 'US2AB'])('%s can be a place', (code) => {
  expect(isLocode(code)).toBe(true)
})

test.each(['CN1TN', 'cnytn', 'CNYT', 'CNYTNN', 'ZZYTN', 'UKLON', 'CN YTN', ''])('%j is none', (code) => {
  expect(isLocode(code)).toBe(false)
})

test('no place is of a country that there is not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), (country) => {
      expect(isLocode(`${country}AAA`)).toBe(isCountry(country) || country === 'XZ')
    }),
  )
})
