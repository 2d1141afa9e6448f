import { dateIn, instantOf } from '#shared/time/zone.ts'
import { columnLetters, columnNumber } from './formula.ts'
import {
  type Cell,
  cellAt,
  changeCell,
  changeColumn,
  columnAt,
  deleteRows,
  type Entry,
  insertRows,
  lastColumn,
  lastRow,
  moveColumn,
  newTab,
  type Protection,
  shownAt,
  sortRows,
  type Tab,
  valueAt,
  type Workbook,
  write,
  writeDay,
} from './workbook.ts'
import { dayOf, isDayFormat } from './written.ts'

type Named<T> = { readonly [Name in keyof T]?: unknown }
type App = typeof SpreadsheetApp

/** What the stand-in shows to people: a menu to choose from, a page beside the sheet. */
export interface Screen {
  menu(items: readonly { readonly label: string; readonly call: string }[]): void
  sidebar(page: { readonly file: string; readonly title: string }): void
}

/**
 * Google's `SpreadsheetApp` over a workbook of this stage, as far as our script uses it; its names are those of
 * `@types/google-apps-script`. Whatever is not ours is not there, and calling it throws. Days are `Date`s of the realm that
 * this runs in, as Google's are of the script's.
 */
export function spreadsheetApp(book: Workbook, screen: Screen): App {
  const changed = <T>(value: T): T => {
    book.changes++
    return value
  }
  const spreadsheet = {
    getId: () => book.id,
    getSpreadsheetTimeZone: () => book.timeZone,
    getSheets: () => book.sheets.map(sheetOf),
    insertSheet(name: string) {
      if (book.sheets.some((tab) => tab.name === name))
        throw new Error(`A sheet with the name "${name}" already exists.`)
      const tab = newTab(Math.max(...book.sheets.map(({ id }) => id)) + 1, name)
      book.sheets.push(tab)
      book.active = tab
      return changed(sheetOf(tab))
    },
    /** Finds everywhere. */
    createDeveloperMetadataFinder: () => finder(book.sheets),
  } satisfies Named<GoogleAppsScript.Spreadsheet.Spreadsheet>

  function sheetOf(tab: Tab) {
    const sheet = {
      getSheetId: () => tab.id,
      getName: () => tab.name,
      /** `(row, column, height?, width?)`, or in letters: `B2`, `B2:C5`, `B:B`. */
      getRange: (...place: readonly (number | string)[]) => rangeOf(tab, ...placeOf(tab, place)),
      /** The last row with something in it; formats and notes do not count. */
      getLastRow: () => lastRow(tab),
      getLastColumn: () => lastColumn(tab),
      getMaxRows: () => tab.maxRows,
      getMaxColumns: () => tab.maxColumns,
      insertRowsAfter: (after: number, count: number) => changed(insertRows(tab, after + 1, count)),
      insertColumnsAfter(after: number, count: number) {
        if (after !== tab.maxColumns) throw new Error('this stage adds columns at the end alone')
        tab.maxColumns += count
      },
      /** Refuses to take away the last row that is not frozen. */
      deleteRows: (first: number, count: number) => changed(deleteRows(tab, first, count)),
      hideColumns: (column: number) => changed(changeColumn(tab, column, { hidden: true })),
      isColumnHiddenByUser: (column: number) => columnAt(tab, column).hidden,
      /** Takes along what belongs to the column. */
      moveColumns: (column: { getColumn(): number }, before: number) =>
        changed(moveColumn(tab, column.getColumn(), before)),
      /** Sorts what stands below the frozen rows; entries of developer metadata stay where they are. */
      sort: (column: number, ascending = true) => changed(sortRows(tab, column, { ascending })),
      setFrozenRows: (rows: number) => changed(Object.assign(tab, { frozenRows: rows })),
      setFrozenColumns: (columns: number) => changed(Object.assign(tab, { frozenColumns: columns })),
      getProtections: () => tab.protections.map((one) => protectionOf(tab, one)),
      createDeveloperMetadataFinder: () => finder([tab]),
      addDeveloperMetadata: (key: string, value: string) => changed(tab.entries.push({ key, value })),
      activate: () => changed(Object.assign(book, { active: tab })),
    } satisfies Named<GoogleAppsScript.Spreadsheet.Sheet>
    return sheet
  }

  function rangeOf(tab: Tab, row: number, column: number, height: number, width: number) {
    if (row < 1 || column < 1 || row + height - 1 > tab.maxRows || column + width - 1 > tab.maxColumns) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
    }
    const each = <T>(of: (row: number, column: number) => T): T[][] =>
      Array.from({ length: height }, (_, down) =>
        Array.from({ length: width }, (_, right) => of(row + down, column + right)),
      )
    const all = (part: Partial<Cell>) => {
      each((r, c) => changeCell(tab, r, c, part))
      return changed(range)
    }
    const range = {
      getRow: () => row,
      getColumn: () => column,
      getSheet: () => sheetOf(tab),
      getA1Notation: () =>
        `${columnLetters(column)}${row}${height * width > 1 ? `:${columnLetters(column + width - 1)}${row + height - 1}` : ''}`,
      /** Numbers in a format of days are `Date`s: midnight on the spreadsheet's calendar. */
      getValues: () => each(scriptValue),
      getValue: () => scriptValue(row, column),
      getDisplayValues: () => each((r, c) => shownAt(tab, r, c)),
      /** Empty where there is none. */
      getFormulas: () => each((r, c) => cellAt(tab, r, c).formula ?? ''),
      /** Texts are read as if they were typed: `=` begins a formula, `'` a text, and a cell of plain text takes all as it is. */
      setValues(values: readonly (readonly unknown[])[]) {
        if (values.length !== height || values.some((line) => line.length !== width)) {
          throw new Error('The number of rows or columns in the data does not match that of the range.')
        }
        each((r, c) => setScriptValue(r, c, values[r - row]?.[c - column]))
        return changed(range)
      },
      setValue(value: unknown) {
        each((r, c) => setScriptValue(r, c, value))
        return changed(range)
      },
      getNotes: () => each((r, c) => cellAt(tab, r, c).note),
      setNote: (note: string) => all({ note }),
      getBackgrounds: () => each((r, c) => cellAt(tab, r, c).background ?? '#ffffff'),
      /** Null gives the default back. */
      setBackground: (background: string | null) => all({ background }),
      setFontColor: (colour: string | null) => all({ colour }),
      setFontWeight: (weight: string) => all({ bold: weight === 'bold' }),
      setNumberFormat: (format: string) => all({ format }),
      setDataValidation: (rule: { readonly words: readonly string[] } | null) => all({ words: rule?.words }),
      protect() {
        const made: Protection = { row, column, height, width, description: '', isWarning: false }
        tab.protections.push(made)
        return changed(protectionOf(tab, made))
      },
      /** Only a range that is a whole column can carry an entry. */
      addDeveloperMetadata(key: string, value: string) {
        if (row !== 1 || height !== tab.maxRows || width !== 1)
          throw new Error('This is neither a whole row nor a whole column.')
        changeColumn(tab, column, { entries: [...columnAt(tab, column).entries, { key, value }] })
        return changed(range)
      },
      activate() {
        book.active = tab
        tab.at = { row, column }
        tab.to = { row: row + height - 1, column: column + width - 1 }
        return changed(range)
      },
    } satisfies Named<GoogleAppsScript.Spreadsheet.Range>
    return range

    function scriptValue(r: number, c: number): unknown {
      const value = valueAt(tab, r, c)
      const isDay = typeof value === 'number' && isDayFormat(cellAt(tab, r, c).format)
      return isDay ? new Date(instantOf(dayOf(value), '00:00', book.timeZone)) : value
    }

    function setScriptValue(r: number, c: number, value: unknown): void {
      if (value instanceof Date) writeDay(tab, r, c, dateIn(value.getTime(), book.timeZone))
      else if (typeof value === 'string') write(tab, r, c, value)
      else if (value === null || value === undefined) write(tab, r, c, '')
      else if (typeof value === 'number' || typeof value === 'boolean')
        changeCell(tab, r, c, { value, formula: undefined })
      else throw new Error('Only texts, numbers, booleans and Dates can be set.')
    }
  }

  function protectionOf(tab: Tab, one: Protection) {
    const protection = {
      getDescription: () => one.description,
      setDescription(description: string) {
        one.description = description
        return protection
      },
      isWarningOnly: () => one.isWarning,
      setWarningOnly(isWarning: boolean) {
        one.isWarning = isWarning
        return protection
      },
      getRange: () => rangeOf(tab, one.row, one.column, one.height, one.width),
      remove() {
        tab.protections = tab.protections.filter((other) => other !== one)
      },
    } satisfies Named<GoogleAppsScript.Spreadsheet.Protection>
    return protection
  }

  function finder(tabs: readonly Tab[]) {
    let [type, wanted] = ['', '']
    const search = {
      withLocationType(location: string) {
        type = location
        return search
      },
      withKey(key: string) {
        wanted = key
        return search
      },
      find: (): ReturnType<typeof metadata>[] =>
        tabs
          .flatMap((tab) =>
            type === 'SHEET'
              ? tab.entries.map((entry) => metadata(entry, tab, null, tab.entries))
              : tab.columns.flatMap(({ entries }, column) =>
                  entries.map((entry) => metadata(entry, tab, column, entries)),
                ),
          )
          .filter((entry) => entry.getKey() === wanted),
    } satisfies Named<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>
    return search
  }

  const metadata = (entry: Entry, tab: Tab, column: number | null, among: Entry[]) =>
    ({
      getKey: () => entry.key,
      getValue: () => entry.value,
      setValue: (value: string) => changed(Object.assign(entry, { value })),
      remove: () => changed(among.splice(among.indexOf(entry), 1)),
      getLocation: () =>
        ({
          getSheet: () => (column === null ? sheetOf(tab) : null),
          getColumn: () => (column === null ? null : rangeOf(tab, 1, column, tab.maxRows, 1)),
        }) satisfies Named<GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>,
    }) satisfies Named<GoogleAppsScript.Spreadsheet.DeveloperMetadata>

  return {
    getActiveSpreadsheet: () => spreadsheet,
    getActiveSheet: () => sheetOf(book.active),
    getCurrentCell: () => rangeOf(book.active, book.active.at.row, book.active.at.column, 1, 1),
    getUi: () => ui(screen),
    newDataValidation: validation,
    /** Everything here is done at once. */
    flush: () => {},
    DeveloperMetadataLocationType: { SHEET: 'SHEET', COLUMN: 'COLUMN' },
    DeveloperMetadataVisibility: { DOCUMENT: 'DOCUMENT' },
    ProtectionType: { RANGE: 'RANGE' },
  } satisfies Named<App> as unknown as App
}

