import { describe, expect, test } from 'vitest'
import { may } from '#shared/access/access.ts'
import { askedApproval } from '#shared/deal/asked-approval.ts'
import { worldOf } from '#shared/deal/definitions.ts'
import { stepsOf } from '#shared/deal/steps.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import type { Form } from '#shared/panel/panel.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { firmFields, STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { ADVANCES } from '#shared/workflow/actions/advance.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import { STANDARD_WAYS } from '#shared/workflow/standard/index.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, MIA, NOW, published, standingAt } from '../../fixtures/deal-file.ts'
import { aDefinition } from '../../fixtures/own-fields.ts'
import { a } from '../../fixtures/road.ts'

const ofDeal = { deal_id: DEAL, customer_id: 'C' }
const advance = (type: string) => {
  const found = ADVANCES.find(({ on }) => on === type)
  if (!found) throw new Error(type)
  return found
}

/** The steps of a type that somebody is offered of a deal, as on their panel. */
function offered(file: ReturnType<typeof aDealFile>, type: string, view = aView()): readonly Form[] {
  const { offers, needs } = advance(type)
  return offers({ kind: 'deal', deal: file }, view)
    .filter(({ on }) => on === null || may(view.access, needs.type, needs.verb, on))
    .map(({ form }) => form)
}

const names = (forms: readonly Form[]) => forms.map(({ action }) => action.split(':')[1])
const sections = (file: ReturnType<typeof aDealFile>, view = aView()) =>
  situationPanel({ kind: 'deal', deal: file }, view).sections
const section = (file: ReturnType<typeof aDealFile>, key: string, view = aView()) =>
  sections(file, view).find((one) => one.key === key)

describe('what is offered', () => {
  test('is a stage whose wait is over, though nothing was written for its deal since', () => {
    const answered = { status: 'contacted', claimed_at: NOW, first_response_at: NOW } as const
    const file = aDealFile({ parts: { inquiry: [anInquiry({ id: 'I', deal_id: DEAL, ...answered })] } })
    expect(names(offered(file, 'deal'))).toEqual(['lead-quotation', 'lead-end_lost'])
    const by = { id: MIA, roles: [], is: ['owner' as const] }
    const way = 'lead-quotation'
    const taken = takeStep({ file, type: 'deal', record: file.deal, way, input: {}, by, view: aView() })
    expect(taken).toMatchObject({ changes: [{ values: { stage: 'quotation' } }] })
  })

  test('starts with nothing that its reader does not see, and asks them for it only where it is required', () => {
    const way = {
      ...STANDARD_WAYS.shipment,
      version: 2,
      edges: STANDARD_WAYS.shipment.edges.map((edge) =>
        edge.key === 'request' ? { ...edge, form: ['pol', 'freight_cost'] } : edge,
      ),
    }
    const shipment = a.shipment({
      id: 'S',
      ...ofDeal,
      pol: 'CNYTN',
      freight_cost: 77_777_00,
      freight_currency: 'USD',
    } as never)
    const file = aDealFile({ parts: { shipment: [shipment] }, published: [published(way as never)] })
    const fieldsFor = (role: string) =>
      offered(file, 'shipment', aView({ roles: [role] }))
        .find(({ action }) => action.endsWith(':request'))
        ?.fields.map(({ key, value }) => [key, value])
    expect(fieldsFor('logistics')).toEqual([['pol', 'CNYTN']])
    expect(fieldsFor('gm')?.map(([key]) => key)).toEqual(['pol', 'freight_cost'])
  })

  test('says of which record it is, where there are several', () => {
    const made = ['P1', 'P2'].map((id) =>
      a.production_order({ id, deal_id: DEAL, order_id: 'O', doc_no: `MO-${id}`, status: 'released' as never }),
    )
    const view = aView({ roles: ['planner', 'gm'] })
    const forms = (section(aDealFile({ parts: { production_order: made } }), 'road', view)?.full ?? []).filter(
      (one) => one.kind === 'form' && one.action.endsWith(':material'),
    )
    expect(forms.map((form) => 'label' in form && form.label)).toEqual([
      expect.stringContaining('MO-P1'),
      expect.stringContaining('MO-P2'),
    ])
  })

  test('is no more than can be read, however much there is of a deal', () => {
    const many = <T>(make: (id: string) => T) => Array.from({ length: 60 }, (_, at) => make(`R${at}`))
    const file = aDealFile({
      parts: {
        production_order: many((id) => a.production_order({ id, deal_id: DEAL, order_id: 'O' })),
        document: many((id) => a.document({ id, deal_id: DEAL })),
      },
    })
    const full = section(file, 'road', aView({ roles: ['gm'] }))?.full ?? []
    expect(full.filter(({ kind }) => kind === 'form').length).toBeLessThanOrEqual(40)
    expect(full.filter(({ kind }) => kind === 'form').length).toBeGreaterThan(20)
  })
})

