import { getDomain } from 'tldts'

/** An address as it is compared: lower case, without space around it; null for what is none. */
export function normalisedAddress(address: string | null | undefined): string | null {
  const plain = (address ?? '').normalize('NFKC').trim().toLowerCase()
  return /^[^\s@<>]+@[^\s@<>]+$/.test(plain) ? plain : null
}

/** The registered domain an address belongs to: `sales.acme.co.uk` is `acme.co.uk`. */
export function domainOf(address: string): string | null {
  return registeredDomain(address.slice(address.lastIndexOf('@') + 1))
}

export function registeredDomain(host: string): string | null {
  return getDomain(host.toLowerCase(), { allowPrivateDomains: true })
}
