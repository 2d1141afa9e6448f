import type { Action } from '#shared/workflow/action.ts'
import { ACTIONS } from '#shared/workflow/actions/index.ts'
import { allowed, allowedAtAll } from '../../fixtures/posts.ts'
import { newId } from '../firm.ts'
import { ABSENT, bodyIds, type Cell, eachRole, type Met, metBy, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { nearness } from './plants.ts'

/** What a permitted call comes to, none of which writes: a step held back by its deposit, or a version nobody has. */
const PERMITTED: Readonly<
  Record<string, { readonly version: number; readonly status: number; readonly input?: object }>
> = {
  'advance-order': { version: 1, status: 422, input: { material_due: '2026-11-30' } },
  'edit-order': { version: 9, status: 409 },
  'edit-customer': { version: 9, status: 409 },
  'add-note': { version: 9, status: 409, input: { note: 'x' } },
  'answer-request': { version: 9, status: 409, input: { answer: 'granted' } },
  'claim-inquiry': { version: 9, status: 409 },
}

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
const makingCells = ({ name, on, needs }: Action): Cell[] =>
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

function standingCells(firm: LargeFirm, action: Action): Cell[] {
  const { name, on, needs } = action
  const permitted = PERMITTED[name]
  if (!permitted) throw new Error(`no cells for the action ${name}`)
  const { version, input = {} } = permitted
  const at = (id: unknown): Ask => asked(name, { target: { type: on, id, version }, input })
  return [
    ...eachRole((role) =>
      metBy(firm, role, on).map((met) => {
        const may = allowed(role, needs.type, needs.verb, nearness(standsOn(firm, action, met), role))
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
function standsOn({ plants }: LargeFirm, { stands }: Action, met: Met) {
  return (stands && plants.find(({ id }) => id === met.given.customer_id)) || met
}
