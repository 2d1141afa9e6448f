import type { Occasion } from './event.ts'

/** Who the reader is: without it Google sends no user token. */
const EMAIL = 'https://www.googleapis.com/auth/userinfo.email'
/** The open mail and no other of the mailbox: sensitive, not restricted (developers.google.com/gmail/api/auth/scopes). */
const OPEN_MAIL = 'https://www.googleapis.com/auth/gmail.addons.current.message.readonly'

/** Drafts, for as long as somebody uses the add-on beside a mail: the one that Google calls neither sensitive nor restricted. */
const DRAFTS = 'https://www.googleapis.com/auth/gmail.addons.current.action.compose'

/** What each occasion needs the reader's consent to. A press follows something that was shown, so it needs no more. */
export const SCOPES: Readonly<Record<Occasion, readonly string[]>> = {
  home: [EMAIL],
  message: [EMAIL, OPEN_MAIL],
  press: [EMAIL],
}

/** What a press needs beyond, that puts a letter into a reply. Nobody is asked for it before. */
export const WRITING: readonly string[] = [DRAFTS]
