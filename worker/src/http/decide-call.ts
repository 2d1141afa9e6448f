import { may, mayAtAll } from '#shared/access/access.ts'
import type { Problem } from '#shared/api.ts'
import type { Claims } from '#shared/customer/claim-limits.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { settled } from '#shared/deal/settled.ts'
import { isAbout } from '#shared/deal/with-changes.ts'
import type { WriteReply } from '#shared/order/write-reply.ts'
import type { WantedPaper } from '#shared/paper/issue.ts'
import type { Change, Values } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import { problemsOf } from '#shared/record/problems.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { readTyped } from '#shared/record/typed.ts'
import { createSchema } from '#shared/record/validation.ts'
import type { Action, Context } from '#shared/workflow/action.ts'
import { effectView } from '#shared/workflow/actions/effect-view.ts'
import type { AppContext } from './app-types.ts'
import { type Call, invalid, type Performed } from './call.ts'
import type { Loaded } from './load-call.ts'
import { viewOf } from './panel-answer.ts'
import { HttpProblem } from './problem.ts'

export type Decided =
  | Exclude<Performed, { kind: 'written' }>
  | { readonly kind: 'written'; readonly write: WriteReply; readonly changes?: readonly Change[] }
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly claims?: Claims; readonly alerts?: true }
  | { readonly kind: 'paper'; readonly wanted: WantedPaper }

/**
 * What is written for a deal is written with all that follows from it: its stages go on in the same write. What an action
 * has nothing to do with it for is left as it is.
 */
export function withDeal(
  deciding: Pick<Context, 'situation' | 'view' | 'newId'>,
  changes: readonly Change[],
): Extract<Decided, { kind: 'changes' }> | { readonly kind: 'rejected'; readonly problems: readonly Problem[] } {
  const { situation, view, newId } = deciding
  const { deal } = situation
  if (!deal || !isAbout(deal, changes)) return { kind: 'changes', changes }
  const all = settled(deal, changes, effectView(view, newId))
  return 'problems' in all ? { kind: 'rejected', problems: all.problems } : { kind: 'changes', changes: all.changes }
}

export function decide(
  context: AppContext,
  { action, step, asked }: Call & { readonly action: Action },
  {
    target,
    situation,
    distribution,
    superiors,
    staff,
    found,
    refiled,
    alerted,
  }: Pick<Loaded, 'target' | 'situation' | 'distribution' | 'superiors' | 'staff' | 'found' | 'refiled' | 'alerted'>,
): Decided {
  refuseUnlessAllowed(context, { action, step }, target, situation)
  const { version } = asked.target
  if (target && !action.makes && !(action.adds && version === undefined)) {
    if (version === undefined) throw invalid(context, 'target.version', 'required')
    if (version !== target.version) return { kind: 'conflict', situation, current: target }
  }
  const deciding = {
    // An action that makes a record has no target, and says so in its definition.
    target: target as Context['target'],
    situation,
    found,
    step,
    message: asked.message,
    view: { ...viewOf(context, asked.host), offers: () => [] },
    newId: context.var.newId,
    ...(distribution ? { distribution } : {}),
    ...(superiors ? { superiors } : {}),
    ...(staff ? { staff } : {}),
    ...(refiled ? { refiled } : {}),
    ...(alerted ? { alerted } : {}),
  }
  const input = readInput(context, action.fields(deciding), asked.input, target)
  if ('problems' in input) return { kind: 'rejected', situation, problems: input.problems }
  const decision = action.decide({ ...deciding, input: input.values })
  if (decision.kind !== 'saved') return decision.kind === 'rejected' ? { ...decision, situation } : decision
  const whole = withDeal(deciding, decision.changes)
  if (whole.kind === 'rejected') return { ...whole, situation }
  return {
    ...whole,
    ...(decision.claims ? { claims: decision.claims } : {}),
    ...(decision.alerts ? { alerts: true } : {}),
  }
}

/** What a form said, as values; or what is wrong with it, each field once. */
function readInput(
  { var: { person, language } }: AppContext,
  fields: Fields,
  said: Values,
  target: AnyRecord | null,
): { readonly values: Values } | { readonly problems: readonly Problem[] } {
  // Amounts are in the currency that is named with them, else in that of the record.
  const typed = readTyped(fields, said, { record: { ...target, ...said }, currency: person.currency }, language)
  const read = createSchema({ fields }).safeParse(typed.values)
  if (read.success && typed.problems.length === 0) return { values: read.data }
  const unread = new Set(typed.problems.map(({ field }) => field))
  const others = read.success ? [] : problemsOf(read.error, language).filter(({ field }) => !unread.has(field))
  return { problems: [...typed.problems, ...others] }
}

/** The same question that decides whether the panel offers the action. */
function refuseUnlessAllowed(
  { var: { person } }: AppContext,
  { action, step }: Pick<Call, 'action' | 'step'>,
  target: AnyRecord | null,
  situation: Situation,
): void {
  const { access } = person
  const { needs, stands, makes } = action
  const verb = (step === null ? undefined : action.stepVerb?.(step)) ?? needs.verb
  const allowed =
    makes && !stands
      ? mayAtAll(access, needs.type, verb)
      : may(access, needs.type, verb, stands ? stands(situation) : target?.standing)
  if (!allowed) throw new HttpProblem('not_allowed')
}
