/**
 * What an HTML mail says, line by line: rows of tables with a tab between the cells, quotations with `> ` before each
 * line. One pass over the signs, so that its time grows with the length alone.
 */
export function htmlText(html: string): string {
  const lines: string[] = []
  let line = ''
  let quoted = 0
  let hidden = ''
  let cells = 0
  const endLine = () => {
    const text = line
      .replace(/[ \r\n]+/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .trim()
    lines.push(text && quoted > 0 ? `${'>'.repeat(Math.min(quoted, 9))} ${text}` : text)
    line = ''
  }
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    const words = html.slice(at, open < 0 ? html.length : open)
    if (!hidden) line += cells > 0 ? decoded(words).replace(/[\r\n\t]+/g, ' ') : decoded(words).replace(/\s+/g, ' ')
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
      if (end) cells = Math.max(0, cells - 1)
      else {
        if (cells === 0 && line.trim() !== '') line += '\t'
        cells++
      }
    } else if (tag === 'tr' || tag === 'table') {
      if (line.trim() !== '') endLine()
      if (tag === 'table' || !end) cells = 0
    } else if (tag === 'blockquote') {
      if (line.trim() !== '') endLine()
      quoted = Math.max(0, quoted + (end ? -1 : 1))
    } else if (tag === 'br') {
      // Within a cell a break is a space: the row stays one line.
      if (cells > 0) line += ' '
      else endLine()
    } else if (BLOCKS.has(tag)) {
      if (cells > 0) line += ' '
      else {
        if (line.trim() !== '') endLine()
        if (tag === 'p' && end) lines.push('')
        if (tag === 'li' && !end) line = '- '
      }
    }
  }
  endLine()
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
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
