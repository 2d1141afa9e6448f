/**
 * Which cells of an HTML mail only place things on the page, by where their tags begin: those that hold a table, that
 * stand alone in their row, or hold several lines beside a picture. Their lines are lines; those of other cells are one
 * row. One pass over the tags.
 */
export function layoutCells(html: string): ReadonlySet<number> {
  const layout = new Set<number>()
  const open: Table[] = []
  const endTable = () => {
    const table = open.pop()
    if (!table) return
    const isGrid = table.rows.some((row) => row.length >= 3)
    for (const row of table.rows)
      for (const { at, breaks, holdsTable } of row)
        if (holdsTable || (!isGrid && (breaks >= 3 || (row.length === 1 && breaks > 0)))) layout.add(at)
  }
  for (const { 0: tag, 1: end, 2: name = '', index } of html.matchAll(TAG)) {
    const table = open.at(-1)
    const cell = table?.rows.at(-1)?.at(-1)
    if (name.toLowerCase() === 'table') {
      if (end) endTable()
      else {
        if (cell) cell.holdsTable = true
        if (open.length < DEPTH_MAX) open.push({ rows: [[]] })
      }
    } else if (/^<tr/i.test(tag)) table?.rows.push([])
    else if (/^<t[dh]/i.test(tag)) table?.rows.at(-1)?.push({ at: index, breaks: 0, holdsTable: false })
    else if (!end && cell && !/^<t/i.test(tag)) cell.breaks++
  }
  while (open.length > 0) endTable()
  return layout
}

interface Table {
  readonly rows: { readonly at: number; breaks: number; holdsTable: boolean }[][]
}

const TAG = /<(\/?)(table|tr|td|th|br|p|li|div)(?=[\s>/])/gi
const DEPTH_MAX = 200

/** How many columns and rows a cell takes, of its tag's attributes. */
export function spanOf(tag: string): { readonly columns: number; readonly rows: number } {
  const of = (pattern: RegExp) => Math.min(Math.max(Number(pattern.exec(tag)?.[1] ?? 1), 1), 20)
  return { columns: of(COLSPAN), rows: of(ROWSPAN) }
}

const COLSPAN = /colspan\s{0,3}=\s{0,3}["']?(\d{1,2})/i
const ROWSPAN = /rowspan\s{0,3}=\s{0,3}["']?(\d{1,2})/i
