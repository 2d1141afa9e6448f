import type { Viewer } from '#shared/access/field-class.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import type { StandsFor } from '#shared/staff/leave.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Quotation } from '#shared/trade/index.ts'
import type { FromMail } from '#shared/workflow/offer/from-mail.ts'
import type { Placed } from './layout.ts'
import type { Form, Section } from './panel.ts'

/** Who looks, when, and in which language. Sections know nothing else of the outside. */
export interface View extends Viewer {
  readonly language: Language
  /** ms UTC. */
  readonly now: number
  /** Today in the firm's zone. */
  readonly today: CivilDate
  readonly timezone: string
  /** ISO 4217: what the firm keeps its books in. */
  readonly currency: string
  /** Mail domains of the firm's own staff. */
  readonly domains: readonly string[]
  readonly viewer: Looking
  /** Where the desk is, `https://…` without a path; null for a panel on the desk itself. */
  readonly desk: string | null
  /** Which sections of a customer's panel they have, in which order; by the standard where nothing is said. */
  readonly layout?: readonly Placed[]
  /** What the open mail says, read when a form asks for it; null where it has no text, absent where its letter did not come along. */
  readonly reading?: (() => MailReading) | null
  /** What shows that in the panel itself; it comes with the rules by which a mail is read. */
  readonly asked?: AskedSection
  /** Lays the open mail beside an offer, where its letter came along. */
  readonly beside?: MailBesideOffer
  /** The forms of the actions that belong to a section; see `shared/workflow/actions`. */
  readonly offers: (section: string) => readonly Form[]
}

/** Who looks, and for whom they stand in just now. */
export interface Looking {
  readonly id: string
  readonly alias: string
  readonly standsFor?: readonly StandsFor[]
}

/** What the open mail asks for, and the forms that make an offer of it at once. */
export interface AskedSection extends SectionBuilder<Situation> {
  readonly offers: (
    situation: Situation,
    view: View,
  ) => readonly { readonly form: Form; readonly on: Standing | null }[]
}

/** The open mail laid beside an offer of the deal. */
export interface MailBesideOffer {
  /** What the mail wants otherwise than the offer that it answers, and the form that takes it over; null where nothing. */
  readonly section: (file: DealFile, view: View) => Omit<Section, 'key'> | null
  /** What the next version of an offer begins with because the mail wants it so. */
  readonly takenOver: (quotation: Quotation, file: DealFile, language: Language) => FromMail
}

/** One section of a panel about `F`. Null leaves it out. */
export interface SectionBuilder<F> {
  readonly key: string
  readonly build: (file: F, view: View) => Omit<Section, 'key'> | null
}
