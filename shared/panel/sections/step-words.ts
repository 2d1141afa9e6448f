import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { formatScaled } from '#shared/money/amount.ts'
import { DEPOSITS } from '#shared/order/deposits.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import { document as documentType } from '#shared/trade/document.ts'
import { order as orderType } from '#shared/trade/order.ts'

/**
 * What a step of the house is called in its reader's language: a timeline keeps the step as a key, such as `exec_status:ready`
 * or `eta:2026-11-20>2026-11-28`. Null for what is no such key.
 */
export function stepWords(snippet: string | null, language: Language): string | null {
  const [, step = '', told = ''] = snippet?.match(/^(\w+):(.*)$/s) ?? []
  return Object.hasOwn(STEPS, step) ? (STEPS[step]?.(told, language) ?? null) : null
}

const STEPS: Readonly<Record<string, (told: string, language: Language) => string | null>> = {
  exec_status: (told, language) => wordIn(orderType.fields.exec_status.choices, told, language),
  stage: (told, language) => stagesMoved(told, language),
  document: (told, language) => {
    const word = wordIn(documentType.fields.type.choices, told, language)
    return word && say(text('{paper} issued', '已出具{paper}'), language, { paper: word })
  },
  etd: (told, language) => between(text('ETD {from} → {to}', '预计开船 {from} → {to}'), told, language),
  eta: (told, language) => between(text('ETA {from} → {to}', '预计到港 {from} → {to}'), told, language),
  written_off: (told, language) => say(text('Part {part} written off', '第 {part} 期已核销'), language, { part: told }),
  total: (told, language) => {
    const [amounts = '', reason = ''] = parted(told)
    const said = between(text('Total {from} → {to}', '总金额 {from} → {to}'), amounts, language)
    // Those of before a reason was asked for have none.
    return said && told.includes(':')
      ? say(text('{said}: {reason}', '{said}：{reason}'), language, { said, reason })
      : said
  },
  shipped: (told, language) => {
    const [amounts = '', what = ''] = parted(told)
    const said = between(text('Total {from} → {to}', '总金额 {from} → {to}'), amounts, language)
    return said && say(text('{said}: shipped {what}', '{said}：实际出运 {what}'), language, { said, what })
  },
  hold: (told, language) => {
    const [kind = '', reason = ''] = parted(told)
    const word = wordIn(orderType.fields.hold_kind.choices, kind, language)
    return word && say(text('On hold ({kind}): {reason}', '暂停（{kind}）：{reason}'), language, { kind: word, reason })
  },
  deposit_waived: (told, language) =>
    say(text('Production may start before the deposit: {reason}', '免定金先投产：{reason}'), language, {
      reason: told,
    }),
  released: (_, language) => say(text('Goes on', '已恢复'), language),
  cancelled: (told, language) => {
    const [deposit = '', reason = ''] = parted(told)
    const word = wordIn(DEPOSITS, deposit, language)
    return say(text('Cancelled: {reason}', '已取消：{reason}'), language, { reason }) + (word ? ` · ${word}` : '')
  },
  tier: (told, language) => {
    const [tiers = '', score = '', basis = '', ...reason] = told.split(':')
    const said = between(text('Tier {from} → {to}', '等级 {from} → {to}'), tiers, language)
    if (!said) return null
    if (basis === 'override') {
      return say(text('{said}, set by hand: {reason}', '{said}，人工指定：{reason}'), language, {
        said,
        reason: reason.join(':'),
      })
    }
    return score ? `${said} (${formatScaled(Number(score), 1)})` : said
  },
  churn: (told, language) => {
    const [status = '', expected = '', days = ''] = told.split(':')
    const word = wordIn(customerType.fields.churn_status.choices, status, language)
    const sentence = text(
      'Expected to order on {expected}, {days} days since the last order: {word}',
      '预计 {expected} 下单，距上次下单 {days} 天：{word}',
    )
    return word && say(sentence, language, { expected, days, word })
  },
  credit: (_, language) => say(text('More received than is owed', '已多收款，待退或抵扣'), language),
}

/** A key, and what somebody wrote. */
const parted = (told: string): string[] => [told.split(':', 1)[0] ?? '', told.slice(told.indexOf(':') + 1)]

function between(sentence: Text, told: string, language: Language): string | null {
  const [from, to] = told.split('>')
  return from && to ? say(sentence, language, { from, to }) : null
}

function wordIn(choices: Readonly<Record<string, Text>>, key: string, language: Language): string | null {
  return Object.hasOwn(choices, key) ? (choices[key]?.[language] ?? null) : null
}

/** From the stages of before to those of now, by the names that they had: `[[{en, zh-CN}], [{…}]]`. */
function stagesMoved(told: string, language: Language): string | null {
  const [from, to] = namesIn(told).map((names) =>
    names
      .map((name) => name?.[language])
      .filter(Boolean)
      .join(', '),
  )
  if (!to) return null
  return from ? say(text('{from} → {to}', '{from} → {to}'), language, { from, to }) : to
}

/** A snippet can be written over the API as well: what is no such list says nothing. */
function namesIn(told: string): (Text | null)[][] {
  try {
    const read: unknown = JSON.parse(told)
    return Array.isArray(read) && read.every(Array.isArray) ? read : []
  } catch {
    return []
  }
}
