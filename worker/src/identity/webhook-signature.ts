/**
 * Signatures as Standard Webhooks has them (standardwebhooks.com, specification 1.0.0): `v1,` and the HMAC-SHA256 in base64 of
 * `id.timestamp.body`, of bytes as they came.
 */

/** How far the clock of whoever signs may be from ours, either way. */
const TOLERANCE_S = 5 * 60

/** A header has one for each secret that is in use; what comes after these is not looked at. */
const SIGNATURES_MAX = 8

const PREFIX = 'whsec_'

/** The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` as they came. */
export interface Signed {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** 256 bits of chance: `whsec_` and their base64. */
export const newWebhookSecret = (): string => PREFIX + base64(crypto.getRandomValues(new Uint8Array(32)))

/** Whether it was signed about now (ms UTC). Nothing is kept: whether the same came before is another question. */
export function isTimely(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_S
}

/** Whether any of the signatures was made with any of the secrets. WebCrypto compares, in the same time whatever differs. */
export async function isSigned(
  { id, timestamp, signature, body }: Signed,
  secrets: readonly string[],
): Promise<boolean> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(head.length + body.length)
  content.set(head)
  content.set(body, head.length)
  const given = signature.split(' ', SIGNATURES_MAX).flatMap((one) => {
    const bytes = one.startsWith('v1,') ? bytesOf(one.slice('v1,'.length)) : null
    return bytes ? [bytes] : []
  })
  const keys = await Promise.all(secrets.map(keyOf))
  const checks = keys.flatMap((key) => given.map((bytes) => crypto.subtle.verify('HMAC', key, bytes, content)))
  return (await Promise.all(checks)).includes(true)
}

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = bytesOf(secret.slice(PREFIX.length))
  if (!bytes) throw new TypeError('no secret of a webhook')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

/** Base64 as it is written, to the last bit: `atob` passes over what is left of the last letter, and one signature would have four spellings. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    return base64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