describe('a field that the firm has added', () => {
  const fields = firmFields([aDefinition({ entity: 'sample', key: 'laser_logo', kind: 'text' })])
  const way = {
    ...STANDARD_WAYS.sample,
    version: 2,
    edges: STANDARD_WAYS.sample.edges.map((edge) =>
      edge.key === 'make'
        ? {
            ...edge,
            form: ['laser_logo'],
            requires: ['laser_logo'],
            effects: [{ do: 'set', field: 'laser_logo', to: "'set'" }],
          }
        : edge.key === 'deliver'
          ? { ...edge, form: ['laser_logo'] }
          : edge,
    ),
  }
  const fileAt = (status: string, custom = {}) =>
    aDealFile({
      fields,
      published: [published(way as never)],
      parts: { sample: [a.sample({ id: 'S', ...ofDeal, status: status as never, custom })] },
    })
  const view = aView({ fields })
  const by = { id: MIA, roles: [], is: ['owner' as const] }

  test('is asked for by a step, with the value that it has, and stored where it belongs', () => {
    const file = fileAt('dispatched', { laser_logo: 'left' })
    const [form] = offered(file, 'sample', view)
    expect(form?.fields).toMatchObject([{ key: 'laser_logo', value: 'left' }])
    const [record] = file.parts.sample
    const input = { laser_logo: 'right' }
    const taken = takeStep({ file, type: 'sample', record: record as never, way: 'deliver', input, by, view })
    expect(taken).toMatchObject({ changes: [{ values: { 'custom.laser_logo': 'right', status: 'delivered' } }, {}] })
  })

  test('is set by a step', () => {
    const file = fileAt('approved')
    const [record] = file.parts.sample
    const input = { laser_logo: 'x' }
    const taken = takeStep({ file, type: 'sample', record: record as never, way: 'make', input, by, view })
    expect(taken).toMatchObject({ changes: [{}, { values: { 'custom.laser_logo': 'set' } }] })
  })
})

describe('a field that a definition brings along', () => {
  const road = {
    key: 'ours',
    version: 1,
    name: 'Ours',
    subject: 'deal',
    nodes: [
      { key: 'start', type: 'start' },
      { key: 'talk', type: 'stage', name: 'Talk', form: [{ key: 'mood', label: 'Mood', kind: 'text' }] },
      { key: 'done', type: 'end' },
    ],
    edges: [
      { from: 'start', to: 'talk' },
      { from: 'talk', to: 'done' },
    ],
  }

  test('is asked for with what was said before', () => {
    const state = { ...standingAt('talk'), data: { mood: 'good' } }
    const file = aDealFile({ deal: { workflow: 'ours', workflow_version: 1, state }, published: [published(road)] })
    expect(stepsOf(file, aView())).toHaveLength(1)
    expect(offered(file, 'deal')[0]?.fields).toMatchObject([{ key: 'mood', value: 'good' }])
  })

  test('is refused on the way of a record, which has nowhere to keep it', () => {
    const [, ...edges] = STANDARD_WAYS.sample.edges
    const form = [{ key: 'mood', label: 'Mood', kind: 'text' }]
    const way = { ...STANDARD_WAYS.sample, edges: [...edges.slice(0, -1), { ...edges.at(-1), form }] }
    const compiled = compileDefinition(
      { ...way, edges: STANDARD_WAYS.sample.edges.map((edge) => (edge.key === 'make' ? { ...edge, form } : edge)) },
      worldOf('sample', STANDARD_FIELDS),
    )
    expect(compiled).toMatchObject({ ok: false, problems: [{ code: 'deal_only' }] })
  })
})

describe('what waits for approval', () => {
  const line = a.quotation_line({ id: 'L', quotation_id: 'Q', cost_price: 3_000_000 })
  const quotation = a.quotation({ id: 'Q', ...ofDeal, status: 'accepted', expected_margin: 1_500 } as never)
  const contract = a.contract({
    id: 'K',
    ...ofDeal,
    doc_no: 'SC-1',
    status: 'draft',
    quotation_id: 'Q',
    amount: 5_000_00,
    currency: 'CNY',
    owner_id: MIA,
  })
  const parts = { quotation: [quotation], quotation_line: [line], contract: [contract] }
  const asked = (id: string, policy: string, type: 'contract' | 'quotation', role: string) => {
    const file = aDealFile({ parts, above: ['BOSS'] })
    const record = type === 'contract' ? contract : quotation
    const effected = askedApproval(policy, { file, type, record, view: aView() })
    if ('problems' in effected) throw new Error('refused')
    const [first] = effected.changes
    const values = first?.kind === 'create' ? first.values : {}
    return a.approval({
      ...values,
      id,
      steps: [{ name: null, mode: 'any', approvers: [{ role }], decisions: [] }],
    } as never)
  }

  test('is as it was, to those who see less of it than whoever asked', () => {
    const file = aDealFile({ parts: { ...parts, approval: [asked('A', 'contract', 'contract', 'legal')] } })
    const shown = JSON.stringify(
      section(file, 'approval', aView({ roles: ['legal'], viewer: { id: 'L', alias: 'Lea' } })),
    )
    expect(shown).toContain('decide-approval')
    expect(shown).not.toContain('It has changed since')
    const changed = { ...contract, amount: 9_000_00 }
    const later = aDealFile({ parts: { ...file.parts, contract: [changed] } })
    expect(JSON.stringify(section(later, 'approval', aView({ roles: ['legal'] })))).toContain('It has changed since')
  })

  test('is decided on what is shown, when several things wait', () => {
    const approval = [asked('A2', 'price', 'quotation', 'finance'), asked('A1', 'contract', 'contract', 'legal')]
    const file = aDealFile({ parts: { ...parts, approval } })
    const shown = section(file, 'approval', aView({ roles: ['legal'], viewer: { id: 'L', alias: 'Lea' } }))
    const target = { id: 'A1' }
    expect(shown?.summary).toMatchObject([{ title: 'Contract SC-1' }, {}, { target, primary: true }, { target }])
    // The other of the two has nothing to choose: it agrees.
    const agrees = shown?.summary.at(-1) as Form
    expect([agrees.action, agrees.fields.map(({ key }) => key)]).toEqual(['give-approval', ['comment']])
  })
})
