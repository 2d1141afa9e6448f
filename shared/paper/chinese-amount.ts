import { decimalsOf } from '#shared/money/currency.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']

const NAMES: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港元',
  AUD: '澳元',
  CAD: '加元',
  SGD: '新加坡元',
}

/**
 * An amount in the capital figures of bank paper: `人民币壹万捌仟玖佰元伍角整`. Minor units, from nothing up.
 * Rules: 中国人民银行《正确填写票据和结算凭证的基本规定》: zeros between figures are read once, 整 after 元 or 角 and
 * not after 分. A currency of three or four decimals has its figures after 点.
 */
export function chineseAmount(minor: number, currency: string): string {
  if (minor < 0) throw new RangeError('an amount below zero')
  const decimals = decimalsOf(currency)
  const unit = 10n ** BigInt(decimals)
  const [whole, part] = [BigInt(minor) / unit, String(BigInt(minor) % unit).padStart(decimals, '0')]
  return `${NAMES[currency] ?? currency}${decimals > 2 ? decimal(whole, part) : jiaoFen(whole, decimals === 0 ? '' : part)}`
}

function jiaoFen(whole: bigint, part: string): string {
  const [jiao = 0, fen = 0] = [...part].map(Number)
  const yuan = whole > 0n ? `${chineseNumber(whole)}元` : ''
  if (jiao + fen === 0) return `${yuan || '零元'}整`
  const skipped = jiao === 0 && yuan ? '零' : ''
  return `${yuan}${jiao ? `${DIGITS[jiao]}角` : skipped}${fen ? `${DIGITS[fen]}分` : '整'}`
}

function decimal(whole: bigint, part: string): string {
  const figures = part.replace(/0+$/, '')
  const said = [...figures].map((figure) => DIGITS[Number(figure)]).join('')
  return said ? `${chineseNumber(whole)}点${said}元` : `${chineseNumber(whole)}元整`
}

/** Four figures to a group, 万 of ones and of 亿 alike; a gap of zeros before a figure is read as one. Below 10¹⁶. */
function chineseNumber(value: bigint): string {
  const figures = [...String(value)].map(Number)
  let said = ''
  let gap = false
  /** Whether 万 or 亿 has anything to stand behind. */
  let [inGroup, inLargest] = [false, false]
  for (const [index, figure] of figures.entries()) {
    const place = figures.length - 1 - index
    if (figure === 0) gap = true
    else {
      said += `${gap && said ? '零' : ''}${DIGITS[figure]}${PLACES[place % 4]}`
      gap = false
      inGroup = true
      if (place >= 8) inLargest = true
    }
    if (place === 8 && inLargest) said += '亿'
    else if (place % 8 === 4 && inGroup) said += '万'
    if (place % 4 === 0) inGroup = false
  }
  return said || '零'
}
