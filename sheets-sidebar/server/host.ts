import type { Cell } from '#shared/sheet/api.ts'

/**
 * What the script asks of Google. This file alone touches `SpreadsheetApp`, `HtmlService`, `ScriptApp`, `Session`,
 * `PropertiesService`, `LockService` and `Utilities`. Nothing of it runs when the script is loaded: a menu must appear before anybody
 * has agreed to anything.
 */
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet
export type Range = GoogleAppsScript.Spreadsheet.Range
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata

export const language = (): string => Session.getActiveUserLocale()
export const account = (): string => Session.getActiveUser().getEmail()
export const token = (): string | null => ScriptApp.getIdentityToken()

const book = () => SpreadsheetApp.getActiveSpreadsheet()

export function addMenu(open: { readonly label: string; readonly call: string }): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem(open.label, open.call).addToUi()
}

export function showPage(file: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title))
}

export function newSheet(name: string): Sheet {
  const taken = book()
    .getSheets()
    .map((sheet) => sheet.getName().toLowerCase())
  let free = name
  for (let nth = 2; taken.includes(free.toLowerCase()); nth++) free = `${name} (${nth})`
  return book().insertSheet(free)
}

export const activeSheet = (): Sheet => SpreadsheetApp.getActiveSheet()
/** Where the cell that typing goes into is. */
export const activeCell = (): Range | null => SpreadsheetApp.getCurrentCell()
export const activate = (range: Range): void => {
  range.getSheet().activate()
  range.activate()
}

/** The sheets that hold an entry of this name, with it. */
export function markedSheets(key: string): { readonly sheet: Sheet; readonly value: string }[] {
  return book()
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET)
    .withKey(key)
    .find()
    .flatMap((entry) => {
      const sheet = entry.getLocation().getSheet()
      return sheet ? [{ sheet, value: entry.getValue() ?? '' }] : []
    })
}

export function markSheet(sheet: Sheet, key: string, value: string): void {
  const [entry, ...doubles] = sheet
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET)
    .withKey(key)
    .find()
  for (const double of doubles) double.remove()
  if (entry) entry.setValue(value)
  else sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
}

/** The columns (1 is A) that carry an entry of this name: they keep it wherever they are moved. */
export function markedColumns(sheet: Sheet, key: string): { readonly column: number; readonly entry: Metadata }[] {
  return sheet
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .withKey(key)
    .find()
    .flatMap((entry) => {
      const column = entry.getLocation().getColumn()?.getColumn()
      return column === undefined ? [] : [{ column, entry }]
    })
}

export function markColumn(sheet: Sheet, column: number, key: string, value: string): void {
  wholeColumn(sheet, column).addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
}

/** A column from top to bottom, however many rows there are: an entry may stand at such a one only. */
function wholeColumn(sheet: Sheet, column: number): Range {
  const letters = sheet.getRange(1, column).getA1Notation().replace(/\d+/, '')
  return sheet.getRange(`${letters}:${letters}`)
}

/** A dropdown of these words. Something else may be pasted in: the Worker says what is wrong with it. */
export function offer(range: Range, words: readonly string[]): void {
  range.setDataValidation(
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...words], true)
      .setAllowInvalid(true)
      .build(),
  )
}

/** Asks before somebody changes this by hand. Once: what one person has protected another may not unprotect. */
export function warnAt(sheet: Sheet, ranges: readonly Range[], description: string): void {
  const known = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)
  if (known.some((one) => one.getDescription() === description)) return
  for (const range of ranges) range.protect().setDescription(description).setWarningOnly(true)
}

/** A cell as plain data: a day as `YYYY-MM-DD` on the spreadsheet's own calendar, nothing as null; an image is an error. */
export function plain(value: unknown, timeZone: string): Cell {
  if (value === '' || value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Object.prototype.toString.call(value) !== '[object Date]') return '#VALUE!'
  return Utilities.formatDate(value as GoogleAppsScript.Base.Date, timeZone, 'yyyy-MM-dd')
}

export const timeZone = (): string => book().getSpreadsheetTimeZone()
export const moment = (ms: number): string =>
  Utilities.formatDate(new Date(ms) as unknown as GoogleAppsScript.Base.Date, timeZone(), 'yyyy-MM-dd HH:mm')
/** Midnight of a day on the spreadsheet's own calendar. */
export const midnight = (day: string, zone: string): Date =>
  Utilities.parseDate(day, zone, 'yyyy-MM-dd') as unknown as Date

/** Nobody else's run of this script writes into this document meanwhile. Throws when one does not end in time. */
export function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  lock.waitLock(LOCK_MS)
  try {
    const done = work()
    SpreadsheetApp.flush()
    return done
  } finally {
    lock.releaseLock()
  }
}

const LOCK_MS = 20_000

/** What is kept for this person in this document; null forgets. */
export function keepOwn(name: string, value: string | null): void {
  const properties = PropertiesService.getUserProperties()
  const key = `${name} ${book().getId()}`
  if (value === null) properties.deleteProperty(key)
  else properties.setProperty(key, value)
}

export const readOwn = (name: string): string | null =>
  PropertiesService.getUserProperties().getProperty(`${name} ${book().getId()}`)
