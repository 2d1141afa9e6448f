import type { App } from './app-types.ts'
import { describeBoard } from './board-description.ts'
import { describeDefinitions } from './definition-description.ts'
import { describePrivacy } from './privacy-description.ts'
import { describeRecords } from './record-description.ts'
import { describeSearch } from './search-description.ts'
import { describeSheets } from './sheet-description.ts'

/** What `/openapi.json` says of routes that a start only mounts: made when somebody asks for it. */
export function describeRoutes(registry: App['openAPIRegistry']): void {
  describeRecords(registry)
  describeBoard(registry)
  describeSearch(registry)
  describePrivacy(registry)
  describeDefinitions(registry)
  describeSheets(registry)
}
