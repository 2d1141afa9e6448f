import type { Element } from '@xmldom/xmldom'
import { childrenOf, elements, type Parts, readXml, relationships, writeXml } from './package.ts'
import { cellPlace, columnNumber, filledFormula, movedFormula, movedRanges } from './reference.ts'
import type { Block, Rows } from './rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

export const hasFormulas = ({ data }: Sheet): boolean => elements(data, 'f').length > 0

/** Gives each cell of a shared formula a formula of its own: shared ones are told by distance, which is about to change. */
export function openFormulas({ data }: Sheet): void {
  const shared = elements(data, 'f').filter((one) => one.getAttribute('t') === 'shared')
  const masters = new Map(shared.filter((one) => one.textContent).map((one) => [one.getAttribute('si'), one]))
  const opened = shared.map((formula) => {
    const master = masters.get(formula.getAttribute('si'))
    const [from, to] = [placeOf(master ?? formula), placeOf(formula)]
    const right = columnNumber(to.column) - columnNumber(from.column)
    return filledFormula(master?.textContent ?? '', to.row - from.row, right)
  })
  shared.forEach((formula, index) => {
    for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name)
    formula.textContent = opened[index] ?? ''
  })
}

const placeOf = (formula: Element) => cellPlace((formula.parentNode as Element).getAttribute('r') ?? '')

/** A cell's formula follows what it refers to; what it last came to is forgotten, for its numbers are others now. */
export function moveFormula(
  cell: Element,
  rowsOf: (sheet: string | null) => Rows | undefined,
  from: { readonly block?: Block | undefined; readonly copy: number },
): void {
  const [formula] = childrenOf(cell, 'f')
  if (!formula) return
  formula.textContent = movedFormula(formula.textContent ?? '', rowsOf, from)
  const [covered, rows] = [formula.getAttribute('ref'), rowsOf(null)]
  if (covered && rows) formula.setAttribute('ref', movedRanges(covered, rows, from))
  for (const value of childrenOf(cell, 'v')) cell.removeChild(value)
  cell.removeAttribute('t')
}

/** Names of the workbook and what charts show follow their rows. */
export function moveNames(book: Workbook, rows: ReadonlyMap<string, Rows>, parts: Parts): Parts {
  const moved: Record<string, Uint8Array<ArrayBuffer>> = {}
  const move = (one: Element) => {
    const formula = one.textContent ?? ''
    one.textContent = movedFormula(formula, (sheet) => (sheet === null ? undefined : rows.get(sheet)))
  }
  elements(book.document, 'definedName').forEach(move)
  for (const name of Object.keys(parts).filter((part) => /\/charts\/chart[^/]*\.xml$/.test(part))) {
    const chart = readXml(parts[name])
    elements(chart, 'f').forEach(move)
    moved[name] = writeXml(chart)
  }
  return moved
}

/** Has the workbook work out its formulas when it is opened. The order it last did so in no longer holds and goes. */
export function recalculated({ path, document }: Workbook, { ...parts }: Parts): Parts {
  const [start] = elements(document, 'workbook')
  let [settings] = elements(document, 'calcPr')
  if (!settings && start) {
    settings = document.createElementNS(start.namespaceURI, start.prefix ? `${start.prefix}:calcPr` : 'calcPr')
    const after = childrenOf(start).find(({ localName }) => AFTER_CALC.has(localName ?? ''))
    start.insertBefore(settings, after ?? null)
  }
  settings?.setAttribute('fullCalcOnLoad', '1')
  const chain = [...relationships(parts, path)].find(([, { type }]) => type === 'calcChain')
  if (chain) {
    const [id, { part }] = chain
    delete (parts as Record<string, unknown>)[part]
    const links = path.replace(/([^/]*)$/, '_rels/$1.rels')
    Object.assign(parts, {
      [links]: without(parts[links], 'Relationship', 'Id', id),
      [TYPES]: without(parts[TYPES], 'Override', 'PartName', `/${part}`),
    })
  }
  return { ...parts, [path]: writeXml(document) }
}

const TYPES = '[Content_Types].xml'
/** What stands behind the settings of calculation in a workbook (CT_Workbook). */
const AFTER_CALC = new Set(
  'oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  ),
)

function without(
  part: Uint8Array | undefined,
  name: string,
  attribute: string,
  value: string,
): Uint8Array<ArrayBuffer> {
  const document = readXml(part)
  for (const one of elements(document, name)) {
    if (one.getAttribute(attribute) === value) one.parentNode?.removeChild(one)
  }
  return writeXml(document)
}
