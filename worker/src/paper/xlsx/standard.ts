import { strToU8 } from 'fflate'
import type { Language, Text } from '#shared/i18n/language.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { WORDS } from '#shared/paper/words.ts'
import { closeParts } from './package.ts'

/**
 * The template of a firm that has none of its own, in one language and for the decimals of one currency. It is a template
 * like any other, so that a firm may take it, change it in Excel and give it back.
 */
export function standardWorkbook(language: Language, currency: string): Uint8Array<ArrayBuffer> {
  const word = ({ [language]: written }: Text): string => written
  const rows: Row[] = [
    [['A', 'name', '{{seller.name}}', 'I']],
    [['A', 'small', '{{seller.name_en}}', 'I']],
    [['A', 'small', '{{seller.address}}', 'I']],
    [['A', 'small', '{{seller.phone}}  {{seller.email}}  {{seller.website}}', 'I']],
    [['A', 'title', '{{quotation.title}}', 'I']],
    pair(word(WORDS.buyer), '{{buyer.name}}', word(WORDS.docNo), '{{quotation.doc_no}} / {{quotation.version_no}}'),
    pair('', '{{buyer.address}}', word(WORDS.date), '{{quotation.date}}', 'date'),
    pair('', '{{buyer.country}}', word(WORDS.validUntil), '{{quotation.valid_until}}', 'date'),
    pair(word(WORDS.attention), '{{contact.full_name}}', word(WORDS.currency), '{{quotation.currency}}'),
    pair(word(WORDS.issuer), '{{issuer.name}}', word(WORDS.leadTime), '{{quotation.lead_time}}'),
    pair(word(WORDS.delivery), '{{quotation.delivery}}', word(WORDS.portOfLoading), '{{quotation.port_loading}}'),
    pair(
      word(WORDS.paymentTerm),
      '{{quotation.payment_term}}',
      word(WORDS.portOfDischarge),
      '{{quotation.port_discharge}}',
    ),
    [],
    COLUMNS.map(({ column, label }) => [column, 'head', word(WORDS[label])]),
    COLUMNS.map(({ column, style, name }) => [column, style, `{{line.${name}}}`]),
    [
      ['A', 'text', word(WORDS.linesTotal), 'H'],
      ['I', 'money', '{{quotation.lines_total}}'],
    ],
    [
      ['A', 'text', '{{charge.label}}', 'H'],
      ['I', 'money', '{{charge.amount}}'],
    ],
    [
      ['A', 'head', word(WORDS.total), 'H'],
      ['I', 'total', '{{quotation.total}}'],
    ],
    [['A', 'wrapped', '{{quotation.total_in_words}}', 'I']],
    [],
    [
      ['A', 'label', word(WORDS.bank), 'B'],
      [
        'C',
        'wrapped',
        '{{bank.beneficiary}}, {{bank.bank}}, {{bank.account}}, SWIFT {{bank.swift}} {{bank.address}}',
        'I',
      ],
    ],
    [
      ['A', 'label', word(WORDS.remarks), 'B'],
      ['C', 'wrapped', '{{quotation.remarks}}', 'I'],
    ],
    [
      ['A', 'label', word(WORDS.terms), 'B'],
      ['C', 'wrapped', '{{quotation.terms_text}}', 'I'],
    ],
    [],
    [
      ['A', 'sign', word(WORDS.forSeller), 'D'],
      ['F', 'sign', word(WORDS.forBuyer), 'I'],
    ],
  ]
  const parts = {
    ...FRAME,
    'xl/styles.xml': stylesXml(decimalsOf(currency)),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  }
  return closeParts(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, strToU8(`${HEAD}${xml}`) as Uint8Array<ArrayBuffer>]),
    ),
  )
}

type Style = (typeof STYLES)[number]
type Cell = readonly [column: string, style: Style, text: string, mergedTo?: string]
type Row = readonly Cell[]

const STYLES = [
  'plain',
  'name',
  'small',
  'title',
  'label',
  'wrapped',
  'date',
  'head',
  'text',
  'qty',
  'price',
  'percent',
  'money',
  'total',
  'sign',
] as const

