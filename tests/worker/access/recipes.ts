import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { accessCells } from './access-cells.ts'
import { actionCells } from './action-cells.ts'
import { boardCells } from './board-cells.ts'
import { type Cell, SOME_ROLES } from './cell.ts'
import { createCells } from './create-cells.ts'
import { definitionCells } from './definition-cells.ts'
import { editCells } from './edit-cells.ts'
import { pathOf } from './fields.ts'
import { fileCells, linkCells, templateCells, templateListCells } from './file-cells.ts'
import { gmailCells } from './gmail-cells.ts'
import { hookCells, secretCells } from './hook-cells.ts'
import type { LargeFirm } from './large-firm.ts'
import { layoutCells } from './layout-cells.ts'
import { mailCells, readingCells, settingsCells, settingsEditCells } from './mail-cells.ts'
import { panelCells } from './panel-cells.ts'
import { privacyCells } from './privacy-cells.ts'
import { listCells, oneCells } from './read-cells.ts'
import { searchCells } from './search-cells.ts'
import { sessionCells } from './session-cells.ts'
import { pullCells, pushCells } from './sheet-cells.ts'
import { deedCells, overviewCells } from './staff-cells.ts'

type Recipe = (firm: LargeFirm) => readonly Cell[] | Promise<readonly Cell[]>

/** The cells of a route, as `GET /v1/orders/:id`; nothing for one that nobody has thought of. */
export const recipeFor = (route: string): Recipe | undefined => RECIPES[route]

const RECIPES: Readonly<Record<string, Recipe>> = {
  ...Object.assign({}, ...(Object.keys(TYPES) as TypeName[]).map(recipesOf)),
  'POST /v1/panel': panelCells,
  'POST /v1/actions/:action': actionCells,
  'GET /v1/board': boardCells,
  'GET /v1/search': searchCells,
  'GET /v1/staff/:id/handover': overviewCells,
  'POST /v1/staff/:id/:deed': deedCells,

  ...accessCells,
  ...definitionCells,
  ...layoutCells,
  ...privacyCells,
  'POST /v1/milestone_sources/:id/secrets': secretCells,
  'POST /hooks/milestones/:sourceId': hookCells,
  'POST /v1/sheets/pulls': pullCells,
  'POST /v1/sheets/pushes': pushCells,
  'GET /v1/files/:id': fileCells,
  'GET /files/:token': linkCells,
  'POST /v1/mails': mailCells,
  'GET /v1/mail_settings': settingsCells,
  'PATCH /v1/mail_settings': settingsEditCells,
  'GET /v1/mails/:id': readingCells,
  'GET /v1/templates': templateListCells,
  'POST /v1/templates': templateCells,
  'POST /gmail/home': (firm) => gmailCells(firm, 'home'),
  'POST /gmail/message': (firm) => gmailCells(firm, 'message'),
  'POST /gmail/press': (firm) => gmailCells(firm, 'press'),
  'GET /health': () => forAll('/health'),
  'GET /openapi.json': () => forAll('/openapi.json'),
  'GET /outlook/settings.json': () => forAll('/outlook/settings.json'),
  'GET /outlook/*': () => forAll('/outlook/pane.html'),
  'GET /install': () => forAll('/install', 308),
  'GET /install/': () => forAll('/install/'),
  'GET /install/outlook.xml': () => forAll('/install/outlook.xml'),
  'GET /install/outlook.zip': () => forAll('/install/outlook.zip'),
  'GET /install/gmail-deployment.json': () => forAll('/install/gmail-deployment.json'),
  'GET /install/appsscript.json': () => forAll('/install/appsscript.json'),
  'GET /install/page.css': () => forAll('/install/page.css'),
  'GET /icons/*': () => forAll('/icons/quayside-32.png'),
  'GET /desk': () => forAll('/desk', 308),
  'GET /desk/*': () => forAll('/desk/'),
  'GET /desk/settings.json': () => forAll('/desk/settings.json'),
  'POST /desk/session': () => sessionCells('POST'),
  'GET /desk/session': () => sessionCells('GET'),
  'DELETE /desk/session': () => sessionCells('DELETE'),
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
const forAll = (path: string, status = 200): Cell[] => [
  { role: null, what: 'nobody', ask: { method: 'GET', path }, status },
  ...SOME_ROLES.map((role) => ({ role, what: 'a page', ask: { method: 'GET', path }, status })),
]
