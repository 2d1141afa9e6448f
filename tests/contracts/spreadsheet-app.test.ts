import { beforeEach, describe, expect, test } from 'vitest'
import { plainData } from '../../workbench/src/sheets/plain-data.ts'
import { spreadsheetApp } from '../../workbench/src/sheets/spreadsheet-app.ts'
import { newWorkbook } from '../../workbench/src/sheets/workbook.ts'

/**
 * What Google documents of `SpreadsheetApp` and the sidebar's script relies on; the stand-in of the workbench keeps it.
 * developers.google.com/apps-script/reference/spreadsheet
 */
let app: typeof SpreadsheetApp
let sheet: GoogleAppsScript.Spreadsheet.Sheet

beforeEach(() => {
  app = spreadsheetApp(newWorkbook('a book'), { menu: () => {}, sidebar: () => {} })
  sheet = app.getActiveSpreadsheet().insertSheet('Orders')
})

const values = (a1: string) => sheet.getRange(a1).getValues()

describe('what is set is read as if it was typed', () => {
  test('"=" begins a formula, whose result is the value', () => {
    sheet.getRange('A1:A3').setValues([[2], ['=A1*3'], ['=SUM(A1:A2)']])
    expect(values('A1:A3')).toEqual([[2], [6], [8]])
    expect(sheet.getRange('A1:A3').getFormulas()).toEqual([[''], ['=A1*3'], ['=SUM(A1:A2)']])
  })

  test('an apostrophe makes a text of it, and is no part of the text', () => {
    sheet.getRange('A1').setValue("'=1+1")
    expect(values('A1')).toEqual([['=1+1']])
    expect(sheet.getRange('A1').getFormulas()).toEqual([['']])
  })

  test('a cell of plain text takes everything as it is', () => {
    sheet
      .getRange('A1:A3')
      .setNumberFormat('@')
      .setValues([['=1+1'], ['+86 10'], ['0012']])
    expect(values('A1:A3')).toEqual([['=1+1'], ['+86 10'], ['0012']])
    expect(sheet.getRange('A1:A3').getFormulas()).toEqual([[''], [''], ['']])
  })

  test('numbers, TRUE and days of an unformatted cell are numbers, booleans and Dates', () => {
    sheet.getRange('A1:A3').setValues([['18,400.50'], ['true'], ['2026-11-20']])
    const [[number], [yes], [day]] = values('A1:A3') as [[unknown], [unknown], [unknown]]
    expect([number, yes]).toEqual([18400.5, true])
    expect(day).toBeInstanceOf(Date)
  })

  test('what cannot be calculated is an error as its value', () => {
    sheet.getRange('A1:A4').setValues([['=1/0'], ['=A4'], ['=NOSUCH(1)'], ['=A2']])
    expect(values('A1:A4').flat()).toEqual(['#DIV/0!', '#REF!', '#NAME?', '#REF!'])
  })

  test('a block of another size than the range is refused', () => {
    expect(() => sheet.getRange('A1:B1').setValues([[1]])).toThrow()
  })
})

describe('days', () => {
  test('are midnight of the spreadsheet’s own calendar', () => {
    const midnight = new Date('2026-11-19T16:00:00Z')
    sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(midnight)
    expect(values('A1')).toEqual([[midnight]])
    expect(sheet.getRange('A1').getDisplayValues()).toEqual([['2026-11-20']])
  })

  test('are numbers in a cell of another format', () => {
    sheet.getRange('A1').setValue('2026-11-20').setNumberFormat('General')
    expect(values('A1')).toEqual([[46346]])
  })
})

test('getDisplayValues shows numbers in their format, getValues the number itself', () => {
  sheet
    .getRange('A1:A2')
    .setNumberFormat('#,##0.00')
    .setValues([[18400.5], [0.125]])
  expect(sheet.getRange('A1:A2').getDisplayValues()).toEqual([['18,400.50'], ['0.13']])
  expect(values('A1:A2')).toEqual([[18400.5], [0.125]])
})

