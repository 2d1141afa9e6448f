import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalisedName } from '#shared/customer/name.ts'

describe('one firm under several spellings', () => {
  test.for([
    ['gartenwelt baumann', 'Gartenwelt Baumann GmbH & Co. KG', 'GARTENWELT  BAUMANN', 'Gartenwelt-Baumann G.m.b.H.'],
    ['trilha sul comércio', 'Trilha Sul Comércio Ltda.', 'TRILHA SUL COMÉRCIO LTDA - ME'],
    ['muebles azteca', 'Muebles Azteca, S.A. de C.V.', 'Muebles Azteca SA de CV', 'Muebles Azteca S. de R.L. de C.V.'],
    [
      'ridgeline outfitters',
      'Ridgeline Outfitters Inc.',
      'Ridgeline Outfitters, L.L.C.',
      'Ridgeline Outfitters Company',
    ],
    ['maison duval', 'Maison Duval SAS', 'Maison Duval S.A.S.', 'Maison Duval & Cie'],
    ['kowalski', 'Kowalski Sp. z o.o.', 'KOWALSKI SP. Z O. O.', 'Kowalski S.A.'],
    ['nordlys', 'Nordlys A/S', 'Nordlys AS'],
    ['istanbul tekstil', 'İSTANBUL TEKSTİL LTD. ŞTİ.', 'Istanbul Tekstil A.Ş.'],
    ['oneill', "O'Neill Ltd", 'O’Neill Limited', 'O＇Neill Inc.', 'O´Neill Pty. Ltd.'],
    ['ромашка', 'ООО «Ромашка»', 'Ромашка, ООО'],
    ['النور', 'شركة النور ذ.م.م', 'النور'],
    ['深圳蓝鲸户外用品', '深圳蓝鲸户外用品有限公司', '深圳 蓝鲸 户外用品股份有限公司'],
    ['蓝鲸深圳贸易', '蓝鲸（深圳）贸易有限公司', '蓝鲸(深圳)贸易有限责任公司'],
    ['東京商事', '株式会社 東京商事', '東京商事株式会社', '㈱東京商事'],
    ['한국', '주식회사 한국', '㈜한국'],
    ['full width', 'Ｆｕｌｌ　Ｗｉｄｔｈ　Ｃｏ．，Ｌｔｄ．'],
    ['evil', '\u202eevil\u202c Ltd', 'ev\u200bil'],
  ])('%s', ([expected, ...spellings]) => {
    expect(spellings.map(normalisedName)).toEqual(spellings.map(() => expected))
  })
})

describe('a normalised name', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'GmbH',
      ' & Co. KG',
      ' Co., Ltd.',
      ' S.A. de C.V.',
      '有限公司',
      '株式会社',
      '㈱',
      'A',
      '.',
      ' ',
      "'",
      '(株)',
      'İ',
    ),
  )
  const name = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))

  test('is its own normalised name', () => {
    fc.assert(
      fc.property(name, (name) => {
        expect(normalisedName(normalisedName(name))).toBe(normalisedName(name))
      }),
      { numRuns: 2_000 },
    )
  })

  test('does not depend on the case of the letters or on the width', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'abcXYZ .,&'), maxLength: 20 })
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(latin, (name) => {
        expect(normalisedName(name.toUpperCase())).toBe(normalisedName(name))
        expect(normalisedName(wide(name))).toBe(normalisedName(name))
      }),
    )
  })

  test('keeps a name that is nothing but a legal form or punctuation', () => {
    expect(['Limited', 'Co., Ltd.', '株式会社', '!!!'].map(normalisedName)).toEqual([
      'limited',
      'co',
      '株式会社',
      '!!!',
    ])
  })

  test('keeps accents and words that only look like a legal form', () => {
    expect(normalisedName('Compañía Café Incógnito')).toBe('compañía café incógnito')
    expect(normalisedName('Sage Coats')).toBe('sage coats')
    expect(normalisedName('Plan B S.A.')).toBe('plan b')
  })

  test('is empty only where there is nothing to see', () => {
    expect(['', '  ', '\u200f'].map(normalisedName)).toEqual(['', '', ''])
  })
})
