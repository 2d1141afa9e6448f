import type { Document, Element } from '@xmldom/xmldom'
import { TemplateBroken, templateProblem } from '#shared/paper/template-problem.ts'
import { dateFormats } from './date-formats.ts'
import { childrenOf, elements, openParts, type Parts, readXml, relationships } from './package.ts'

/** A workbook (ECMA-376 part 1, 12.3) as far as filling it takes. */
export interface Workbook {
  readonly parts: Parts
  /** The part that names the sheets. */
  readonly path: string
  readonly document: Document
  readonly sheets: readonly Sheet[]
  /** The items of the shared strings. */
  readonly strings: readonly Element[]
  /** Whether cells of a style (its index) show dates. */
  readonly isDate: (style: string | null) => boolean
  /** The day number, counted from 1970, that its dates count from. */
  readonly epoch: number
}

export interface Sheet {
  readonly name: string
  readonly path: string
  readonly document: Document
  readonly data: Element
  readonly related: ReadonlyMap<string, { readonly type: string; readonly part: string }>
}

/** Throws {@link TemplateBroken} for what is no workbook, and for one with macros. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = openParts(bytes)
  const start = [...relationships(parts, '').values()].find(({ type }) => type === 'officeDocument')?.part
  if (!start || !parts[start]) throw broken('no_workbook')
  if (Object.keys(parts).some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name)))
    throw broken('macros')
  const document = readXml(parts[start])
  const related = relationships(parts, start)
  const partOf = (type: string) => [...related.values()].find((one) => one.type === type)?.part
  const sheets = elements(document, 'sheet').flatMap((one): Sheet[] => {
    const path = related.get(one.getAttributeNS(RELATED, 'id') ?? one.getAttribute('r:id') ?? '')
    if (path?.type !== 'worksheet') return []
    const sheet = readXml(parts[path.part])
    const [data] = elements(sheet, 'sheetData')
    if (!data) throw broken('no_workbook')
    return [
      {
        name: one.getAttribute('name') ?? '',
        path: path.part,
        document: sheet,
        data,
        related: relationships(parts, path.part),
      },
    ]
  })
  if (sheets.length === 0) throw broken('no_workbook')
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  const [properties] = elements(document, 'workbookPr')
  return {
    parts,
    path: start,
    document,
    sheets,
    strings: strings ? childrenOf(readXml(parts[strings]).documentElement as Element, 'si') : [],
    isDate: dateFormats(styles ? readXml(parts[styles]) : null),
    epoch: /^(1|true)$/.test(properties?.getAttribute('date1904') ?? '') ? DAY_1904 : DAY_1900,
  }
}

const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Day 0 of a workbook: 1899-12-30, or 1904-01-01. */
const [DAY_1900, DAY_1904] = [-25_569, -24_107]

const broken = (code: 'no_workbook' | 'macros') => new TemplateBroken([templateProblem(code, null)])
