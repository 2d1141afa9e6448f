/**
 * Why an address is none that Microsoft 365 and Google Workspace could call, as a sentence; null when it is one:
 * `https://`, a host, a port at most, and written as browsers write it.
 */
export function originProblem(address: string, { local = false } = {}): string | null {
  const url = URL.parse(address)
  if (!url)
    return `The origin must be an address such as https://quayside.example.com: ${JSON.stringify(address)} is none.`
  if (url.protocol !== 'https:') return `The origin must begin with https://: ${JSON.stringify(address)} does not.`
  if (url.username || url.password) return 'The origin must not hold a user name or a password.'
  if (!HOST.test(url.hostname) || url.hostname.length > 253) {
    return `The origin must name one host: ${JSON.stringify(url.hostname)} is none that could be called.`
  }
  if (!local && LOOPBACK.test(url.hostname)) return 'The origin is this very machine, which nobody else can call.'
  return address === url.origin ? null : `The origin must be written as ${url.origin}, with nothing behind it.`
}

/** Labels of letters, digits and hyphens; an address by number in brackets is none. */
const HOST = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

const LOOPBACK = /^(localhost|(.*\.)localhost|127\.[\d.]+|0\.0\.0\.0)$/
