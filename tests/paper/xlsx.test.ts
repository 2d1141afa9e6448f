import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TemplateBroken } from '#shared/paper/template-problem.ts'
import { workbookProblems } from '../../worker/src/paper/xlsx/check.ts'
import { fillWorkbook } from '../../worker/src/paper/xlsx/fill.ts'
import { standardWorkbook } from '../../worker/src/paper/xlsx/standard.ts'
import { aPaper, aPaperLine } from '../fixtures/a-paper.ts'
import { aWorkbook, partOf, relations } from '../fixtures/a-workbook.ts'
import { readCells } from '../fixtures/read-workbook.ts'

/** The rows of a firm's own offer; lines stand in row 12. */
const OFFER = {
  A1: '{{seller.name_en}}',
  A3: 'To: {{buyer.name}}, {{ Buyer.Country }}',
  A4: '{{quotation.date}}',
  B4: '{{quotation.total}}',
  A10: 'Goods & prices',
  A12: '{{line.sku}}',
  B12: '{{line.description}}',
  C12: '{{line.qty}}',
  D12: '{{line.unit_price}}',
  E12: '=C12*D12',
  A14: 'Sum',
  E14: '=SUM(E12)',
  E15: "=SUM(E12:E12)*'Our terms'!A1/100",
  A16: '{{charge.label}}',
  E16: '{{charge.amount}}',
}

