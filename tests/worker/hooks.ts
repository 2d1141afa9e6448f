import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { NOW, newId } from './firm.ts'

/** Another implementation than the Worker's: the HMAC of what is signed, in base64. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Uint8Array.from(atob(secret.replace('whsec_', '')), (letter) => letter.charCodeAt(0))
  const mac = hmac(sha256, key, new TextEncoder().encode(`${id}.${timestamp}.${body}`))
  return btoa(String.fromCharCode(...mac))
}

/** The headers of a call that is signed, with each of the secrets. */
export function signedHeaders(secrets: readonly string[], body: string, { id = newId(), at = NOW } = {}) {
  const timestamp = String(Math.floor(at / 1000))
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, id, timestamp, body)}`)
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
