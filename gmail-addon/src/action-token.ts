import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Target } from '#shared/panel/panel.ts'
import type { Intent } from '#shared/panel/render/card-intent.ts'

/** Whom a token is good for. */
export interface Bearer {
  /** The reader's id in Quayside. */
  readonly user: string
  /** Gmail's id of the open mail; null on the homepage. */
  readonly message: string | null
}

/** How long a card that stays open can be pressed: a working day. */
export const LIFETIME_SECONDS = 12 * 60 * 60

/** Names what the token is for, so that no other token made with the same key passes for one. */
const TYPE = 'quayside-press+jwt'

/** The key of a secret of at least 32 random bytes. Imported once: a card signs a dozen tokens. */
export function signingKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  if (secret.length < 32) throw new RangeError('the secret of card tokens is too short')
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

interface Signing {
  /** Made by {@link signingKey}. */
  readonly key: CryptoKey
  /** ms UTC. */
  readonly now: number
}

/** An intent that a card carries through Gmail. `id` is new for every token: it serves as the Idempotency-Key. */
export function signIntent(
  { about, ...meaning }: Intent,
  bearer: Bearer,
  { key, now, id }: Signing & { readonly id: string },
): Promise<string> {
  const seconds = Math.floor(now / 1000)
  const { target, ...act } = { target: undefined, ...meaning }
  return new SignJWT({ msg: bearer.message, act, ...(target ? { tgt: target } : {}), ...(about ? { abt: about } : {}) })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(bearer.user)
    .setJti(id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME_SECONDS)
    .sign(key)
}

export type TokenReading =
  | { readonly kind: 'read'; readonly intent: Intent; readonly id: string }
  | { readonly kind: 'refused'; readonly why: TokenRefusal }

/** `expired` is the one that happens to honest people: an old card, or one from before an update of Quayside. */
export type TokenRefusal = 'expired' | 'altered' | 'another_user' | 'another_message'

/** What a press meant, when the token is ours, still good, and this reader's beside this mail. */
export async function readActionToken(token: string, bearer: Bearer, { key, now }: Signing): Promise<TokenReading> {
  const verified = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    typ: TYPE,
    currentDate: new Date(now),
    requiredClaims: ['sub', 'msg', 'act', 'jti', 'iat', 'exp'],
  }).then(
    ({ payload }) => payload,
    (error: unknown): TokenRefusal => (error instanceof errors.JWTExpired ? 'expired' : 'altered'),
  )
  if (typeof verified === 'string') return refused(verified)
  if (verified.sub !== bearer.user) return refused('another_user')
  if (verified.msg !== bearer.message) return refused('another_message')
  const claims = Claims.safeParse(verified)
  if (!claims.success) return refused('expired')
  const { act, tgt, abt, jti } = claims.data
  const intent = MeaningClaims.safeParse({ ...act, ...(tgt ? { target: tgt } : {}) })
  if (!intent.success) return refused('expired')
  return { kind: 'read', intent: { ...intent.data, ...(abt ? { about: abt } : {}) }, id: jti }
}

const refused = (why: TokenRefusal): TokenReading => ({ kind: 'refused', why })

const TargetClaim: z.ZodType<Target> = z.strictObject({
  type: z.string(),
  id: z.string(),
  version: z.int().min(1).optional(),
})

const Claims = z.object({
  jti: z.string().min(1),
  act: z.looseObject({ kind: z.string() }),
  tgt: TargetClaim.optional(),
  abt: TargetClaim.optional(),
})

const place = { section: z.string(), action: z.string(), target: TargetClaim, full: z.literal(true).optional() }

const MeaningClaims: z.ZodType<Intent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('panel'), section: z.string().optional() }),
  z.strictObject({ kind: z.literal('rest'), section: z.string() }),
  z.strictObject({ kind: z.literal('section'), section: z.string(), from: z.int().min(0).optional() }),
  z.strictObject({ kind: z.literal('record'), target: TargetClaim }),
  z.strictObject({ kind: z.literal('form'), ...place }),
  z.strictObject({ kind: z.literal('submit'), optional: z.array(z.string()), ...place }),
])
