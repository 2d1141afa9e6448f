import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { postalAddressIn } from '#shared/recognition/postal-address.ts'

describe('where a firm is, by its signature', () => {
  test.each([
    ['en', '2210 Harbor Ave SW, Seattle, WA 98126, USA', '2210 Harbor Ave SW, Seattle, WA 98126, USA'],
    ['de', 'Hövelhofer Straße 118 · 33104 Paderborn', 'Hövelhofer Straße 118 · 33104 Paderborn'],
    ['de', 'Industriestr. 12\n70565 Stuttgart', 'Industriestr. 12, 70565 Stuttgart'],
    ['fr', '14 quai de la Fosse, 44000 Nantes — RCS Nantes 000 000 000', '14 quai de la Fosse, 44000 Nantes'],
    ['en', '12 High Street\nLondon SW1A 1AA\nUnited Kingdom', '12 High Street, London SW1A 1AA, United Kingdom'],
    ['ja', '〒530-0001 大阪府大阪市北区梅田1丁目2-3', '〒530-0001 大阪府大阪市北区梅田1丁目2-3'],
    ['zh-CN', '地址：深圳市宝安区新安街道前进路 88号', '深圳市宝安区新安街道前进路 88号'],
    ['en', 'Acme Ltd | 5 Main Road, Leeds LS1 4AP | Tel: 0113 000', '5 Main Road, Leeds LS1 4AP'],
  ])('%s: %s', (language, lines, value) => {
    const read = postalAddressIn(['Jo Bloggs', 'Sales Director', ...lines.split('\n'), 'T +1 206-555-0142'], language)
    expect(read).toMatchObject({ value, certain: true })
  })

  test('a place without a street, or a street without a place, is for somebody to check', () => {
    expect(postalAddressIn(['Address: Plot 5, Jebel Ali Free Zone, Dubai, UAE'], 'en')).toMatchObject({
      value: 'Plot 5, Jebel Ali Free Zone, Dubai, UAE',
      certain: false,
    })
  })

  test.each([
    ['a number of an order', ['Best regards', 'Priya', 'order no 123456 please']],
    ['years', ['Mary', 'Sales Director, 20 years in trade', 'Acme Ltd']],
    ['a telephone', ['Jo', 'Tel. 020 7946 0000', 'Fax 020 7946 0001']],
    ['a country alone', ['Jo', 'Acme Ltd, United Kingdom']],
    ['nothing', []],
  ])('%s is no address', (_, lines) => {
    expect(postalAddressIn(lines, 'en')).toBeNull()
  })

  test('what is read stands in the lines that it was read from', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom('12 High Street', '70565 Stuttgart', 'Germany', 'Address: 5 Main Rd', 'a | 44000 Nantes | b'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = postalAddressIn(lines, null)
        if (read) expect(lines.join('\n')).toContain(read.words)
      }),
    )
  })
})
