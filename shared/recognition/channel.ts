import { isMachine } from '#shared/customer/passes-on.ts'
import { fairIn } from './extras.ts'
import { type Found, found } from './found.ts'
import type { Letter } from './letter.ts'
import type { ReceivedMail } from './mail.ts'
import type { Pair } from './pairs.ts'
import { clausesOf } from './passage.ts'

/** By which way a mail came: `email`, `website`, `b2b_platform:TradePlaza`, `fair:Canton Fair`. */
export function channelOf(
  mail: ReceivedMail,
  letter: Letter,
  form: readonly Pair[],
  isOwn: (address: string) => boolean,
): { readonly channel: Found<string>; readonly platform: boolean } {
  const from = mail.from?.address ?? ''
  const machine = mail.automatic || isMachine(from)
  if (form.length > 0 && isOwn(from)) return { channel: found('website', from), platform: false }
  if (form.length > 0 && machine && mail.replyTo && !sameDomain(mail.replyTo.address, from.split('@')[1] ?? '')) {
    const name = platformName(mail)
    return { channel: found(`b2b_platform:${name}`, name), platform: true }
  }
  if (form.length > 0 && machine) {
    const name = platformName(mail)
    return { channel: found(`b2b_platform:${name}`, name), platform: mail.replyTo !== null }
  }
  const fair = fairIn(clausesOf([letter.subject, ...letter.covering, ...letter.body]))
  return {
    channel: fair ? found(`fair:${fair.value}`, fair.words, fair.certain) : found('email', from),
    platform: false,
  }
}

const sameDomain = (address: string, domain: string): boolean =>
  address.toLowerCase().endsWith(`@${domain.toLowerCase()}`)

/** What a platform calls itself: in brackets before the subject, else as its sender. */
function platformName(mail: ReceivedMail): string {
  const [, tag] = /^\s{0,3}\[([^\]]{2,30})\]/.exec(mail.subject) ?? []
  const sender = mail.from?.name.replace(/\s+(?:notifications?|alerts?|messages?|inquir\w+|team|service)$/i, '') ?? ''
  return tag ?? (sender || (mail.from?.address.split('@')[1] ?? ''))
}
