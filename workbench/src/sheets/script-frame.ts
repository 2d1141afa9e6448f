import { type ScriptUser, scriptServices } from './script-services.ts'
import { type Screen, spreadsheetApp } from './spreadsheet-app.ts'
import type { Workbook } from './workbook.ts'

/** What the page gives the frame in which the script runs. */
export interface ScriptStage {
  readonly book: Workbook
  readonly screen: Screen
  readonly user: () => ScriptUser
}

/** The frame's window: the script's own functions are global there, as they are at Google. */
export interface ScriptWindow {
  play(stage: ScriptStage): void
  readonly [name: string]: unknown
}

Object.assign(window, {
  play: ({ book, screen, user }: ScriptStage) =>
    Object.assign(window, { SpreadsheetApp: spreadsheetApp(book, screen) }, scriptServices(user)),
})
