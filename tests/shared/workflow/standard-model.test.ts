import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '#shared/expression/schema.ts'
import type { WorkflowEvent } from '#shared/workflow/engine/event.ts'
import { isMarking } from '#shared/workflow/engine/marking.ts'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { MONDAY_NINE, moment, WENDY } from './a-run.ts'
import { type Deal, modelSettles, modelTakes, type Position } from './standard-model.ts'
import { STANDARD } from './standard-run.ts'

const NEW: Deal = {
  inquiry: { status: 'received', claimed: false, answered: false },
  quotations: [],
  samples: [],
  contract: { status: 'draft', signedFile: false },
  approvals: [],
  lines: [],
  cargoReady: false,
  shipments: [],
  checklistComplete: false,
  installments: [],
  survey: 'planned',
  openCases: 0,
  needSample: false,
  changeRequest: false,
  priceAgeDays: null,
  documents: [],
}

const at = (is: boolean) => (is ? MONDAY_NINE : null)

/** The same deal as the engine is told of it. */
const factsOf = (deal: Deal): Facts => ({
  records: {
    inquiry: {
      status: deal.inquiry.status,
      claimed_at: at(deal.inquiry.claimed),
      first_response_at: at(deal.inquiry.answered),
    },
    quotation: deal.quotations.map(({ status, sent }) => ({ status, sent_at: at(sent) })),
    sample: deal.samples.map((status) => ({ status })),
    contract: { status: deal.contract.status, signed_file: deal.contract.signedFile ? 'file' : null },
    approval: deal.approvals.map((status) => ({ status })),
    line: deal.lines.map((inspection_result) => ({ inspection_result })),
    order: { cargo_ready_date: deal.cargoReady ? '2026-11-01' : null },
    shipment: deal.shipments.map((status) => ({ status })),
    documents: { checklist_complete: deal.checklistComplete },
    installment: deal.installments.map((status) => ({ status })),
    survey: { status: deal.survey },
    case: Array.from({ length: deal.openCases }, () => ({ open: true })),
  },
  fields: {
    need_sample: deal.needSample,
    change_request: deal.changeRequest,
    last_price_age_days: deal.priceAgeDays,
    documents_present: deal.documents,
  },
})

const DOCUMENTS = [
  'quotation_pdf',
  'sample_photo',
  'tracking_no',
  'contract_final',
  'contract_signed',
  'inspection_report',
  'commercial_invoice',
  'packing_list',
  'bill_of_lading',
  'export_declaration',
]
/** What gets a deal on is chosen three times as often as everything else together: many runs then come far. */
const often = <T>(good: T, ...other: T[]) =>
  fc.oneof({ weight: 3 * other.length, arbitrary: fc.constant(good) }, fc.constantFrom(...other))
const few = (good: string, ...other: string[]) => fc.array(often(good, ...other), { maxLength: 2 })

const Change: fc.Arbitrary<Partial<Deal>> = fc.oneof(
  fc.record({
    inquiry: fc.record({
      status: often('contacted', 'received', 'lost'),
      claimed: often(true, false),
      answered: often(true, false),
    }),
  }),
  fc.record({
    quotations: fc.array(fc.record({ status: often('accepted', 'sent', 'negotiating'), sent: often(true, false) }), {
      maxLength: 2,
    }),
  }),
  fc.record({ samples: few('approved_by_customer', 'making', 'cancelled') }),
  fc.record({
    contract: fc.record({ status: often('signed', 'draft'), signedFile: often(true, false) }),
    approvals: few('approved', 'pending'),
  }),
  fc.record({ lines: few('accept', 'reject'), cargoReady: often(true, false) }),
  fc.record({ shipments: few('on_board', 'booked'), checklistComplete: often(true, false) }),
  fc.record({
    installments: few('paid', 'due', 'overdue'),
    survey: often('answered', 'planned'),
    openCases: often(0, 1),
  }),
  fc.record({ needSample: fc.boolean(), changeRequest: fc.boolean() }),
  fc.record({ priceAgeDays: fc.constantFrom(null, 90, 91) }),
  fc.record({ documents: often(DOCUMENTS, [], DOCUMENTS.slice(1), DOCUMENTS.slice(0, 5)) }),
)

