import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Letterhead, PLAIN_LETTERHEAD } from '#shared/paper/letterhead.ts'
import type { Paper } from '#shared/paper/paper.ts'
import { buildWorker } from '../../worker/build.ts'
import { buildFonts } from '../../worker/fonts.ts'
import { fillWorkbook } from '../../worker/src/paper/xlsx/fill.ts'
import { standardWorkbook } from '../../worker/src/paper/xlsx/standard.ts'
import { aPaper, aPaperLine } from '../fixtures/a-paper.ts'

/** Papers made in workerd by the code as it is built for production, with the fonts as they are deployed. */
const root = resolve(import.meta.dirname, '../..')
const modules = await buildWorker(resolve(import.meta.dirname, 'paper-maker.ts'))
// A Chinese font is read once for each Worker; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

let assets: string
let workers: Miniflare[]

beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'papers-'))
  await buildFonts(assets)
  workers = [started(), started()]
}, 60_000)
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.dispose()))
  await rm(assets, { recursive: true })
})

function started(): Miniflare {
  const parts = Object.entries(modules).map(([name, contents]) => [name, { type: 'esm' as const, contents }])
  const manifest = { mainModule: 'paper-maker.js', modulesRoot: '/', modules: Object.fromEntries(parts) }
  const env = { ASSETS: { type: 'assets' } } as const
  return new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: 'paper-maker',
          compatibilityDate: '2026-10-01',
          manifest,
          env,
          assets: { directory: assets, hasUserWorker: true, runWorkerFirst: true },
        },
      },
    ],
  })
}

async function made(
  paper: Paper,
  { by = 0, letterhead = PLAIN_LETTERHEAD }: { by?: number; letterhead?: Letterhead } = {},
) {
  const answer = await workers[by]?.dispatchFetch('http://papers.test/pdf', {
    method: 'POST',
    body: JSON.stringify({ paper, letterhead }),
  })
  if (answer?.status !== 200) throw new Error(await answer?.text())
  return new Uint8Array(await answer.arrayBuffer())
}

async function textOf(paper: Paper): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(await made(paper)))
  return text.map((page) => page.replace(/\s+/g, ' '))
}

