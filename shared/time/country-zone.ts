/// <reference lib="esnext.intl" />

/**
 * The clock people in a country most likely work by (IANA), for a buyer of whom no more than the country is known:
 * the country's only one, else that of its largest place of business. Null where nobody knows.
 */
export function zoneOfCountry(country: string | null): string | null {
  if (country === null) return null
  let zone = ZONES.get(country)
  if (zone === undefined) {
    zone = SEVERAL_CLOCKS[country] ?? onlyZoneOf(country)
    ZONES.set(country, zone)
  }
  return zone
}

const ZONES = new Map<string, string | null>()

function onlyZoneOf(country: string): string | null {
  try {
    return new Intl.Locale(`und-${country}`).getTimeZones()?.[0] ?? null
  } catch {
    return null
  }
}

/** Countries whose clocks differ. */
const SEVERAL_CLOCKS: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
}
