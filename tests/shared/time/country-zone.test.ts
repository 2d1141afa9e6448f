import { expect, test } from 'vitest'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { isTimezone, offsetMinutes } from '#shared/time/zone.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const names = new Intl.DisplayNames(['en'], { type: 'region' })
/** Every code that stands for a place, with the zones it has. */
const countries = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
  .filter((code) => names.of(code) !== code)
  .map((code) => [code, new Intl.Locale(`und-${code}`).getTimeZones() ?? []] as const)
  // Where nobody does business: Antarctica, the small islands of the USA, and codes of former states.
  .filter(([code]) => !['AQ', 'UM', 'SU', 'ZR'].includes(code))

test('a country keeps the clock of one of its own zones', () => {
  for (const [code, zones] of countries.filter(([, zones]) => zones.length > 0)) {
    const zone = zoneOfCountry(code) ?? ''
    expect([code, isTimezone(zone)]).toEqual([code, true])
    const same = (other: string) =>
      [0, 6].every(
        (month) => offsetMinutes(Date.UTC(2026, month, 15), zone) === offsetMinutes(Date.UTC(2026, month, 15), other),
      )
    expect([code, zones.some(same)]).toEqual([code, true])
  }
})

test('where clocks differ, it is that of the largest place of business', () => {
  expect(['US', 'BR', 'AU', 'MX', 'RU', 'ES'].map(zoneOfCountry)).toEqual([
    'America/New_York',
    'America/Sao_Paulo',
    'Australia/Sydney',
    'America/Mexico_City',
    'Europe/Moscow',
    'Europe/Madrid',
  ])
  const differing = countries.filter(([, zones]) => {
    const clocks = zones.map((zone) => [0, 6].map((month) => offsetMinutes(Date.UTC(2026, month, 15), zone)).join())
    return new Set(clocks).size > 1
  })
  // One more here needs one more in the table: the first of its zones would be some island or outpost.
  expect(differing.map(([code]) => code).join(' ')).toBe(
    'AU BR CA CD CL CN EC ES FM GL ID KI MN MX NZ PF PG PT RU UA US',
  )
})

test('nobody knows the clock of no country, or of one that does not exist', () => {
  expect([null, '', 'QQ', 'ZZ', '<b>'].map(zoneOfCountry)).toEqual([null, null, null, null, null])
})
