import { layoutCells, spanOf } from './html-cells.ts'

/**
 * What an HTML mail says, line by line: rows of tables with a tab between the cells, quotations with `> ` before each
 * line. A cell that spans rows stands in each of them. One pass over the signs, so that its time grows with the length alone.
 */
export function htmlText(html: string): string {
  const lines: string[] = []
  const layout = layoutCells(html)
  let line = ''
  let quoted = 0
  let hidden = ''
  const row = new Row()
  const endLine = () => {
    const text = line
      .replace(/[ \r\n]+/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .replace(/^ +| +$/g, '')
    const said = text.trim() === '' ? '' : text
    lines.push(said && quoted > 0 ? `${'>'.repeat(Math.min(quoted, 9))} ${said.trim()}` : said)
    line = ''
  }
  const endWritten = () => {
    if (line.trim() !== '') endLine()
  }
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    const words = html.slice(at, open < 0 ? html.length : open)
    if (!hidden) line += row.inCell ? decoded(words).replace(/[\r\n\t]+/g, ' ') : decoded(words).replace(/\s+/g, ' ')
    if (open < 0) break
    const comment = html.startsWith('<!--', open)
    const close = html.indexOf(comment ? '-->' : '>', open + 1)
    if (close < 0) break
    at = close + (comment ? 3 : 1)
    if (comment) continue
    const [, end, name = ''] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})/.exec(html.slice(open, open + 20)) ?? []
    const tag = name.toLowerCase()
    if (hidden) {
      if (end && tag === hidden) hidden = ''
    } else if (!end && HIDDEN.has(tag)) hidden = tag
    else if (tag === 'td' || tag === 'th') {
      if (layout.has(open)) endWritten()
      else line = end ? row.endCell(line) : row.beginCell(line, html.slice(open, close))
    } else if (tag === 'tr' || tag === 'table') {
      line = row.end(line, tag === 'table')
      endWritten()
    } else if (tag === 'blockquote') {
      endWritten()
      quoted = Math.max(0, quoted + (end ? -1 : 1))
    } else if (row.inCell && (tag === 'br' || BLOCKS.has(tag))) line += ' '
    else if (tag === 'br') endLine()
    else if (BLOCKS.has(tag)) {
      endWritten()
      if (tag === 'p' && end) lines.push('')
      if (tag === 'li' && !end) line = '- '
    }
  }
  endLine()
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The row of a table that is being written, with what cells of rows above it reach down into. */
class Row {
  inCell = false
  #column = 0
  #begun = 0
  #span = { columns: 1, rows: 1 }
  readonly #above: { text: string; rows: number }[] = []

  beginCell(line: string, tag: string): string {
    const before = this.#reached(this.inCell ? this.endCell(line) : line)
    this.#span = spanOf(tag)
    this.inCell = true
    const begun = this.#column > 0 ? `${before}\t` : before
    this.#begun = begun.length
    return begun
  }

  endCell(line: string): string {
    if (!this.inCell) return line
    this.inCell = false
    const { columns, rows } = this.#span
    if (rows > 1) this.#above[this.#column] = { text: line.slice(this.#begun).slice(0, 300), rows: rows - 1 }
    this.#column += columns
    return line + '\t'.repeat(columns - 1)
  }

  end(line: string, isTable: boolean): string {
    const written = this.endCell(line)
    const whole = this.#column > 0 ? this.#reached(written) : written
    this.#column = 0
    if (isTable) this.#above.length = 0
    return whole
  }

  #reached(line: string): string {
    let whole = line
    for (let above = this.#above[this.#column]; above && above.rows > 0; above = this.#above[this.#column]) {
      whole += `${this.#column > 0 ? '\t' : ''}${above.text}`
      above.rows--
      this.#column++
    }
    return whole
  }
}

const HIDDEN = new Set(['head', 'style', 'script', 'title', 'template'])
const BLOCKS = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 hr pre section article header footer center dl dt dd'.split(' '),
)

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?/g, (whole, name: string) => {
        if (name.startsWith('#'))
          return signOf(Number(/^#x/i.test(name) ? `0x${name.slice(2)}` : name.slice(1))) ?? whole
        return ENTITIES[name] ?? lettered(name) ?? whole
      })
    : text

const signOf = (code: number): string | null =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', copy: '©', reg: '®', trade: '™', euro: '€' },
  ...{ pound: '£', yen: '¥', cent: '¢', sect: '§', deg: '°', middot: '·', bull: '•', hellip: '…', ndash: '–' },
  ...{ mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
  ...{ times: '×', frac12: '½', sup2: '²', sup3: '³', ordf: 'ª', ordm: 'º', iexcl: '¡', iquest: '¿', szlig: 'ß' },
  ...{ aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', thorn: 'þ', eth: 'ð', oelig: 'œ', OElig: 'Œ', shy: '\u00ad' },
}

/** `eacute` is an e with an acute: the names of all accented letters are made so. */
function lettered(name: string): string | null {
  const [, letter, accent] = /^([a-zA-Z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/.exec(name) ?? []
  return letter && accent ? (letter + (ACCENTS[accent] ?? '')).normalize('NFC') : null
}

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327' },
  ...{ ring: '\u030a', caron: '\u030c' },
}
