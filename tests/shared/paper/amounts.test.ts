import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseAmount } from '#shared/paper/chinese-amount.ts'
import { englishAmount } from '#shared/paper/english-amount.ts'

describe('an amount in English words', () => {
  test.each([
    [0, 'USD', 'SAY US DOLLARS ZERO ONLY'],
    [3_085_000, 'USD', 'SAY US DOLLARS THIRTY THOUSAND EIGHT HUNDRED AND FIFTY ONLY'],
    [1_890_005, 'USD', 'SAY US DOLLARS EIGHTEEN THOUSAND NINE HUNDRED AND 05/100 ONLY'],
    [
      1_234_567,
      'JPY',
      'SAY JAPANESE YEN ONE MILLION TWO HUNDRED AND THIRTY-FOUR THOUSAND FIVE HUNDRED AND SIXTY-SEVEN ONLY',
    ],
    [1_234_500, 'KWD', 'SAY KWD ONE THOUSAND TWO HUNDRED AND THIRTY-FOUR AND 500/1000 ONLY'],
  ])('%i minor units of %s', (minor, currency, words) => {
    expect(englishAmount(minor, currency)).toBe(words)
  })

  test('is read back as the amount it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (minor) => {
        expect(amountOfWords(englishAmount(minor, 'EUR'))).toBe(BigInt(minor))
      }),
    )
  })
})

describe('an amount in Chinese capitals', () => {
  test.each([
    [0, '人民币零元整'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [10_700_053, '人民币壹拾万零柒仟元伍角叁分'],
    [1_000_000_100, '人民币壹仟万零壹元整'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [50, '人民币伍角整'],
  ])('%i fen', (minor, words) => {
    expect(chineseAmount(minor, 'CNY')).toBe(words)
  })

  test('is read back as the amount it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (minor) => {
        expect(amountOfCapitals(chineseAmount(minor, 'USD'))).toBe(BigInt(minor))
      }),
    )
  })

  test('has no zero read twice, and none at the end of a figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900_000_000_000 }), (minor) => {
        expect(chineseAmount(minor, 'USD')).not.toMatch(/零零|零[元万亿整]/)
      }),
    )
  })
})

const SMALL =
  'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN'.split(
    ' ',
  )
const TENS = 'TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ')
const LARGE = ['THOUSAND', 'MILLION', 'BILLION', 'TRILLION', 'QUADRILLION']

/** Reads words as a person would, knowing nothing of how they were made. */
function amountOfWords(words: string): bigint {
  const [, said = '', part = '0'] = /^SAY EUROS (.*?)(?: AND (\d\d)\/100)? ONLY$/.exec(words) ?? []
  let [sum, group] = [0n, 0n]
  for (const word of said.split(/[ -]/)) {
    if (SMALL.includes(word)) group += BigInt(SMALL.indexOf(word))
    else if (TENS.includes(word)) group += BigInt(TENS.indexOf(word) + 2) * 10n
    else if (word === 'HUNDRED') group *= 100n
    else if (LARGE.includes(word)) [sum, group] = [sum + group * 1000n ** BigInt(LARGE.indexOf(word) + 1), 0n]
  }
  return (sum + group) * 100n + BigInt(part)
}

function amountOfCapitals(capitals: string): bigint {
  const [, yuan = '', jiao = '', fen = ''] = /^美元(?:(.*)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/.exec(capitals) ?? []
  const figure = (sign: string) => BigInt(Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(sign || '零')))
  return read(yuan) * 100n + figure(jiao) * 10n + figure(fen)

  function read(said: string): bigint {
    for (const [sign, size] of [
      ['亿', 10n ** 8n],
      ['万', 10n ** 4n],
    ] as const) {
      const at = said.lastIndexOf(sign)
      if (at >= 0) return read(said.slice(0, at)) * size + read(said.slice(at + 1))
    }
    return [...said.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
      (sum, [, sign = '', place = '']) => sum + figure(sign) * 10n ** BigInt('拾佰仟'.indexOf(place || '-') + 1),
      0n,
    )
  }
}
