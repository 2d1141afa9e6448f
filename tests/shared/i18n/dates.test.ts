import { expect, test } from 'vitest'
import { countryName, distance, hoursApart, localTime, span } from '#shared/i18n/dates.ts'
import { languageOf, say, text } from '#shared/i18n/language.ts'

const NOW = Date.parse('2026-10-20T01:00:00Z')

test('distances are said as a person says them', () => {
  const said = (date: string) => distance(date, '2026-10-20', 'en')
  expect(['2026-10-20', '2026-10-21', '2026-10-19', '2026-10-23', '2026-09-28'].map(said)).toEqual([
    'today',
    'tomorrow',
    '1 day late',
    'in 3 days',
    '22 days late',
  ])
  expect(distance('2026-09-28', '2026-10-20', 'zh-CN')).toBe('逾期22天')
})

test('a length of time is said in its largest unit, and never longer than it is', () => {
  expect([0, 59, 60, 119, 47 * 60 + 59, 48 * 60, 14.5 * 24 * 60].map((minutes) => span(minutes, 'en'))).toEqual([
    '0 min',
    '59 min',
    '1 h',
    '1 h',
    '47 h',
    '2 days',
    '14 days',
  ])
  expect(span(90, 'zh-CN')).toBe('1小时')
})

test('the time there, and how far off it is', () => {
  expect(localTime(NOW, 'America/Sao_Paulo', 'en')).toBe('Mon 22:00')
  expect(hoursApart(NOW, 'America/Sao_Paulo', 'Asia/Shanghai', 'en')).toBe('11 h behind')
  expect(hoursApart(NOW, 'Asia/Kathmandu', 'Asia/Shanghai', 'en')).toBe('2.25 h behind')
  expect(hoursApart(NOW, 'Asia/Tokyo', 'Asia/Shanghai', 'zh-CN')).toBe('早1小时')
  expect(hoursApart(NOW, 'Asia/Shanghai', 'Asia/Shanghai', 'en')).toBe('same time as here')
})

test('countries have their names, an unknown code itself', () => {
  expect([countryName('BR', 'en'), countryName('BR', 'zh-CN'), countryName('QQ1', 'en')]).toEqual([
    'Brazil',
    '巴西',
    'QQ1',
  ])
})

test('a value in a sentence is data: braces in it are not filled again', () => {
  expect(say(text('{a} and {b}', '{a}和{b}'), 'en', { a: '{b}', b: 'x' })).toBe('{b} and x')
})

test('any Chinese is zh-CN, everything else English', () => {
  expect(['zh', 'zh-TW', 'ZH-cn', 'de', '', undefined].map(languageOf)).toEqual([
    'zh-CN',
    'zh-CN',
    'zh-CN',
    'en',
    'en',
    'en',
  ])
})
