import type { ActionRequest, Problem, Reply } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { problem } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Action, LateAction } from '#shared/workflow/action.ts'
import { stepName } from '#shared/workflow/actions/step-name.ts'
import type { MadeFile } from '../paper/make.ts'
import type { AboutRecord } from '../store/situation.ts'
import type { Once } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** One thing that somebody does from a panel, whichever host shows it. `key` makes it happen once. */
export interface Call {
  readonly action: Action | LateAction
  readonly step: string | null
  readonly asked: ActionRequest
  readonly key: string
  /** The record whose panel shows it: what is there afterwards is read of that. Absent beside a mail. */
  readonly about?: AboutRecord
}

/** What came of it, and what is there now. */
export type Performed = { readonly situation: Situation } & (
  | { readonly kind: 'saved'; readonly record: SavedRecord | undefined }
  /** A text for the reader to send, and the files that go with it. Where those are new they were stored, and else nothing. */
  | {
      readonly kind: 'written'
      readonly reply: Reply
      readonly files?: readonly MadeFile[]
      readonly stored?: true
    }
  | { readonly kind: 'conflict'; readonly current: AnyRecord | null }
  | { readonly kind: 'duplicate'; readonly field: string }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
)

export interface SavedRecord {
  readonly type: string
  readonly id: string
  readonly version: number
}

/** The id of the record an action is about to make. */
const NEW = 'new'

export const nameOf = ({ action, step }: Pick<Call, 'action' | 'step'>): string =>
  step === null ? action.name : stepName(action.name, step)

export async function onceOf(context: AppContext, { action, step, asked, key }: Call): Promise<Omit<Once, 'outcome'>> {
  const { target, input, message } = asked
  if (target.type !== action.on) throw invalid(context, 'target.type', 'choice', { values: action.on })
  if (action.makes && target.id !== NEW) throw invalid(context, 'target.id', 'choice', { values: NEW })
  const hash = await requestHash({ target, input, message: message?.messageId ?? null })
  return { route: `action:${nameOf({ action, step })}`, key, requestHash: hash }
}

export function invalid(
  context: AppContext,
  field: string,
  code: 'choice' | 'required',
  values?: Record<string, string>,
) {
  return new HttpProblem('invalid', [problem(field, code, context.var.language, values)])
}
