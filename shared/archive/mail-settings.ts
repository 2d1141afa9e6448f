import type { BodyPolicy } from './item-key.ts'

/** `GET /v1/mail_settings`: what the firm keeps of mails, and what it wants filed by itself. */
export interface MailSettings {
  /** Of the firm's record: what is sent back in `If-Match`. */
  readonly version: number
  readonly body_policy: BodyPolicy
  readonly files_threads: boolean
  readonly files_replies: boolean
  /** Whether who writes first is told by a mail that their inquiry has arrived. */
  readonly acknowledges: boolean
  /** Whether who asks may change them. */
  readonly may_edit: boolean
}