/** Some deals begin with all their papers, so that more runs come to the later stages. */
const Beginning = fc
  .record({ documents: fc.constantFrom(DOCUMENTS, []) })
  .map((papers): Deal => ({ ...NEW, ...papers }))

const WAYS = [...STANDARD.ways.keys(), 'moon-sun']
const Command = fc.oneof(
  { weight: 5, arbitrary: Change.map((change) => ({ do: 'change' as const, change })) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      way: fc.constantFrom(...WAYS),
      reason: often('price', '', ' '),
    }),
  },
)

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** A run of the engine and its model, side by side. */
class Pair {
  state: WorkflowState | null = null
  deal: Deal
  facts: Facts
  now = MONDAY_NINE
  readonly model: Position = { at: 'start', chosen: false, left: [] }

  constructor(deal: Deal) {
    this.deal = deal
    this.facts = frozen(factsOf(deal))
  }

  happens(event: WorkflowEvent): boolean {
    this.now += 1_000
    const outcome = step(STANDARD, this.state, frozen(event), this.facts, moment(this.now))
    if (outcome.kind === 'moved') this.state = frozen(outcome.state)
    if (outcome.kind === 'refused' && outcome.problems.some(({ message }) => !message.en || !message['zh-CN']))
      throw new Error('a refusal without a sentence')
    return outcome.kind !== 'refused'
  }

  agree(): void {
    const { state, model } = this
    if (!state) throw new Error('not begun')
    const node = state.finished?.node ?? state.tokens[0]?.node
    if (node !== model.at || (state.tokens[0]?.chosen ?? false) !== model.chosen)
      throw new Error(`engine at ${node}, model at ${model.at}`)
    if (state.finished ? state.tokens.length > 0 : !isMarking(state.tokens, STANDARD))
      throw new Error('no position of the road')
    accountedFor(state, model)
    const now = stagesOf(STANDARD, state)
      .filter((stage) => stage.state === 'now')
      .map(({ key }) => key)
    if (now.join() !== (model.at === 'start' || state.finished ? '' : model.at))
      throw new Error(`the stepper shows ${now}`)
  }
}

/** Each node that was left, from the way that led to it to the one that led on, without a gap. */
function accountedFor({ passed, finished, tokens }: WorkflowState, model: Position): void {
  if (passed.map(({ node }) => node).join() !== model.left.slice(-100).join())
    throw new Error('other nodes were passed')
  passed.forEach(({ node, via, entered, left }, index) => {
    const way = STANDARD.ways.get(via)
    const next = passed[index + 1]?.node ?? finished?.node ?? tokens[0]?.node
    if (way?.from !== node || way.to !== next || entered > left) throw new Error(`${node} was not left by ${via}`)
  })
}

const ends = new Map<string, number>()

test('the engine walks the standard process as its model does, whatever is done', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(Beginning, fc.array(Command, { minLength: 10, maxLength: 60 }), (beginning, commands) => {
      const pair = new Pair(beginning)
      pair.happens({ kind: 'start' })
      modelSettles(pair.model, pair.deal)
      pair.agree()
      for (const command of commands) {
        if (command.do === 'change') {
          pair.deal = { ...pair.deal, ...command.change }
          pair.facts = frozen(factsOf(pair.deal))
          pair.happens({ kind: 'settle' })
          modelSettles(pair.model, pair.deal)
        } else {
          const { way, reason } = command
          const input = way.endsWith('end_lost') ? { lost_reason: reason } : {}
          const taken = pair.happens({ kind: 'take', way, by: WENDY, input })
          if (taken !== modelTakes(pair.model, pair.deal, way, reason))
            throw new Error(`${way} was ${taken ? '' : 'not '}taken`)
        }
        pair.agree()
        // What has gone on as far as it goes, goes no further.
        const before = pair.state
        pair.happens({ kind: 'settle' })
        if (pair.state !== before) throw new Error('settling twice is not settling once')
      }
      ends.set(pair.model.at, (ends.get(pair.model.at) ?? 0) + 1)
    }),
    { numRuns: 10_000 },
  )
  // The runs were worth it only if they came everywhere.
  expect([...ends.keys()].filter((node) => node !== 'start').sort()).toEqual(
    [...STANDARD.stages, 'end_lost', 'end_won'].sort(),
  )
})