describe('developer metadata', () => {
  const found = () =>
    sheet
      .createDeveloperMetadataFinder()
      .withLocationType(app.DeveloperMetadataLocationType.COLUMN)
      .withKey('field')
      .find()
      .map((entry) => [entry.getValue(), entry.getLocation().getColumn()?.getColumn()])

  test('of a column goes where the column goes, with its values', () => {
    sheet.getRange('A1:C1').setValues([['a', 'b', 'c']])
    sheet.getRange('A:A').addDeveloperMetadata('field', 'first', app.DeveloperMetadataVisibility.DOCUMENT)
    sheet.moveColumns(sheet.getRange('A1'), 4)
    expect(found()).toEqual([['first', 3]])
    expect(values('A1:C1')).toEqual([['b', 'c', 'a']])
  })

  test('cannot stand at a part of a column', () => {
    expect(() =>
      sheet.getRange('A1:A5').addDeveloperMetadata('field', 'x', app.DeveloperMetadataVisibility.DOCUMENT),
    ).toThrow()
  })

  test('of a sheet is found from the spreadsheet, changed and removed', () => {
    const find = () =>
      app
        .getActiveSpreadsheet()
        .createDeveloperMetadataFinder()
        .withLocationType(app.DeveloperMetadataLocationType.SHEET)
        .withKey('kept')
        .find()
    sheet.addDeveloperMetadata('kept', 'one', app.DeveloperMetadataVisibility.DOCUMENT)
    find()[0]?.setValue('two')
    expect(find().map((entry) => [entry.getValue(), entry.getLocation().getSheet()?.getName()])).toEqual([
      ['two', 'Orders'],
    ])
    find()[0]?.remove()
    expect(find()).toEqual([])
  })
})

describe('rows', () => {
  beforeEach(() => {
    sheet.getRange('A1:B3').setValues([
      ['b', 2],
      ['a', 1],
      ['c', 3],
    ])
  })

  test('sorting moves what stands in the cells: values, notes and backgrounds', () => {
    sheet.getRange('A2').setNote('first').setBackground('#fce0de')
    sheet.sort(1)
    expect(values('A1:B3')).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    expect(sheet.getRange('A1:A2').getNotes()).toEqual([['first'], ['']])
    expect(sheet.getRange('A1:A2').getBackgrounds()).toEqual([['#fce0de'], ['#ffffff']])
  })

  test('a frozen header is not sorted', () => {
    sheet.setFrozenRows(1)
    sheet.sort(1)
    expect(values('A1:A3').flat()).toEqual(['b', 'a', 'c'])
  })

  test('deleted rows close the gap, inserted ones make room', () => {
    sheet.deleteRows(1, 1)
    sheet.insertRowsAfter(1, 2)
    expect(values('A1:A4').flat()).toEqual(['a', '', '', 'c'])
  })

  test('the last row that is not frozen cannot be deleted', () => {
    sheet.setFrozenRows(1)
    expect(() => sheet.deleteRows(2, sheet.getMaxRows() - 1)).toThrow()
  })

  test('formats and notes do not make a row the last one', () => {
    sheet.getRange('A9').setNote('here').setNumberFormat('@')
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([3, 2])
  })
})

test('a background that is taken away is white again', () => {
  const cell = sheet.getRange('A1').setBackground('#fef0c7')
  expect(cell.setBackground(null).getBackgrounds()).toEqual([['#ffffff']])
})

test('a protection is found again with its words, and removed', () => {
  sheet.getRange('A1:B1').protect().setDescription('ours').setWarningOnly(true)
  const [protection] = sheet.getProtections(app.ProtectionType.RANGE)
  expect([protection?.getDescription(), protection?.isWarningOnly()]).toEqual(['ours', true])
  expect(protection?.getRange().getA1Notation()).toBe('A1:B1')
  protection?.remove()
  expect(sheet.getProtections(app.ProtectionType.RANGE)).toEqual([])
})

test('a hidden column keeps its values', () => {
  sheet.getRange('B1').setValue('kept')
  sheet.hideColumns(2)
  expect([sheet.isColumnHiddenByUser(2), values('B1')]).toEqual([true, [['kept']]])
})

describe('what a page and its script tell each other', () => {
  test('is a copy of plain data', () => {
    const told = { rows: [{ text: 'x', number: 1.5, yes: true, nothing: null }] }
    expect(plainData(told)).toEqual(told)
    expect(plainData(told)).not.toBe(told)
  })

  test.each([new Date(0), [new Date(0)], { a: { b: () => {} } }, new Map()])(
    'is nothing else: %s is refused',
    (told) => {
      expect(() => plainData(told)).toThrow()
    },
  )
})

test('what is outside of the sheet is an error, and so is a name that is taken', () => {
  expect(() => sheet.getRange(1, 1, sheet.getMaxRows() + 1)).toThrow()
  expect(() => app.getActiveSpreadsheet().insertSheet('Orders')).toThrow()
})
