import type { Message } from '#shared/api.ts'
import { mailKey } from '#shared/customer/mail-key.ts'
import type { Tenant } from '#shared/trade/index.ts'

export type BodyPolicy = NonNullable<Tenant['body_policy']>

/** How much of a mail is kept where the firm says nothing. */
export const USUAL_POLICY: BodyPolicy = 'snippet'

/** What an item is known by: the mail's Message-ID; of a mail without a usable one, its headers and what is in it. */
export function itemKey(message: Message, contentHash: string): string {
  const key = mailKey(message)
  return key === message.messageId ? key : `${key} sha256:${contentHash}`
}

/**
 * Between which keys the item of a mail lies. Of one without Message-ID whose content is not known, any with its headers will
 * do; with known content only the one that was filed by its headers alone.
 */
export function keysOf(message: Message, isContentKnown: boolean): { readonly from: string; readonly to: string } {
  const from = itemKey(message, '')
  return { from, to: from === message.messageId || isContentKnown ? from : `${from}~` }
}
