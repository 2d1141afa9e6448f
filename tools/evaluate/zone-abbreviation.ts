/**
 * Short names of zones as the tz database has them, where `Intl` knows only an offset. Zones without a name of letters
 * are written by their offset, `-03` and `+0545`, as the database does.
 */
const NAMED: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CST',
  'Asia/Taipei': 'CST',
  'Asia/Macau': 'CST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Manila': 'PST',
  'Asia/Jakarta': 'WIB',
  'Asia/Kolkata': 'IST',
  'Asia/Karachi': 'PKT',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
  'Africa/Johannesburg': 'SAST',
  'Africa/Cairo': 'EET',
  'Africa/Algiers': 'CET',
  'Africa/Tunis': 'CET',
  'Europe/Moscow': 'MSK',
}

/** English as it is written where the zones of a region have names that everybody knows. */
const LOCALES: Readonly<Record<string, string>> = {
  Europe: 'en-GB',
  America: 'en-US',
  Pacific: 'en-NZ',
  Australia: 'en-AU',
}

export function zoneAbbreviation(instant: number, timezone: string): string {
  const named = NAMED[timezone]
  if (named) return named
  const name = shortName(instant, timezone, LOCALES[timezone.split('/')[0] ?? ''] ?? 'en')
  if (/^[A-Z]{3,5}$/.test(name)) return name
  const offset = shortName(instant, timezone, 'en', 'longOffset').slice('GMT'.length) || '+00:00'
  return offset.replace(':', '').replace(/00$/, '')
}

function shortName(instant: number, timeZone: string, locale: string, timeZoneName: 'short' | 'longOffset' = 'short') {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
