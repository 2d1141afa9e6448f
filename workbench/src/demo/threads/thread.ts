import type { Installment, Order } from '#shared/trade/index.ts'
import { FIRM_TIMEZONE, type Firm } from '../firm.ts'
import { addressOf, aliasOf, type StaffKey } from '../staff.ts'
import { instantIn } from '../zone-offset.ts'
import { type Mail, messageOf, type Party } from './mime.ts'

/** A mail of the workbench's mailbox. */
export interface DemoMail {
  /** Names its files; letters, digits and dashes. */
  readonly id: string
  /** RFC 5322, ASCII only. */
  readonly raw: string
  readonly folder: 'inbox' | 'sent'
}

/** A mail as it is written down here: days ago, and minutes of the day on the writer's clock. */
export interface Draft
  extends Omit<Mail, 'at' | 'timezone' | 'encoding' | 'charset'>,
    Partial<Pick<Mail, 'timezone' | 'encoding' | 'charset'>> {
  readonly id: string
  readonly ago: number
  readonly minute: number
  readonly folder?: 'sent'
  /** It lies in the mailbox, and nobody has filed it with a customer. */
  readonly unfiled?: true
}

/** A mail of a running thread: when it was sent, in place of how long ago. */
export type RunningMail = Omit<Draft, 'ago' | 'minute'> & Pick<Mail, 'at' | 'timezone'>

/** What the writers know about the planted orders. */
export interface Book {
  /** Document number of an order such as `trilha-sul/overdue`. */
  readonly no: (order: string) => string
  readonly order: (order: string) => { readonly order: Order; readonly installments: readonly Installment[] }
}

export const staff = (key: StaffKey): Party => [aliasOf(key), addressOf(key)]
export const SALES: Party = ['Bluewhale Outdoor Sales', 'sales@bluewhale-outdoor.example']

/** The mails in time, the oldest first. Without a zone the writer sits in the firm. */
export function inTime(firm: Firm, drafts: readonly Draft[]): RunningMail[] {
  return drafts
    .map(({ ago, minute, timezone = FIRM_TIMEZONE, ...draft }) => {
      return { ...draft, timezone, at: Math.min(instantIn(timezone, firm.day - ago, minute), firm.now) }
    })
    .toSorted((a, b) => a.at - b.at)
}

/** A mail as it lies in the mailbox. */
export function inMailbox({ id, folder, ...mail }: RunningMail): DemoMail {
  return { id, folder: folder ?? 'inbox', raw: messageOf({ charset: 'utf-8', encoding: 'quoted-printable', ...mail }) }
}
