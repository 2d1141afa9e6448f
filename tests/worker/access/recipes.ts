import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { actionCells } from './action-cells.ts'
import { type Cell, SOME_ROLES } from './cell.ts'
import { createCells } from './create-cells.ts'
import { editCells } from './edit-cells.ts'
import { pathOf } from './fields.ts'
import { gmailCells } from './gmail-cells.ts'
import type { LargeFirm } from './large-firm.ts'
import { panelCells } from './panel-cells.ts'
import { listCells, oneCells } from './read-cells.ts'

type Recipe = (firm: LargeFirm) => readonly Cell[] | Promise<readonly Cell[]>

/** The cells of a route, as `GET /v1/orders/:id`; nothing for one that nobody has thought of. */
export const recipeFor = (route: string): Recipe | undefined => RECIPES[route]

const RECIPES: Readonly<Record<string, Recipe>> = {
  ...Object.assign({}, ...(Object.keys(TYPES) as TypeName[]).map(recipesOf)),
  'POST /v1/panel': panelCells,
  'POST /v1/actions/:action': actionCells,
  'POST /gmail/home': (firm) => gmailCells(firm, 'home'),
  'POST /gmail/message': (firm) => gmailCells(firm, 'message'),
  'POST /gmail/press': (firm) => gmailCells(firm, 'press'),
  'GET /health': () => forAll('/health'),
  'GET /openapi.json': () => forAll('/openapi.json'),
  'GET /outlook/settings.json': () => forAll('/outlook/settings.json'),
  'GET /outlook/*': () => forAll('/outlook/pane.html'),
}

function recipesOf(type: TypeName): Record<string, Recipe> {
  const path = pathOf(type)
  return {
    [`GET ${path}`]: (firm) => listCells(firm, type),
    [`GET ${path}/:id`]: (firm) => oneCells(firm, type, ''),
    [`GET ${path}/:id/events`]: (firm) => oneCells(firm, type, '/events'),
    [`POST ${path}`]: (firm) => createCells(firm, type),
    [`PATCH ${path}/:id`]: (firm) => editCells(firm, type),
  }
}

/** What is for everybody, signed in or not, and holds nothing of any firm. */
const forAll = (path: string): Cell[] => [
  { role: null, what: 'nobody', ask: { method: 'GET', path }, status: 200 },
  ...SOME_ROLES.map((role) => ({ role, what: 'a page', ask: { method: 'GET', path }, status: 200 })),
]