describe('a firm’s own workbook', () => {
  const filled = fillWorkbook(aWorkbook(OFFER, { merges: ['A1:G1', 'F12:G12', 'A14:D14'] }), aPaper())
  const cells = readCells(filled)

  test('has texts, numbers and dates where it asked for them, in the cells’ own styles', () => {
    expect(cells.A1).toEqual({ type: 'inlineStr', text: 'Shenzhen Blue Whale Outdoor Co., Ltd.', style: '1' })
    expect(cells.A3?.text).toBe('To: Importação São Luís Ltda, Brazil')
    expect(cells.B4).toEqual({ type: 'n', text: '31970.50', style: '1' })
    expect([cells.C12, cells.D12, cells.C13]).toMatchObject([
      { text: '3500.000' },
      { text: '5.400000' },
      { text: '1200.000' },
    ])
  })

  test('has a row for each line, and what stood below further down', () => {
    expect([cells.A12?.text, cells.A13?.text, cells.A15?.text]).toEqual(['BW-L800', 'BW-T120', 'Sum'])
    expect([cells.A17?.text, cells.A18?.text, cells.A19?.text]).toEqual(['Freight', 'Insurance', 'Discount'])
    expect(cells.E19).toMatchObject({ type: 'n', text: '-150.00' })
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toMatch(/<row r="13"[^>]*ht="21"/)
  })

  test('has formulas that add up every line, and are worked out anew', () => {
    expect([cells.E12?.formula, cells.E13?.formula]).toEqual(['C12*D12', 'C13*D13'])
    expect(cells.E15?.formula).toBe('SUM(E12:E13)')
    expect(cells.E16?.formula).toBe("SUM(E12:E13)*'Our terms'!A1/100")
    expect(cells.E15?.text).toBe('')
    expect(partOf(filled, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    expect(partOf(filled, 'xl/calcChain.xml')).toBe('')
    expect(partOf(filled, '[Content_Types].xml') + partOf(filled, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'calcChain',
    )
  })

  test('keeps merges, of a repeated row in each copy, and the print area grows', () => {
    const sheet = partOf(filled, 'xl/worksheets/sheet1.xml')
    const merges = [...sheet.matchAll(/mergeCell ref="([^"]+)"/g)].map(([, range]) => range)
    expect(new Set(merges)).toEqual(new Set(['A1:G1', 'F12:G12', 'F13:G13', 'A15:D15']))
    expect(sheet).toContain('<mergeCells count="4">')
    expect(partOf(filled, 'xl/workbook.xml')).toContain('Offer!$A$1:$G$33')
  })

  test('has what nothing asked for byte for byte as it was', () => {
    const template = aWorkbook({ A1: '{{buyer.name}}' }, { parts: { 'xl/media/logo.png': '\u0000\uffff logo' } })
    const result = fillWorkbook(template, aPaper())
    for (const part of [
      'xl/worksheets/sheet2.xml',
      'xl/styles.xml',
      'xl/media/logo.png',
      'xl/workbook.xml',
      'xl/sharedStrings.xml',
      'xl/calcChain.xml',
    ]) {
      expect(partOf(result, part)).toBe(partOf(template, part))
    }
  })

  test('is the same file every time', () => {
    const digest = () =>
      createHash('sha256')
        .update(fillWorkbook(aWorkbook(OFFER), aPaper()))
        .digest('hex')
    expect(digest()).toBe(digest())
    expect(
      createHash('sha256')
        .update(fillWorkbook(aWorkbook(OFFER), aPaper({ versionNo: 3, remarks: 'x', docNo: 'y' })))
        .digest('hex'),
    ).toBe(digest())
  })
})

describe('what stands beside the cells', () => {
  test('pictures, notes, breaks, formats and validations below the lines move down', () => {
    const filled = fillWorkbook(
      aWorkbook(
        { A2: '{{line.sku}}', A5: 'x' },
        {
          after:
            '<conditionalFormatting sqref="A2 C4:D5"><cfRule type="expression"><formula>$A$2&gt;Offer!A4</formula></cfRule></conditionalFormatting>' +
            '<dataValidations count="1"><dataValidation sqref="B2:B2"><formula1>$A$4:$A$5</formula1></dataValidation></dataValidations>' +
            '<rowBreaks count="1"><brk id="5" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/>',
          parts: {
            'xl/worksheets/_rels/sheet1.xml.rels': relations({
              rId1: ['drawing', '../drawings/drawing1.xml'],
              rId2: ['comments', '../comments1.xml'],
            }),
            'xl/drawings/drawing1.xml':
              '<xdr:wsDr xmlns:xdr="x"><xdr:from><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:row>0</xdr:row></xdr:to></xdr:wsDr>',
            'xl/comments1.xml': '<comments xmlns="x"><commentList><comment ref="A5"/></commentList></comments>',
          },
        },
      ),
      aPaper({ lines: [1, 2, 3].map((seq) => aPaperLine({ seq })) }),
    )
    const sheet = partOf(filled, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('sqref="A2:A4 C6:D7"')
    expect(sheet).toContain('<formula>$A$2:$A$4&gt;Offer!A6</formula>')
    expect(sheet).toContain('<formula1>$A$6:$A$7</formula1>')
    expect(sheet).toContain('brk id="7"')
    expect(partOf(filled, 'xl/drawings/drawing1.xml')).toMatch(/<xdr:row>6<.*<xdr:row>0</)
    expect(partOf(filled, 'xl/comments1.xml')).toContain('ref="A7"')
  })

  test('several rows that belong to one line repeat together', () => {
    const cells = readCells(
      fillWorkbook(aWorkbook({ A2: '{{line.sku}}', A3: '{{line.description}}', B3: '=A2', A4: 'end' }), aPaper()),
    )
    expect(['A2', 'A3', 'A4', 'A5', 'A6'].map((place) => cells[place]?.text)).toEqual([
      'BW-L800',
      'Camp chair, 600D polyester',
      'BW-T120',
      'Folding table 120 cm',
      'end',
    ])
    expect([cells.B3?.formula, cells.B5?.formula]).toEqual(['A2', 'A4'])
  })

  test('rows of an empty list stay, blank and hidden, and what refers to them holds', () => {
    const filled = fillWorkbook(
      aWorkbook({ A2: '{{charge.label}}', B2: '{{charge.amount}}', B3: '=SUM(B2:B2)' }),
      aPaper({ freight: null, insurance: null, discount: null }),
    )
    const cells = readCells(filled)
    expect(cells.A2).toMatchObject({ text: '' })
    expect(cells.B3?.formula).toBe('SUM(B2:B2)')
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toMatch(/<row r="2"[^>]*hidden="1"/)
  })

  test('a shared formula becomes one of each cell', () => {
    const sheet1 = partOf(aWorkbook({ A2: '{{line.sku}}' }), 'xl/worksheets/sheet1.xml').replace(
      '</sheetData>',
      '<row r="4"><c r="B4"><f t="shared" ref="B4:C4" si="0">$A$2&amp;A$4+LOG10(B2)</f></c><c r="C4"><f t="shared" si="0"/></c></row></sheetData>',
    )
    const cells = readCells(
      fillWorkbook(aWorkbook({ A2: '{{line.sku}}' }, { parts: { 'xl/worksheets/sheet1.xml': sheet1 } }), aPaper()),
    )
    expect(cells.B5?.formula).toBe('$A$2:$A$3&A$5+LOG10(B2:B3)')
    expect(cells.C5?.formula).toBe('$A$2:$A$3&B$5+LOG10(C2:C3)')
  })

  test('a text in pieces keeps their looks, and a placeholder across two looks as it begins', () => {
    const rich = (...texts: string[]) =>
      texts.map((text, index) => `<r><rPr><b val="${index}"/></rPr><t xml:space="preserve">${text}</t></r>`).join('')
    const filled = fillWorkbook(
      aWorkbook({ A1: rich('No. ', '{{quotation.doc_no}}'), A2: rich('x {{quo', 'tation.doc_no}} y') }),
      aPaper(),
    )
    expect(readCells(filled)).toMatchObject({ A1: { text: 'No. QT-2026-0412' }, A2: { text: 'x QT-2026-0412 y' } })
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toContain(
      '<rPr><b val="1"/></rPr><t xml:space="preserve">QT-2026-0412</t>',
    )
  })

  test('headers and footers are filled, where & would begin a code', () => {
    const after = '<headerFooter><oddFooter>&amp;L{{buyer.name}}&amp;R&amp;P</oddFooter></headerFooter>'
    const filled = fillWorkbook(
      aWorkbook({ A1: '{{buyer.name}}' }, { after }),
      aPaper({ buyer: { name: 'A&B &P', address: null, country: null } }),
    )
    expect(partOf(filled, 'xl/worksheets/sheet1.xml')).toContain('&amp;LA&amp;&amp;B &amp;&amp;P&amp;R&amp;P')
  })

  test('a date is a date where the cell shows dates, and a text elsewhere', () => {
    const dated = partOf(
      aWorkbook({ A1: '{{quotation.date}}', B1: '{{quotation.date}}' }),
      'xl/worksheets/sheet1.xml',
    ).replace('r="A1" s="1"', 'r="A1" s="0"')
    const cells = readCells(
      fillWorkbook(
        aWorkbook(
          { A1: '{{quotation.date}}', B1: '{{quotation.date}}' },
          { parts: { 'xl/worksheets/sheet1.xml': dated } },
        ),
        aPaper(),
      ),
    )
    expect(cells.A1).toMatchObject({ type: 'n', text: '46315' })
    expect(cells.B1).toMatchObject({ type: 'inlineStr', text: '2026-10-20' })
  })
})

describe('whatever a person typed', () => {
  const HOSTILE = [
    '=cmd|/C calc!A0',
    '+1+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '</t></is></c><c r="A9"><f>1</f>',
    '<b>&amp;',
    ']]>',
    '_x003D_1',
    '{{quotation.total}}',
    '\u0001\ud800',
  ]

  test.each(HOSTILE)('%j is text in its cell and nothing else', (name) => {
    const cells = readCells(
      fillWorkbook(
        aWorkbook({ A1: '{{buyer.name}}', A2: 'a {{line.description}}' }),
        aPaper({ buyer: { name, address: null, country: null }, lines: [aPaperLine({ description: name })] }),
      ),
    )
    const shown = name.replace('_x003D_', '_x005F_x003D_').replace('\u0001', ' ').replace('\ud800', '\ufffd')
    expect(cells.A1).toEqual({ type: 'inlineStr', text: shown, style: '1' })
    expect(cells.A2).toEqual({ type: 'inlineStr', text: `a ${shown}`, style: '1' })
    expect(Object.keys(cells)).toEqual(['A1', 'A2'])
  })

  test('is read back as it was typed', () => {
    const template = aWorkbook({ A1: '{{buyer.name}}' })
    const typed = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((name) => !/[\0-\x08\x0b\x0c\x0e-\x1f\r]|_x[\da-f]{4}_/i.test(name))
    fc.assert(
      fc.property(typed, (name) => {
        const { A1 } = readCells(fillWorkbook(template, aPaper({ buyer: { name, address: null, country: null } })))
        expect(A1).toEqual({ type: 'inlineStr', text: name, style: '1' })
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is wrong with a template', () => {
  test('is told by cell and placeholder', () => {
    const template = aWorkbook({
      B7: 'x {{quotation.tota}} {{line.sku}}',
      C7: '{{bank.swift}}',
      A8: '{{buyer.name',
      A9: '}}',
    })
    const problems = workbookProblems(template).map(({ code, at, placeholder }) => ({
      code,
      at,
      ...(placeholder && { placeholder }),
    }))
    expect(problems).toEqual([
      { code: 'unknown_placeholder', at: 'Offer!B7', placeholder: 'quotation.tota' },
      { code: 'two_repeats', at: 'Offer!7' },
      { code: 'unclosed', at: 'Offer!A8' },
      { code: 'unclosed', at: 'Offer!A9' },
    ])
    expect(() => fillWorkbook(template, aPaper())).toThrow(TemplateBroken)
  })

  test.each([
    ['no zip', new Uint8Array([1, 2, 3]), 'no_workbook'],
    ['a zip of something else', aWorkbook({}, { parts: { '_rels/.rels': '<Relationships/>' } }), 'no_workbook'],
    [
      'a part that is nowhere',
      aWorkbook(
        {},
        {
          parts: {
            '_rels/.rels':
              '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="http://["/></Relationships>',
          },
        },
      ),
      'no_workbook',
    ],
    ['XML that is none', aWorkbook({}, { parts: { 'xl/workbook.xml': '<workbook' } }), 'no_workbook'],
    [
      'entities of its own',
      aWorkbook({}, { parts: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
      'no_workbook',
    ],
    ['macros', aWorkbook({}, { parts: { 'xl/vbaProject.bin': 'x' } }), 'macros'],
    ['no placeholder', aWorkbook({ A1: 'x' }), 'empty'],
    [
      'something that unpacks to far too much',
      aWorkbook({}, { parts: { 'xl/x.xml': ' '.repeat(26_000_000) } }),
      'too_large',
    ],
  ])('%s is refused', (_, template, code) => {
    expect(workbookProblems(template).map((problem) => problem.code)).toEqual([code])
  })
})

describe.each(['en', 'zh-CN'] as const)('the standard template in %s', (language) => {
  test.each(['USD', 'JPY', 'KWD'])('is a template without fault for %s', (currency) => {
    expect(workbookProblems(standardWorkbook(language, currency))).toEqual([])
  })

  test('has the numbers of the paper', () => {
    const lines = Array.from({ length: 40 }, (_, index) => aPaperLine({ seq: index + 1 }))
    const cells = Object.values(readCells(fillWorkbook(standardWorkbook(language, 'USD'), aPaper({ language, lines }))))
    expect(cells.filter(({ text }) => text === 'BW-L800')).toHaveLength(40)
    expect(cells.filter(({ type, text }) => type === 'n' && text === '18900.00')).toHaveLength(40)
    expect(
      cells.some(({ text }) => text.startsWith(language === 'en' ? 'SAY US DOLLARS SEVEN HUNDRED' : '美元柒拾伍万')),
    ).toBe(true)
  })
})
