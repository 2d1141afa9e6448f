import { describeAccess } from './access-description.ts'
import type { App } from './app-types.ts'
import { describeBoard } from './board-description.ts'
import { describeDefinitions } from './definition-description.ts'
import { describeFiles } from './file-description.ts'
import { describeMails } from './mail-description.ts'
import { describePanels } from './panel-description.ts'
import { describePanelLayout } from './panel-layout-description.ts'
import { describePrivacy } from './privacy-description.ts'
import { describeRecords } from './record-description.ts'
import { describeSearch } from './search-description.ts'
import { describeSessions } from './session-description.ts'
import { describeSheets } from './sheet-description.ts'
import { describeStaff } from './staff-description.ts'
import { describeTemplates } from './template-description.ts'

/** What `/openapi.json` says of routes that a start only mounts: made when somebody asks for it. */
export function describeRoutes(registry: App['openAPIRegistry']): void {
  describePanels(registry)
  describeRecords(registry)
  describeBoard(registry)
  describeSearch(registry)
  describePanelLayout(registry)
  describeMails(registry)
  describeFiles(registry)
  describePrivacy(registry)
  describeDefinitions(registry)
  describeSessions(registry)
  describeSheets(registry)
  describeTemplates(registry)
  describeAccess(registry)
  describeStaff(registry)
}
