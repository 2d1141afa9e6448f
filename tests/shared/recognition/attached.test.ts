import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listsIn } from '#shared/recognition/attached.ts'
import { attachedLines } from '#shared/recognition/attached-list.ts'
import { type ReceivedMail, readMail } from '#shared/recognition/mail.ts'
import { read, readable, valuesOf } from '../../fixtures/inquiry-mails.ts'

/** A list that is attached is read as one that stands in the mail, and says where each line of it stands. */

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

function mailWith(
  name: string,
  bytes: Uint8Array,
  text = 'Dear team,\r\nplease quote the attached list.',
): Promise<ReceivedMail> {
  return readMail(
    [
      'From: Marta Lindqvist <marta@havsvik-inredning.example>',
      'To: sales@bluewhale-outdoor.example',
      'Subject: RFQ spring',
      'Date: Mon, 19 Oct 2026 08:00:00 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(bytes),
      '--part--',
      '',
    ].join('\r\n'),
  )
}

type Cell = string | number

/** A workbook as programs write it: words in a table of their own, cells without anything left out. */
function workbook(rows: readonly (readonly Cell[])[]): Uint8Array {
  const words = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))]
  const escaped = (word: string) => word.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const cell = (value: Cell, row: number, at: number) => {
    const place = `${String.fromCharCode(65 + at)}${row}`
    if (value === '') return ''
    return typeof value === 'number'
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="s"><v>${words.indexOf(value)}</v></c>`
  }
  const drawn = rows.map((cells, at) =>
    cells.length === 0
      ? ''
      : `<row r="${at + 1}">${cells.map((value, column) => cell(value, at + 1, column)).join('')}</row>`,
  )
  return zipSync({
    'xl/sharedStrings.xml': strToU8(`<sst>${words.map((word) => `<si><t>${escaped(word)}</t></si>`).join('')}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${drawn.join('')}</sheetData></worksheet>`),
  })
}

const plainLines = (mail: ReceivedMail) =>
  read(mail).lines.map(({ desc, buyer_sku, qty, unit, target_price, currency, source }) => [
    desc?.value,
    buyer_sku?.value,
    qty?.value,
    unit?.value,
    target_price?.value,
    currency?.value,
    source,
  ])

test('the rows of a workbook are lines, each with its file and row', async () => {
  const rows: Cell[][] = [
    ['Havsvik spring list'],
    [],
    ['Our code', 'Description', 'Qty', 'Unit', 'Target price USD'],
    ['HV-100', 'Linen cushion & cover', 1200, 'pcs', 3.4],
    [],
    ['Kitchen'],
    ['HV-210', 'Oak board', 800, 'sets', 7.1],
    ['', 'Total', 2000, '', ''],
  ]
  const from = (row: number) => ({ file: 'rfq.xlsx', row })
  expect(plainLines(await mailWith('rfq.xlsx', workbook(rows)))).toEqual([
    ['Linen cushion & cover', 'HV-100', 1200, 'pcs', '3.4', 'USD', from(4)],
    ['Oak board', 'HV-210', 800, 'sets', '7.1', 'USD', from(7)],
  ])
})

describe('a CSV in the charset, with the separator and the decimals of where it was written', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const german = 'Artikelnummer;Bezeichnung;Menge;Einheit;Zielpreis EUR\r\n4711;Gießkanne grün;1.200;St.;5,40\r\n'
  const expected = [['Gießkanne grün', '4711', 1200, 'St.', '5.40', 'EUR', { file: 'liste.csv', row: 2 }]]
  // 品名,数量,单位,目标价 USD / 折叠椅,600,把,8.90
  const gbk = Uint8Array.from(
    Buffer.from('c6b7c3fb2ccafdc1bf2cb5a5cebb2cc4bfb1eabcdb205553440ad5dbb5fed2ce2c3630302cb0d12c382e39300a', 'hex'),
  )
  test.each([
    ['windows-1252', latin1(german), expected],
    ['UTF-8', strToU8(german), expected],
    ['UTF-8 with a mark', strToU8(`\ufeff${german}`), expected],
    ['UTF-16', Uint8Array.from(Buffer.from(`\ufeff${german}`, 'utf16le')), expected],
    ['tabs', latin1(german.replaceAll(';', '\t')), expected],
    ['GBK', gbk, [['折叠椅', undefined, 600, '把', '8.90', 'USD', { file: 'liste.csv', row: 2 }]]],
  ])('%s', async (_, bytes, lines) => expect(plainLines(await mailWith('liste.csv', bytes))).toEqual(lines))
})

test('what the mail says itself is not said again by its list; a list of prices asks for nothing', async () => {
  const rows = [
    ['Description', 'Quantity', 'Price'],
    ['Oak board', 800, 7.1],
    ['Linen cushion', 500, 3.4],
  ]
  const said = 'Please quote:\r\n- 800 pcs Oak board\r\n- 300 pcs Rattan tray'
  const { lines } = read(await mailWith('list.xlsx', workbook(rows), said))
  expect(lines.map(({ desc, qty, source }) => [desc?.value, qty?.value, source?.row])).toEqual([
    ['Oak board', 800, undefined],
    ['Rattan tray', 300, undefined],
    ['Linen cushion', 500, 3],
  ])
  const prices = rows.map(([name = '', , price = '']) => [name, price])
  expect(read(await mailWith('prices.xlsx', workbook(prices))).lines).toEqual([])
})

test('whatever a list holds, every value shows words that stand in it, and each line the row it is of', async () => {
  const row = fc.record({
    name: fc.constantFrom('Folding stool', 'Gießkanne', '折叠椅', 'Лампа', 'Tray, "round"'),
    qty: fc.integer({ min: 1, max: 99_999 }),
    cents: fc.integer({ min: 1, max: 99_999 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), async (rows, asWorkbook) => {
      const head = ['Description', 'Quantity', 'Target price USD']
      const cells = rows.map(({ name, qty, cents }): Cell[] => [name, qty, cents / 100])
      const quoted = (cell: Cell) => (typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell))
      const csv = strToU8([head, ...cells].map((one) => one.map(quoted).join(',')).join('\n'))
      const mail = await mailWith(
        ...((asWorkbook ? ['a.xlsx', workbook([head, ...cells])] : ['a.csv', csv]) as [string, Uint8Array]),
      )
      const reading = read(mail)
      expect(reading.lines.map(({ qty, source }) => [qty?.value, source?.row])).toEqual(
        rows.map(({ qty }, at) => [qty, at + 2]),
      )
      expect(reading.lines.map(({ target_price }) => Number(target_price?.value))).toEqual(
        rows.map(({ cents }) => cents / 100),
      )
      const text = readable(mail)
      for (const { path, words } of valuesOf(reading)) expect(text.includes(words), `${path}: ${words}`).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('bytes that are no sheet have no lines, and none throws', () => {
  const name = fc.constantFrom('a.csv', 'a.xlsx', 'a.tsv')
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((xml) => zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<row r="1"><c t="s"><v>9</v></c>${xml}`) })),
  )
  fc.assert(
    fc.property(name, bytes, (file, content) => {
      expect(attachedLines(listsIn([{ name: file, bytes: content }], null))).toEqual([])
    }),
  )
})

test('a sheet that unpacks to more than is read is not unpacked', () => {
  const head =
    '<row r="1"><c t="inlineStr"><is><t>Description</t></is></c><c t="inlineStr"><is><t>Qty</t></is></c></row>'
  const sheet = strToU8(`<sheetData>${head}${' '.repeat(5 * 1024 * 1024)}</sheetData>`)
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': sheet })
  expect(bomb.length).toBeLessThan(100_000)
  expect(listsIn([{ name: 'bomb.xlsx', bytes: bomb }], null)).toMatchObject([{ rows: [] }])
})
