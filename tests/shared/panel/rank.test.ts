import { expect, test } from 'vitest'
import { ranked } from '#shared/customer/ranking.ts'
import type { Widget } from '#shared/panel/panel.ts'
import { renderText } from '#shared/panel/render/text.ts'
import { rankWidgets, repurchaseAtRisk } from '#shared/panel/sections/rank.ts'
import { stepWords } from '#shared/panel/sections/step-words.ts'
import type { Customer } from '#shared/trade/index.ts'
import { aCustomer } from '../../fixtures/builders.ts'
import { aView } from '../../fixtures/deal-file.ts'
import { bought, TODAY } from '../customer/buyings.ts'
import { panelOf } from './panels.ts'

const NOW = Date.parse(`${TODAY}T01:00:00Z`)
const view = (language: 'en' | 'zh-CN') => aView({ language, today: TODAY, now: NOW, currency: 'CNY' })

/** Vector 2 of the domain: 62.5, a B. They used to order every hundred days. */
const GROWTH = bought([
  { ago: 81, amount: 400_000_00, profit: 60_000_00 },
  { ago: 200, amount: 100_000_00, profit: 16_000_00 },
  { ago: 300, amount: 100_000_00, profit: 20_000_00 },
  { ago: 667, amount: 80_000_00 },
])

function aRanked(given: Partial<Customer> = {}, buying = GROWTH): Customer {
  const before = aCustomer({ id: 'c', ...given })
  return { ...before, ...ranked(before, buying, { today: TODAY, now: NOW }).values }
}

const wordsOf = (widgets: readonly Widget[]): string => renderText(panelOf(...widgets))

test('why a customer is a B, from the same numbers, and what is missing to an A', () => {
  const said = wordsOf(rankWidgets(aRanked({ tier_score: 625 }), view('en')))
  for (const part of [
    'M 70×30 % = 21.0 · F 60×20 % = 12.0 · P 60×25 % = 15.0 · R 70×15 % = 10.5 · Y 40×10 % = 4.0 → 62.5 = B',
    'M: CNY 680,000.00 shipped in all · F: 3 orders in 365 days',
    'P: CNY 96,000.00 gross profit in 365 days · R: last order 2026-04-10, 81 days ago · Y: since 2024-09-01',
    'To A: +12.5, e.g. 4 orders in 365 days (F 75) → 65.5; gross profit of CNY 150,000.00 (P 80) → 70.5; an order within 30 days (R 100) → 75.0',
    '2026-08-07',
    '81 days since the last order, usually every 119: in rhythm',
  ]) {
    expect(said).toContain(part)
  }
  const inChinese = wordsOf(rankWidgets(aRanked({ tier_score: 625 }), view('zh-CN')))
  expect(inChinese).toContain('升至 A：还差 12.5，例如 近365天达 4 单（F 75） → 65.5')
  expect(inChinese).toContain('距上次下单 81 天，通常每 119 天一单：正常')
})

test('who may not see profit reads the points and no amount of it', () => {
  const { profit_12m: _, ...seen } = aRanked()
  const said = wordsOf(rankWidgets(seen as Customer, view('en')))
  expect(said).toContain('P 60×25 % = 15.0')
  expect(said).not.toMatch(/96,000|gross profit in 365/)
  expect(said).toContain('R: last order 2026-04-10')
})

test('where it is going: the tier before, with the day, else the score before', () => {
  expect(wordsOf(rankWidgets(aRanked({ tier: 'C', tier_computed: 'C' }), view('en')))).toMatch(
    /C → B.*up · 2026-06-30/s,
  )
  expect(wordsOf(rankWidgets(aRanked({ tier: 'B', tier_score: 700 }), view('en')))).toMatch(/70\.0 → 62\.5.*down/s)
  expect(wordsOf(rankWidgets(aRanked({ tier: 'B', tier_score: 625 }), view('en')))).not.toContain('Trend')
})

test('a tier that somebody has set, with its reason and its end; the figures still say theirs', () => {
  const set = {
    tier: 'A',
    tier_override: 'A',
    tier_override_reason: 'Large tender',
    tier_override_until: '2026-12-31',
  } as const
  const said = wordsOf(rankWidgets(aRanked({ ...set, tier_override_by: 'd' }), view('en')))
  expect(said).toContain('A until 2026-12-31')
  expect(said).toContain('Large tender')
  expect(said).toContain('62.5 = B')
})

test('who should have bought by now is seen at a glance, nobody else', () => {
  const late = aRanked({}, bought([86, 146, 206, 266].map((ago) => ({ ago }))))
  expect(late.churn_status).toBe('at_risk')
  expect(repurchaseAtRisk(late, view('en'))).toEqual([
    {
      kind: 'fact',
      label: 'Next order expected',
      value: '2026-06-04',
      detail: '86 days since the last order, usually every 60: at risk',
      tone: 'warning',
    },
  ])
  expect(repurchaseAtRisk(aRanked(), view('en'))).toEqual([])
})

test('nothing is said of a customer that nobody has ranked, or whose reasons cannot be read', () => {
  expect(rankWidgets(aCustomer({ id: 'c' }), view('en'))).toEqual([])
  expect(rankWidgets(aCustomer({ id: 'c', tier_explain: ['?'] }), view('en'))).toEqual([])
})

test.each([
  ['tier:B>A:780:score:', 'Tier B → A (78.0)', '等级 B → A (78.0)'],
  ['tier:C>A:180:override:a: b', 'Tier C → A, set by hand: a: b', '等级 C → A，人工指定：a: b'],
  [
    'churn:at_risk:2026-06-04:86',
    'Expected to order on 2026-06-04, 86 days since the last order: at risk',
    '预计 2026-06-04 下单，距上次下单 86 天：有流失风险',
  ],
  ['tier:', null, null],
  ['churn:happy:2026-06-04:86', null, null],
])('%s is said on the timeline', (snippet, en, zh) => {
  expect([stepWords(snippet, 'en'), stepWords(snippet, 'zh-CN')]).toEqual([en, zh])
})
