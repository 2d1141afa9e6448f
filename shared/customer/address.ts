import { getDomain } from 'tldts'
import { unicodeHost } from './punycode.ts'

/**
 * An address as it is compared: lower case, without space around it, its domain in letters rather than in Punycode;
 * null for what is none. What stands behind a plus is another address.
 */
export function normalisedAddress(address: string | null | undefined): string | null {
  const plain = (address ?? '').normalize('NFKC').trim().toLowerCase()
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(plain)) return null
  const at = plain.indexOf('@') + 1
  return plain.slice(0, at) + unicodeHost(plain.slice(at))
}

/** The host of an address: `a@sales.acme.co.uk` is at `sales.acme.co.uk`. */
export const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The registered domain an address belongs to: `sales.acme.co.uk` is `acme.co.uk`. */
export function domainOf(address: string): string | null {
  return registeredDomain(hostOf(address))
}

export function registeredDomain(host: string): string | null {
  return getDomain(unicodeHost(host.normalize('NFKC').toLowerCase()), { allowPrivateDomains: true })
}