function validation() {
  const rule = { words: [] as readonly string[] }
  const builder = {
    requireValueInList(words: readonly string[]) {
      if (words.length > 500) throw new Error('A list has at most 500 words.')
      rule.words = words
      return builder
    },
    setAllowInvalid: () => builder,
    build: () => rule,
  } satisfies Named<GoogleAppsScript.Spreadsheet.DataValidationBuilder>
  return builder
}

function ui(screen: Screen) {
  const items: { label: string; call: string }[] = []
  const menu = {
    addItem(label: string, call: string) {
      items.push({ label, call })
      return menu
    },
    addToUi: () => screen.menu(items),
  } satisfies Named<GoogleAppsScript.Base.Menu>
  return {
    createAddonMenu: () => menu,
    showSidebar: (page: { readonly file: string; readonly title: string }) => screen.sidebar(page),
  } satisfies Named<GoogleAppsScript.Base.Ui>
}

function placeOf(tab: Tab, place: readonly (number | string)[]): [number, number, number, number] {
  const [first, column, height = 1, width = 1] = place
  if (typeof first === 'number') return [first, Number(column), Number(height), Number(width)]
  const [, from = '', top, to = from, bottom] = /^([A-Z]+)(\d+)?(?::([A-Z]+)(\d+)?)?$/i.exec(first ?? '') ?? []
  if (!from) throw new Error(`Range not found: ${first}`)
  const [left, right] = [columnNumber(from), columnNumber(to)]
  const row = Number(top ?? 1)
  const last = Number(bottom ?? (top && to === from ? top : tab.maxRows))
  return [row, left, last - row + 1, right - left + 1]
}
