/// <reference lib="esnext.intl" />
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { offsetMinutes } from '#shared/time/zone.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'

const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['America/Los_Angeles', 'US', 'CA WA OR NV'],
    ['America/Denver', 'US', 'CO UT MT WY NM ID'],
    ['America/Phoenix', 'US', 'AZ'],
    ['America/Chicago', 'US', 'TX IL MN WI MO IA AR LA MS AL TN OK KS NE SD ND'],
    ['America/New_York', 'US', 'NY NJ PA MA CT RI NH VT ME DE MD DC VA WV NC SC GA FL OH MI IN KY'],
    ['America/Anchorage', 'US', 'AK'],
    ['Pacific/Honolulu', 'US', 'HI'],
    ['America/Vancouver', 'CA', 'BC'],
    ['America/Edmonton', 'CA', 'AB'],
    ['America/Regina', 'CA', 'SK'],
    ['America/Winnipeg', 'CA', 'MB'],
    ['America/Toronto', 'CA', 'ON QC'],
    ['America/Halifax', 'CA', 'NS NB PE'],
    ['Australia/Sydney', 'AU', 'NSW ACT'],
    ['Australia/Melbourne', 'AU', 'VIC'],
    ['Australia/Brisbane', 'AU', 'QLD'],
    ['Australia/Adelaide', 'AU', 'SA'],
    ['Australia/Perth', 'AU', 'WA'],
  ].flatMap(([zone = '', country = '', states = '']) =>
    states.split(' ').map((state) => [`${country}-${state}`, zone]),
  ),
)

/**
 * The clock by which somebody in a country works: its only one; else that of the state or the city in their address;
 * else the country's largest, surely where the mail was sent with that offset.
 */
export function zoneOf(
  country: Found<string>,
  lines: readonly string[],
  sent: { instant: number; offset: number | null } | null,
): Found<string> | null {
  const named = zoneOfCountry(country.value)
  if (named === null) return null
  const largest = current(named)
  const zones = zonesOf(country.value)
  if (zones.length <= 1) return found(largest, country.words, country.certain)
  const state = stateIn(country.value, lines)
  if (state) return state
  const city = cityIn(zones, lines)
  if (city) return city
  const matches = (zone: string) =>
    sent !== null && sent.offset !== null && offsetMinutes(sent.instant, zone) === sent.offset
  if (matches(largest)) return found(largest, country.words, country.certain)
  if (ONE_FOR_MOST.has(country.value)) return found(largest, country.words, country.certain)
  const other = sent?.offset ? zones.find(matches) : undefined
  return found(current(other ?? largest), country.words, false)
}

/** Islands and small regions apart, all of these countries has one clock. */
const ONE_FOR_MOST = new Set('ES PT CN EC CL NZ FR DE MY UA AR GB NL NO DK CY UZ PS VN'.split(' '))

const ZONES = new Map<string, readonly string[]>()

function zonesOf(country: string): readonly string[] {
  const known = ZONES.get(country) ?? askedZones(country)
  ZONES.set(country, known)
  return known
}

function askedZones(country: string): readonly string[] {
  try {
    return new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
  } catch {
    return []
  }
}

/** IANA's names of today for those that `Intl` still gives. */
const RENAMED: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'Europe/Kiev': 'Europe/Kyiv',
}

const current = (zone: string): string => RENAMED[zone] ?? zone

/** `Seattle, WA 98126`: a state stands before the code of the post, or behind a comma at the end. */
function stateIn(country: string, lines: readonly string[]): Found<string> | null {
  for (const line of lines) {
    for (const match of line
      .slice(0, 300)
      .matchAll(/,\s{0,2}([A-Z]{2,3})(?=\s{1,2}(?:\d{4,5}|[A-Z]\d[A-Z])|\s*(?:,|$))/g)) {
      const zone = STATES[`${country}-${match[1]}`]
      if (zone) return found(zone, match[0].replace(/^,\s*/, ''))
    }
  }
  return null
}

/** Zones are called by cities: `America/Monterrey`. */
function cityIn(zones: readonly string[], lines: readonly string[]): Found<string> | null {
  for (const line of lines.slice(0, 60)) {
    const small = folded(line)
    for (const zone of zones) {
      const city = folded(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '))
      const at = small.indexOf(city)
      const alone = at >= 0 && !/\p{L}/u.test(small.charAt(at - 1)) && !/\p{L}/u.test(small.charAt(at + city.length))
      if (alone) return found(current(zone), line.slice(at, at + city.length))
    }
  }
  return null
}