describe('a paper as PDF', () => {
  test('says what the quotation says', async () => {
    const [page = '', ...others] = await textOf(aPaper())
    expect(others).toEqual([])
    for (const said of [
      'QUOTATION',
      'Importação São Luís Ltda',
      'Avenida Conselheiro Nébias 340',
      'Brazil',
      'João Ações',
      'QT-2026-0412',
      'Version 2',
      '2026-11-19',
      'CIF Santos, Incoterms® 2020',
      '35 days from the deposit',
      '5 % more or less allowed',
      'BW-L800 CC-17 Camp chair, 600D polyester 3,500 pcs 5.40 18,900.00',
      '1,200 pcs 9.125 10,950.00',
      'Subtotal USD 29,850.00',
      'Freight USD 2,150.00',
      'Insurance USD 120.50',
      'Discount USD −150.00',
      'TOTAL USD 31,970.50',
      'SAY US DOLLARS THIRTY-ONE THOUSAND NINE HUNDRED AND SEVENTY AND 50/100 ONLY',
      'BKCHCNBJ45A',
      'Claims: within 30 days',
      'Page 1 of 1',
    ]) {
      expect(page).toContain(said)
    }
  })

  test('in Chinese, with Polish and Russian in it', async () => {
    const [page = ''] = await textOf(
      aPaper({
        language: 'zh-CN',
        kind: 'proforma',
        buyer: { name: 'Łódź Sprzęt Sp. z o.o.', address: null, country: 'PL' },
        lines: [aPaperLine({ description: '露营椅，牛津布' }), aPaperLine({ seq: 2, description: 'Стул складной' })],
      }),
    )
    for (const said of [
      '形式发票',
      '深圳蓝鲸户外用品有限公司',
      'Łódź Sprzęt Sp. z o.o.',
      '波兰',
      '露营椅，牛津布',
      'Стул складной',
      '美元叁万玖仟玖佰贰拾元伍角整',
      '第 1 页，共 1 页',
    ]) {
      expect(page).toContain(said)
    }
  })

  test('in Arabic: joined, read from the right, at the right of its cell, with numbers in their order', async () => {
    const document = await getDocumentProxy(
      await made(aPaper({ buyer: { name: 'شركة النخيل للتجارة', address: 'شارع 12، الرياض 11564', country: 'SA' } })),
    )
    const { items } = await (await document.getPage(1)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? [item] : []))
    const name = texts.find(({ str }) => str.normalize('NFKC').includes('النخيل'))
    const label = texts.find(({ str }) => str === 'Buyer')
    expect(name?.dir).toBe('rtl')
    expect(name?.transform[4]).toBeGreaterThan((label?.transform[4] ?? 0) + 80)
    const postcode = texts.find(({ str }) => str.includes('11564'))
    const street = texts.find(({ str }) => str.trim() === '12')
    expect(postcode?.transform[4]).toBeLessThan(street?.transform[4] ?? 0)
  })

  test('goes over as many pages as its lines take, with the head of the table on each', async () => {
    const lines = Array.from({ length: 120 }, (_, index) =>
      aPaperLine({
        seq: index + 1,
        sku: `SKU-${index + 1}.`,
        description: 'Camp chair, powder coated steel frame, with cup holder and carry bag',
      }),
    )
    const pages = await textOf(aPaper({ lines }))
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      if (page.includes('SKU-')) expect(page).toContain('Unit price')
    }
    for (const { sku } of lines) expect(pages.filter((page) => page.includes(`${sku}`))).toHaveLength(1)
  })

  test('a word wider than its cell is broken, and nothing of it is lost', async () => {
    const [page = ''] = await textOf(aPaper({ lines: [aPaperLine({ description: 'ABCDEFGHIJ'.repeat(30) })] }))
    expect(page.replace(/ /g, '')).toContain('ABCDEFGHIJ'.repeat(2))
    expect(page.replace(/[^A-J]/g, '').length).toBeGreaterThan(300)
  })

  test('has a discount’s column only where a line has one', async () => {
    const [[without = ''], [with_ = '']] = [
      await textOf(aPaper()),
      await textOf(aPaper({ lines: [aPaperLine({ discount: 750, total: 1_748_250 })] })),
    ]
    expect(without).not.toContain('Disc.')
    expect(with_).toContain('Disc. %')
    expect(with_).toContain('5.40 7.5 17,482.50')
  })

  test('shows the firm’s picture, and a colour and texts of its own', async () => {
    const logo = (await readFile(join(root, 'manifests/icons/quayside-64.png'))).toString('base64')
    const letterhead = { ...PLAIN_LETTERHEAD, logo, colour: '#aa3300', footer: 'ISO 9001 certified' }
    const document = await getDocumentProxy(await made(aPaper(), { letterhead }))
    const page = await document.getPage(1)
    expect((await extractText(document)).text[0]).toContain('ISO 9001 certified')
    const { fnArray } = await page.getOperatorList()
    const { OPS } = await import('unpdf/pdfjs')
    expect(fnArray).toContain(OPS.paintImageXObject)
  })
})

test('the workbook is the same in workerd and in Node', async () => {
  const paper = aPaper({ language: 'zh-CN' })
  const body = JSON.stringify({ paper, letterhead: PLAIN_LETTERHEAD })
  const answer = await workers[0]?.dispatchFetch('http://papers.test/xlsx', { method: 'POST', body })
  const here = fillWorkbook(standardWorkbook('zh-CN', 'USD'), paper)
  expect(Buffer.from(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())).equals(here)).toBe(true)
})

describe('the file', () => {
  test('is the same wherever and whenever it is made', async () => {
    const paper = aPaper({ language: 'zh-CN', remarks: 'مرحبا' })
    const first = await made(paper)
    await made(aPaper({ remarks: 'another in between: 甲乙丙' }))
    expect(Buffer.from(await made(paper)).equals(first)).toBe(true)
    expect(Buffer.from(await made(paper, { by: 1 })).equals(first)).toBe(true)
    expect(Buffer.from(await made({ ...paper, remarks: 'x' })).equals(first)).toBe(false)
  })

  test('has only the letters it uses of its fonts', async () => {
    expect((await made(aPaper({ language: 'zh-CN' }))).length).toBeLessThan(200_000)
  })

  test('is not made with a sign that no font has: each is named', async () => {
    await expect(made(aPaper({ remarks: 'thanks 😀 감사' }))).rejects.toThrow('"characters":["😀","감","사"]')
  })

  test('is not made of numbers that do not add up', async () => {
    await expect(made({ ...aPaper(), total: 1 })).rejects.toThrow('PaperDisagrees')
  })
})

test('what makes it is loaded when the first is made, and weighs less than 250 kB', () => {
  const heavy = Object.entries(modules).filter(([, text]) => text.includes('CIDFontType0C'))
  expect(heavy).toHaveLength(1)
  const [[name = '', text = ''] = []] = heavy
  expect(modules['paper-maker.js']).not.toMatch(new RegExp(`from ?"./${name}"`))
  expect(gzipSync(text).length).toBeLessThan(250_000)
  expect(text).not.toMatch(/new Function\(|[^\w.]eval\(/)
})
