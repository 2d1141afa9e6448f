import type { Verb } from '#shared/access/grant.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { Message, Problem } from '#shared/api.ts'
import type { Claims } from '#shared/customer/claim-limits.ts'
import type { Distribution } from '#shared/customer/distribution.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { Superiors } from '#shared/deal/deal-file.ts'
import type { WriteReply } from '#shared/order/write-reply.ts'
import type { Form } from '#shared/panel/panel.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { WantedPaper } from '#shared/paper/issue.ts'
import type { Change, Values } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { RecordOf } from '#shared/record/record-type.ts'
import type { Colleague } from '#shared/staff/leave.ts'
import type { Interaction, TypeName, Types } from '#shared/trade/index.ts'
import type { FoundCustomer, Sought } from './sought.ts'

/**
 * Something a person can do beside a mail or a row. One file per action; it says where it shows,
 * what it asks, and decides. Deciding is pure: it answers with what is to be written, as data.
 */
export interface Action<T extends TypeName = TypeName> {
  /** As in `/v1/actions/{name}`. */
  readonly name: string
  /** The type of record it acts on. */
  readonly on: T
  /** True when it makes a record of that type: its target is `{type, id: 'new'}`. */
  readonly makes?: true
  /** True when it adds to the record without changing what is on it: no version is asked for. */
  readonly adds?: true
  /** True when it is several steps, of which a call names one: `/v1/actions/advance-quotation:send`. */
  readonly steps?: true
  /** True when it gives out inquiries or takes one: it knows who has how many. */
  readonly distributes?: true
  /** True when it tells people by tasks and mails: who has the post of finance is known. */
  readonly alerts?: true
  /** True when it names a colleague: the staff is known. */
  readonly knowsStaff?: true
  /** True when a deal begins with it: who is above whoever acts is known, for its road may begin with an approval by them. */
  readonly begins?: true
  /** True when a paper is made of the record: what stands on one is loaded along. */
  readonly prints?: true
  /** True when a letter goes with what it stores: a call that was made before writes the letter again, and stores nothing. */
  readonly writes?: true
  /** What somebody must be allowed to do, with a record that they stand to as to the one it acts on. */
  readonly needs: { readonly type: TypeName; readonly verb: Verb }
  /** Of an action that is several steps: the verb that one of them takes, where it is another. */
  readonly stepVerb?: (step: string) => Verb | undefined
  /** To what else they must stand so, when it is not the record it acts on; or how they stand to the record that it makes. */
  readonly stands?: (situation: Situation) => Standing
  /** The section of a panel that offers it. */
  readonly section: string
  /** The forms it offers in a situation; those that the reader may not send are left out by whoever asks. */
  readonly offers: (situation: Situation, view: View) => readonly Offer[]
  /** What it has to look for by what was typed; nothing of it has been checked yet. */
  readonly seeks?: (input: Values) => Sought
  /** The keys (`message_id`) of timeline items that it may have made before; nothing typed has been checked yet. */
  readonly refiles?: (input: Values, target: { readonly id: string }) => readonly string[]
  /** The input it takes for this target, validated before it decides. */
  fields(context: Omit<Context<T>, 'input'>): Fields
  decide(context: Context<T>): Decision
}

/** What of an action is loaded when it is done: few starts need it. */
export type Late<T extends TypeName = TypeName> = Pick<Action<T>, 'decide' | 'refiles'> &
  Partial<Pick<Action<T>, 'fields'>>

/** An action that is decided by what is loaded then. */
export type LateAction<T extends TypeName = TypeName> = Omit<Action<T>, 'decide' | 'refiles'> & {
  readonly late: () => Promise<Late<T>>
}

/** The whole of an action. */
export const wholeAction = async (action: Action | LateAction): Promise<Action> =>
  'late' in action ? { ...action, ...(await action.late()) } : action

export interface Offer {
  readonly form: Form
  /** How the reader stands to the record it acts on; null for an action that makes one. */
  readonly on: Standing | null
  /** Of a step that takes another verb than its action. */
  readonly verb?: Verb
}

export interface Context<T extends TypeName = TypeName> {
  /** The record acted on; absent for an action that makes one. */
  readonly target: RecordOf<Types[T]>
  readonly situation: Situation
  /** The step that was asked for, of an action that is several. */
  readonly step: string | null
  readonly input: Values
  readonly message: Message | undefined
  readonly view: View
  /** Of an action that gives out inquiries or takes one. */
  readonly distribution?: Distribution
  /** Of an action that names a colleague: everybody. */
  readonly staff?: readonly Colleague[]
  /** Of an action with which a deal begins. */
  readonly superiors?: Superiors
  /** Of an action that alerts: who has the post of finance. */
  readonly alerted?: readonly string[]
  /** What there is of what it sought. */
  readonly found: readonly FoundCustomer[]
  /** What there is of the items that it may have made before. */
  readonly refiled?: readonly Interaction[]
  /** A new record id (ULID) at each call. */
  readonly newId: () => string
}

export type Decision =
  /** With `claims` for whom an inquiry is taken, and how many they may have with it: others of theirs may be taken just now. */
  | {
      readonly kind: 'saved'
      readonly changes: readonly Change[]
      readonly claims?: Claims
      /** Whom its tasks are for is told by mail. */
      readonly alerts?: true
    }
  /** A file is made of the record and stored; the answer is a text that goes with it. */
  | { readonly kind: 'paper'; readonly wanted: WantedPaper }
  /** The answer is a text for the reader to send. Nothing is stored but these changes, of an action that `writes`. */
  | { readonly kind: 'written'; readonly write: WriteReply; readonly changes?: readonly Change[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