const COLUMNS = [
  { column: 'A', width: 6, style: 'qty', name: 'seq', label: 'seq' },
  { column: 'B', width: 15, style: 'text', name: 'sku', label: 'sku' },
  { column: 'C', width: 15, style: 'text', name: 'buyer_sku', label: 'buyerSku' },
  { column: 'D', width: 42, style: 'text', name: 'description', label: 'description' },
  { column: 'E', width: 12, style: 'qty', name: 'qty', label: 'qty' },
  { column: 'F', width: 8, style: 'text', name: 'unit', label: 'unit' },
  { column: 'G', width: 14, style: 'price', name: 'unit_price', label: 'unitPrice' },
  { column: 'H', width: 9, style: 'percent', name: 'discount', label: 'lineDiscount' },
  { column: 'I', width: 16, style: 'money', name: 'line_total', label: 'amount' },
] as const

const pair = (label: string, value: string, other: string, otherValue: string, style: Style = 'wrapped'): Row => [
  ['A', 'label', label, 'B'],
  ['C', 'wrapped', value, 'E'],
  ['F', 'label', other, 'G'],
  ['H', style, otherValue, 'I'],
]

const HEIGHTS: Readonly<Partial<Record<Style, number>>> = { name: 22, title: 32, sign: 72 }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const FRAME = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
}

/** Looks in the order of {@link STYLES}: font, fill, border, number format, alignment. */
function stylesXml(decimals: number): string {
  const money = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  const price = `#,##0.${'0'.repeat(decimals)}####`
  const xf = (
    font: number,
    fill: number,
    border: number,
    format: number,
    horizontal = '',
    vertical = 'center',
  ): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${horizontal && `horizontal="${horizontal}" `}vertical="${vertical}" wrapText="1"/></xf>`
  const looks: Record<Style, string> = {
    plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    name: xf(2, 0, 0, 0),
    small: xf(3, 0, 0, 0),
    title: xf(4, 0, 0, 0, 'center'),
    label: xf(3, 0, 0, 0, '', 'top'),
    wrapped: xf(0, 0, 0, 0, 'left', 'top'),
    date: xf(0, 0, 0, 164, 'left', 'top'),
    head: xf(1, 2, 1, 0),
    text: xf(0, 0, 1, 0),
    qty: xf(0, 0, 1, 0, 'right'),
    price: xf(0, 0, 1, 165, 'right'),
    percent: xf(0, 0, 1, 0, 'right'),
    money: xf(0, 0, 1, 166, 'right'),
    total: xf(1, 2, 1, 166, 'right'),
    sign: xf(3, 0, 2, 0, '', 'top'),
  }
  const font = (size: number, more = '') =>
    `<font>${more}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`
  return `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="${price}"/><numFmt numFmtId="166" formatCode="${money}"/></numFmts><fonts count="5">${font(10)}${font(10, '<b/>')}${font(14, '<b/>')}${font(9)}${font(18, '<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F6"/></patternFill></fill></fills><borders count="3"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border><border>${side('top')}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${STYLES.length}">${STYLES.map((name) => looks[name]).join('')}</cellXfs></styleSheet>`
}

function sheetXml(rows: readonly Row[]): string {
  const letters = COLUMNS.map(({ column }) => column)
  const cellXml = (reference: string, style: Style, text: string): string =>
    `<c r="${reference}" s="${STYLES.indexOf(style)}"${text && ' t="inlineStr"'}${text ? `><is><t xml:space="preserve">${escaped(text)}</t></is></c>` : '/>'}`
  const rowXml = (row: Row, index: number): string => {
    const cells = row.flatMap(([column, style, text, to = column]) =>
      letters
        .slice(letters.indexOf(column as 'A'), letters.indexOf(to as 'A') + 1)
        .map((letter, nth) => cellXml(`${letter}${index + 1}`, style, nth === 0 ? text : '')),
    )
    const height = HEIGHTS[row[0]?.[1] ?? 'plain']
    return `<row r="${index + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`
  }
  const merges = rows.flatMap((row, index) =>
    row.flatMap(([column, , , to]) => (to ? [`<mergeCell ref="${column}${index + 1}:${to}${index + 1}"/>`] : [])),
  )
  const widths = COLUMNS.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${rows.map(rowXml).join('')}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/><headerFooter><oddFooter>&amp;L{{quotation.doc_no}}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
