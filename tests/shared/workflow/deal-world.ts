import type { FactField, FactRecord, FactSchema } from '#shared/expression/schema.ts'
import { ROLES } from '#shared/trade/user.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import type { Workflow, World } from '#shared/workflow/definition/workflow.ts'
import standard from '../../fixtures/default_workflow.json' with { type: 'json' }

const kinds = (kind: FactField['kind'], ...keys: string[]): Record<string, FactField> =>
  Object.fromEntries(keys.map((key) => [key, { kind }]))
const record = (fields: FactRecord['fields'], many = false): FactRecord => ({ fields, many })

/** What the standard process reads. */
export const SCHEMA: FactSchema = {
  records: {
    inquiry: record({
      ...kinds('text', 'owner', 'pool', 'status'),
      ...kinds('instant', 'received_at', 'claimed_at', 'first_response_at', 'reply_by'),
    }),
    customer: record(kinds('text', 'tier', 'timezone')),
    quotation: {
      ...record({ ...kinds('text', 'status'), ...kinds('instant', 'sent_at', 'replied_at') }, true),
      children: { version: 'quotation' },
    },
    sample: record(
      { ...kinds('text', 'id', 'status'), ...kinds('date', 'promised_ready'), ...kinds('instant', 'delivered_at') },
      true,
    ),
    contract: record({
      ...kinds('text', 'owner', 'status', 'signed_file'),
      ...kinds('number', 'amount', 'margin'),
      ...kinds('instant', 'sent_for_signature_at'),
    }),
    approval: record({ ...kinds('text', 'status', 'policy'), ...kinds('instant', 'requested_at', 'decided_at') }, true),
    order: record({ ...kinds('text', 'owner'), ...kinds('date', 'promised_date', 'cargo_ready_date') }),
    line: record(kinds('text', 'inspection_result'), true),
    shipment: record(
      {
        ...kinds('text', 'id', 'status'),
        ...kinds('date', 'bl_date', 'ata'),
        ...kinds('instant', 'cut_off_si', 'cut_off_vgm', 'cy_cut_off'),
      },
      true,
    ),
    documents: record({ ...kinds('boolean', 'checklist_complete'), ...kinds('texts', 'missing') }),
    installment: record({ ...kinds('text', 'id', 'status'), ...kinds('date', 'due_date') }, true),
    survey: record(kinds('text', 'status')),
    case: record(kinds('boolean', 'open'), true),
  },
  fields: {
    ...kinds('boolean', 'need_sample', 'change_request'),
    ...kinds('text', 'lost_reason', 'open'),
    ...kinds('number', 'last_price_age_days'),
    ...kinds('texts', 'documents_present'),
    stage: { kind: 'choice', choices: ['one', 'two', 'done'] },
  },
}

export const WORLD: World = {
  schema: SCHEMA,
  roles: [...ROLES, 'production_lead', 'logistics_lead'],
  effects: ['order_from_contract'],
}

/** A copy that a test may change. */
export const standardDefinition = (): typeof standard => structuredClone(standard)

/** The workflow of a definition that is sound; a test with an unsound one fails here, with the reason. */
export function workflowOf(definition: unknown, world: World = WORLD): Workflow {
  const compiled = compileDefinition(definition, world)
  if (!compiled.ok) throw new Error(compiled.problems.map(({ at, message }) => `${at}: ${message.en}`).join('\n'))
  return compiled.workflow
}
