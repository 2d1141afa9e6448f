/** The standard process once more, written by hand and without a definition: what the engine is held against. */

export interface Deal {
  inquiry: { status: string; claimed: boolean; answered: boolean }
  quotations: { status: string; sent: boolean }[]
  samples: string[]
  contract: { status: string; signedFile: boolean }
  approvals: string[]
  lines: string[]
  cargoReady: boolean
  shipments: string[]
  checklistComplete: boolean
  installments: string[]
  survey: string
  openCases: number
  needSample: boolean
  changeRequest: boolean
  priceAgeDays: number | null
  documents: string[]
}

export interface Position {
  at: string
  /** Chosen by a person, and nothing asked here has failed since. */
  chosen: boolean
  /** The nodes that were left, in order. */
  left: string[]
}

const has = (documents: readonly string[], ...kinds: string[]) => kinds.every((kind) => documents.includes(kind))
const oneOf = (list: readonly string[], ...values: string[]) => list.some((value) => values.includes(value))
const allOf = (list: readonly string[], ...values: string[]) => list.every((value) => values.includes(value))

const ENTRY: Readonly<Record<string, (deal: Deal) => boolean>> = {
  lead: ({ inquiry }) => inquiry.status === 'received',
  quotation: ({ inquiry }) => oneOf([inquiry.status], 'contacted', 'qualified'),
  sample: ({ samples, changeRequest }) => samples.length > 0 || changeRequest,
  contract: ({ quotations }) =>
    oneOf(
      quotations.map(({ status }) => status),
      'negotiating',
      'accepted',
    ),
  production: ({ contract }) => contract.status === 'signed',
  shipment: ({ cargoReady }) => cargoReady,
  collection: ({ installments, shipments }) =>
    oneOf(installments, 'scheduled', 'due', 'overdue') || oneOf(shipments, 'on_board'),
  end_won: () => true,
}

const EXIT: Readonly<Record<string, (deal: Deal) => boolean>> = {
  start: () => true,
  lead: ({ inquiry }) => inquiry.claimed && inquiry.answered,
  quotation: ({ quotations, documents }) => quotations.some(({ sent }) => sent) && has(documents, 'quotation_pdf'),
  sample: ({ samples, documents }) =>
    allOf(samples, 'approved_by_customer', 'cancelled') && has(documents, 'sample_photo', 'tracking_no'),
  contract: ({ approvals, contract, documents }) =>
    oneOf(approvals, 'approved') && contract.signedFile && has(documents, 'contract_final', 'contract_signed'),
  production: ({ lines, cargoReady, documents }) =>
    allOf(lines, 'accept', 'accept_with_deviation') && cargoReady && has(documents, 'inspection_report'),
  shipment: ({ shipments, checklistComplete, documents }) =>
    oneOf(shipments, 'on_board', 'in_transit', 'arrived', 'delivered') &&
    checklistComplete &&
    has(documents, 'commercial_invoice', 'packing_list', 'bill_of_lading', 'export_declaration'),
  collection: ({ installments, survey, openCases }) =>
    allOf(installments, 'paid', 'written_off', 'cancelled') &&
    oneOf([survey], 'answered', 'expired', 'waived') &&
    openCases === 0,
}

const CHOICES: readonly string[] = [
  'contract-quotation',
  'contract-sample',
  'sample-quotation',
  'lead-end_lost',
  'quotation-end_lost',
  'sample-end_lost',
  'contract-end_lost',
]

function onward(at: string, { needSample, priceAgeDays }: Deal): string {
  if (at === 'start') return priceAgeDays !== null && priceAgeDays <= 90 ? 'contract' : 'lead'
  if (at === 'quotation') return needSample ? 'sample' : 'contract'
  const road = ['lead', 'quotation', 'sample', 'contract', 'production', 'shipment', 'collection', 'end_won']
  return road[road.indexOf(at) + 1] ?? ''
}

const isEnd = (at: string) => at.startsWith('end_')

/** Goes on by one stage, over a sample that is not needed; false where it may not. */
function goOn(position: Position, deal: Deal): boolean {
  const { at } = position
  const first = onward(at, deal)
  const skips = first === 'sample' && !ENTRY.sample?.(deal)
  const to = skips ? 'contract' : first
  if (!EXIT[at]?.(deal) || !ENTRY[to]?.(deal)) return false
  position.left.push(...(skips ? [at, 'sample'] : [at]))
  Object.assign(position, { at: to, chosen: false })
  return true
}

export function modelSettles(position: Position, deal: Deal): void {
  for (;;) {
    if (isEnd(position.at)) return
    if (!EXIT[position.at]?.(deal)) position.chosen = false
    if (position.chosen || !goOn(position, deal)) return
  }
}

/** Whether the way may be taken; then it has been. */
export function modelTakes(position: Position, deal: Deal, way: string, reason: string): boolean {
  const [from = '', to = ''] = way.split('-')
  if (position.at !== from || from === 'start') return false
  if (CHOICES.includes(way)) {
    if (to === 'end_lost' && reason.trim() === '') return false
    position.left.push(from)
    Object.assign(position, { at: to, chosen: !isEnd(to) })
  } else if (onward(from, deal) !== to || !goOn(position, deal)) return false
  modelSettles(position, deal)
  return true
}
