import type { DealFile } from '#shared/deal/deal-file.ts'
import { dealState } from '#shared/deal/deal-state.ts'
import { AGAIN, FOLLOWER, inTurn, makingTurn, type Turn } from '#shared/deal/next-steps.ts'
import type { PartName } from '#shared/deal/parts.ts'
import { type Step, stepsOf } from '#shared/deal/steps.ts'
import { waitedFor } from '#shared/deal/waited-for.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatScaled } from '#shared/money/amount.ts'
import { type OrderLine, type ProductionOrder, TYPES } from '#shared/trade/index.ts'
import { advanceName } from '#shared/workflow/actions/advance-name.ts'
import { stepName } from '#shared/workflow/actions/step-name.ts'
import type { Form } from '../panel.ts'
import type { View } from '../section-builder.ts'

interface Turned {
  readonly form: Form
  readonly turn: Turn
}

/** Everything that the reader can do with the deal, the next thing first; each says what it is of where that is not plain. */
export function formsInTurn(file: DealFile, view: View): Turned[] {
  const waited = waitedFor(file, view)
  const forms = new Map(view.offers('road').map((form) => [`${form.action} ${form.target.id}`, form]))
  const steps = stepsOf(file, view)
  const taken = inTurn(steps, waited, file).flatMap(({ step, turn }) => {
    const form = forms.get(formKey(step))
    return form ? [{ form, turn, step }] : []
  })
  // What is made for the lines of an order goes in their order.
  taken.sort((a, b) => a.turn.rank - b.turn.rank || seqOf(a.step, file) - seqOf(b.step, file))
  const advancing = taken.map(({ form, turn, step }): Turned => {
    const isOneOfSeveral = taken.some(
      (other) => other.step.type === step.type && other.step.record.id !== step.record.id,
    )
    // The deal itself may be lost, and so may its inquiry.
    const isOfDealToo = taken.some((other) => other.step.type === 'deal' && other.form.label === form.label)
    const told = needed(form, step, steps, file, view)
    return { form: named(told, step, turn.isElsewhere || isOfDealToo, isOneOfSeveral, file, view), turn }
  })
  const made = [...forms.values()]
    .filter(({ action }) => !action.startsWith('advance-'))
    .map(
      (form): Turned => ({
        form,
        turn: isAskedAnew(form, file, waited)
          ? ANEW
          : makingTurn(madeBy(form), waited, { steps, isUnfollowed: awaitsFollower(file) }),
      }),
    )
  return [...advancing, ...made].sort((a, b) => a.turn.rank - b.turn.rank)
}

/** Whether a deal stands where an order follower is to act, and has none. */
function awaitsFollower({ deal, road }: DealFile): boolean {
  const owners = dealState(deal).tokens.map(({ node }) => road?.nodes.get(node)?.spec.owner?.role)
  return deal.merchandiser_id === null && owners.includes('merchandiser')
}

/** Whoever has gone back to quote anew writes the next version of what is there. */
const isAskedAnew = ({ action }: Form, { deal, parts }: DealFile, waited: readonly PartName[]): boolean =>
  action === 'revise-quotation' &&
  waited.includes('quotation') &&
  dealState(deal).tokens.some(
    ({ chosen, since }) => chosen && parts.quotation.every(({ created_at }) => created_at < since),
  )

const ANEW: Turn = { rank: -1, isAhead: true, isElsewhere: false }

const formKey = ({ type, record, way }: Step): string => `${stepName(advanceName(type), way.key)} ${record.id}`

/** Of which type a form makes a record, or brings one on. */
const madeBy = ({ action }: Form): string =>
  MAKING[action] ?? /^create-(.*)$/.exec(action)?.[1]?.replaceAll('-', '_') ?? ''

const MAKING: Readonly<Partial<Record<string, PartName | typeof FOLLOWER | typeof AGAIN>>> = {
  'ask-approval': AGAIN,
  'assign-follower': FOLLOWER,
  'quote-asked': 'quotation',
  'add-document': 'document',
  'register-advice': 'receipt',
  'register-receipt': 'receipt',
  'allocate-receipt': 'installment',
}

/** An offer that is not good enough to be sent as it is says so on the button, with what it would earn. */
function needed(form: Form, { type, record, way }: Step, steps: readonly Step[], file: DealFile, view: View): Form {
  const asks = way.effects.some(({ spec }) => spec.do === 'request_approval')
  const isFree = steps.some((other) => other.record.id === record.id && other.way.to === 'approved' && isOpen(other))
  if (type !== 'quotation' || !asks || isFree) return form
  // The record as the reader sees it: whoever does not see the margin is not told of it.
  const margin = file.parts.quotation.find(({ id }) => id === record.id)?.expected_margin
  return {
    ...form,
    label: NEEDED[view.language],
    ...(typeof margin === 'number'
      ? { hint: say(EARNS, view.language, { margin: formatScaled(margin, 2).replace(/0$/, '') }) }
      : {}),
  }
}

const isOpen = ({ way }: Step): boolean => way.held.length === 0
const NEEDED = text('Needs approval: manager', '需上级审批')
const EARNS = text('Expected margin {margin} %.', '预期毛利率 {margin} %。')

/** What is not of the stage says what it is of, `Inquiry: Lost`, and one of several which, `BW-L800: Close`. */
function named(
  form: Form,
  step: Step,
  isElsewhere: boolean,
  isOneOfSeveral: boolean,
  file: DealFile,
  { language }: View,
): Form {
  const { type } = step
  if (type === 'deal') {
    const isUnnamed = step.way.kind === 'flow' && file.road?.ways.get(step.way.key)?.spec.label === undefined
    return isUnnamed ? { ...form, label: say(GO_ON, language, { stage: form.label }) } : form
  }
  if (!isElsewhere && !isOneOfSeveral) return form
  const name = isOneOfSeveral ? nameOf(step, file.parts.order_line) : ''
  const what = isElsewhere || name === '' ? [TYPES[type].label[language], name] : [name]
  return { ...form, label: `${what.filter(Boolean).join(' ')}: ${form.label}` }
}

/** A way that bears no name is called by the stage it leads to. */
const GO_ON = text('Go on: {stage}', '进入：{stage}')

const lineOf = ({ type, record }: Step, lines: readonly OrderLine[]): OrderLine | undefined =>
  type === 'production_order'
    ? lines.find(({ id }) => id === (record as unknown as ProductionOrder).order_line_id)
    : undefined

const seqOf = (step: Step, { parts }: DealFile): number => lineOf(step, parts.order_line)?.seq ?? 0

/** What is made goes by the line it is made for. */
function nameOf(step: Step, lines: readonly OrderLine[]): string {
  const { type, record } = step
  const number = String(record[TYPES[type].title] ?? '')
  const line = lineOf(step, lines)
  if (line) return line.sku ?? line.description ?? number
  return type === 'quotation' ? `${number} v${String(record.version_no)}` : number
}
