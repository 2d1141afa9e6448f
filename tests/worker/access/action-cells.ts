import type { Action, LateAction } from '#shared/workflow/action.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import { stepName } from '#shared/workflow/actions/step-name.ts'
import { allowed, allowedAtAll } from '../../fixtures/posts.ts'
import { newId } from '../firm.ts'
import { ABSENT, bodyIds, type Cell, eachRole, type Met, metBy, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { nearness, staffNearness } from './plants.ts'

interface Permitted {
  readonly version: number
  readonly status: number
  readonly input?: object
}

/** What a permitted call comes to, none of which writes: a step held back by its deposit, a letter, or a version nobody has. */
const PERMITTED: Readonly<Record<string, Permitted>> = {
  'advance-order': { version: 1, status: 422, input: { material_due: '2026-11-30' } },
  'write-status': { version: 1, status: 200 },
  'edit-order': { version: 9, status: 409 },
  'edit-customer': { version: 9, status: 409 },
  'override-tier': { version: 9, status: 409, input: { tier: 'A', reason: 'x', until: '2026-12-31' } },
  'end-tier-override': { version: 9, status: 409 },
  'add-note': { version: 9, status: 409, input: { note: 'x' } },
  'log-call': { version: 9, status: 409, input: {} },
  'log-meeting': { version: 9, status: 409, input: {} },
  'log-sample': { version: 9, status: 409, input: {} },
  'undo-log': { version: 9, status: 409 },
  'set-credit': { version: 9, status: 409, input: {} },
  'plan-call': { version: 9, status: 409, input: {} },
  'import-chat': { version: 9, status: 409, input: { chat: 'x' } },
  'file-mail': { version: 9, status: 409, input: {} },
  'unfile-mail': { version: 9, status: 409 },
  'answer-request': { version: 9, status: 409, input: { answer: 'granted' } },
  'take-leave': { version: 9, status: 409, input: { from: '2026-12-01', to: '2026-12-02', deputy: 'x' } },
  'end-leave': { version: 9, status: 409 },
  'claim-inquiry': { version: 9, status: 409 },
  'assign-inquiry': { version: 9, status: 409 },
  'decide-approval': { version: 9, status: 409, input: { decision: 'approve' } },
  'give-approval': { version: 9, status: 409, input: {} },
  'ask-approval': { version: 9, status: 409 },
  'create-quotation': { version: 9, status: 409 },
  'quote-asked': { version: 9, status: 409 },
  'revise-quotation': { version: 9, status: 409 },
  'edit-quotation': { version: 9, status: 409 },
  'create-sample': { version: 9, status: 409 },
  'create-customer': { version: 9, status: 409 },
  'link-customer': { version: 9, status: 409 },
  'create-contract': { version: 9, status: 409 },
  'edit-contract': { version: 9, status: 409 },
  'report-progress': { version: 9, status: 409 },
  'create-shipment': { version: 9, status: 409 },
  'add-container': { version: 9, status: 409 },
  'add-milestone': { version: 9, status: 409 },
  'add-document': { version: 9, status: 409 },
  'register-advice': { version: 9, status: 409 },
  'register-receipt': { version: 9, status: 409 },
  'allocate-receipt': { version: 9, status: 409 },
  'write-off': { version: 9, status: 409 },
  'reverse-allocation': { version: 9, status: 409 },
  'amend-order': { version: 9, status: 409 },
  'waive-deposit': { version: 9, status: 409 },
  'assign-follower': { version: 9, status: 409 },
  'hold-order': { version: 9, status: 409 },
  'release-order': { version: 9, status: 409 },
  'cancel-order': { version: 9, status: 409 },
  'open-case': { version: 9, status: 409 },
  'write-quotation': { version: 9, status: 409, input: { format: 'xlsx', language: 'en' } },
  'write-contract': { version: 9, status: 409, input: { format: 'xlsx', language: 'en' } },
}

/** Any step of an action that is several: nobody takes one of a version that is not there. */
const OF_STEPS = { version: 9, status: 409, input: {} } as const

/** `POST /v1/actions/{action}`: every action on every record. */
export function actionCells(firm: LargeFirm): Cell[] {
  return [
    ...ACTIONS.flatMap((action) => (action.makes ? makingCells(action) : standingCells(firm, action))),
    ...eachRole((role) => [
      {
        role,
        what: 'an unknown action',
        ask: asked('destroy', { target: { type: 'order', id: ABSENT } }),
        status: 404,
      },
      {
        role,
        what: 'with the key of nobody',
        ask: { ...asked('add-note', { target: { type: 'customer', id: ABSENT } }), headers: {} },
        status: 400,
      },
    ]),
  ]
}

function asked(action: string, body: object): Ask {
  return { method: 'POST', path: `/v1/actions/${action}`, body, headers: { 'Idempotency-Key': newId() } }
}

/** What makes a record is decided beside a mail: without one there is nothing to make. */
const makingCells = ({ name, on, needs }: Action | LateAction): Cell[] =>
  eachRole((role) => [
    {
      role,
      what: `${name} beside no mail`,
      ask: asked(name, { target: { type: on, id: 'new' }, input: name === 'create-inquiry' ? LEAST : {} }),
      status: allowedAtAll(role, needs.type, needs.verb) ? 422 : 403,
    },
    { role, what: `${name} on a record`, ask: asked(name, { target: { type: on, id: ABSENT } }), status: 400 },
  ])

const LEAST = { subject: 'x', email: 'a@b.example' }

function standingCells(firm: LargeFirm, action: Action | LateAction): Cell[] {
  const { name, on, needs } = action
  const permitted = action.steps ? OF_STEPS : PERMITTED[name]
  if (!permitted) throw new Error(`no cells for the action ${name}`)
  const { version, input = {} } = permitted
  const at = (id: unknown): Ask =>
    asked(action.steps ? stepName(name, 'any') : name, { target: { type: on, id, version }, input })
  return [
    ...eachRole((role) =>
      metBy(firm, role, on).map((met) => {
        const near =
          on === 'user' ? staffNearness(firm.people, met.id, role) : nearness(standsOn(firm, action, met), role)
        const may = allowed(role, needs.type, needs.verb, near)
        return {
          role,
          what: `${name}: ${met.whose}`,
          ask: at(met.id),
          ...(met.seen ? { status: may ? permitted.status : 403 } : { status: 404, absent: at(ABSENT) }),
        }
      }),
    ),
    ...SOME_ROLES.flatMap((role) =>
      Object.entries(bodyIds(strange(firm, on).id)).map(([what, id]) => ({
        role,
        what: `${name}: ${what}`,
        ask: at(id),
        status: typeof id === 'string' && id.length <= 60 ? 404 : 400,
      })),
    ),
  ]
}

/** The record that the right to act depends on: a request is answered by whose the customer is. */
function standsOn({ plants }: LargeFirm, { stands }: Action | LateAction, met: Met) {
  return (stands && plants.find(({ id }) => id === met.given.customer_id)) || met
}
