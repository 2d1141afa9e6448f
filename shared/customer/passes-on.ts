import type { Message } from '#shared/api.ts'

const FORWARD_SUBJECT =
  /^\s{0,4}(?:\[[^\]]{0,40}\]\s{0,4})?(?:fw|fwd|wg|tr|rv|enc|i|pd|doorst|vs|ynt|ilt|转发|轉寄|転送|전달|пересл)\s{0,2}[:：]/i
const MACHINE = /^(?:no-?reply|notif|webform|do-?not-?reply|mailer|alerts?)/i

/** Whether a subject is that of a forwarded mail, in the words of the mail programs of many languages. */
export const isForward = (subject: string): boolean => FORWARD_SUBJECT.test(subject)

const ANSWER_SUBJECT =
  /^\s{0,4}(?:re|aw|res|odp|sv|ynt|antw|отв|bls|回复|回覆|答复|返信|答覆|회신|رد|השב)\s{0,2}(?:\[\d{1,2}\])?\s{0,2}[:：]/i

/** Whether a subject is that of an answer. */
export const isAnswer = (subject: string): boolean => ANSWER_SUBJECT.test(subject)

/** Whether an address is one that programs write from. */
export const isMachine = (address: string): boolean => MACHINE.test(address)

/** Whether somebody else than its sender may have written a mail: only its letter or its Reply-To tell who. */
export const passesOn = ({ subject, from }: Message): boolean =>
  isForward(subject ?? '') || isMachine(from?.address ?? '')
