import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { TEMPLATE_KINDS, type TemplateKind } from '#shared/paper/template-kind.ts'
import { keepBytes } from '../../../worker/src/files/keep-bytes.ts'
import { r2Files } from '../../../worker/src/files/r2.ts'
import { firmTemplates } from '../../../worker/src/paper/firm-templates.ts'
import { makePaper } from '../../../worker/src/paper/make.ts'
import { standardWorkbook } from '../../../worker/src/paper/xlsx/standard.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { keepFile } from '../../../worker/src/store/files.ts'
import { currentTemplate, readTemplate } from '../../../worker/src/store/templates.ts'
import { aPaper } from '../../fixtures/a-paper.ts'
import { aFirm, app, type Firm, NOW, newId, wholeDatabase } from '../firm.ts'

async function bring(
  firm: Firm,
  body: BodyInit,
  query: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const asked = { key: 'quotation-en', kind: 'xlsx', name: 'our offer.xlsx', ...query }
  const execution = createExecutionContext()
  const response = await app.request(
    `/v1/templates?${new URLSearchParams(asked)}`,
    {
      method: 'POST',
      body,
      headers: {
        Authorization: `Bearer ${firm.tokens.david}`,
        'Content-Type': TEMPLATE_KINDS[asked.kind as TemplateKind]?.mime ?? '',
        'Accept-Language': 'en',
        ...headers,
      },
    },
    { DB: env.DB, ASSETS: undefined as never },
    execution,
  )
  await waitOnExecutionContext(execution)
  return {
    status: response.status,
    // biome-ignore lint/suspicious/noExplicitAny: answers are read by their documented shape
    body: (await response.json()) as any,
    timing: response.headers.get('Server-Timing'),
  }
}

describe('a firm’s template', () => {
  test('is kept with its versions, and the same again is no new one', async () => {
    const firm = await aFirm()
    const [first, second] = [standardWorkbook('en', 'USD'), standardWorkbook('en', 'JPY')]
    expect(await bring(firm, first)).toMatchObject({
      status: 201,
      body: { key: 'quotation-en', version: 1, bytes: first.length },
      timing: expect.stringContaining('trips=3'),
    })
    expect(await bring(firm, first)).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await bring(firm, second)).toMatchObject({ status: 201, body: { version: 2, createdBy: 'David Chen' } })
    const { body } = await firm.call('GET', '/v1/templates')
    expect(body.templates.map(({ key, version }: { key: string; version: number }) => [key, version])).toEqual([
      ['quotation-en', 2],
      ['quotation-en', 1],
    ])

    const { body: link } = await firm.call('GET', `/v1/files/${body.templates[1].fileId}`)
    const response = await app.request(new URL(link.url).pathname, {}, { DB: env.DB, ASSETS: undefined as never })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(first)
    expect(response.headers.get('Content-Disposition')).toContain('attachment; filename="our offer.xlsx"')
  })

  test('of two people at once one is first, and both are told', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(
      ['USD', 'JPY', 'KWD'].map((currency) => bring(firm, standardWorkbook('zh-CN', currency))),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    const { body } = await firm.call('GET', '/v1/templates')
    expect(body.templates).toHaveLength(statuses.filter((status) => status === 201).length)
  })
})

describe('what is refused', () => {
  test('a workbook with faults, each by its cell; nothing is kept', async () => {
    const firm = await aFirm()
    const before = await wholeDatabase(firm.tenantId)
    const { unzipSync, strFromU8, strToU8, zipSync } = await import('fflate')
    const parts = unzipSync(standardWorkbook('en', 'USD'))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array).replace('{{buyer.name}}', '{{buyer.nam}}')
    const body = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
    expect(await bring(firm, body as Uint8Array<ArrayBuffer>)).toMatchObject({
      status: 422,
      body: {
        problems: [
          { field: 'Sheet1!C6', code: 'unknown_placeholder', message: 'There is no such placeholder. {{buyer.nam}}' },
        ],
      },
    })
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test.each([
    ['what is no workbook', 'hello', {}, {}, 422, 'no_workbook'],
    ['JSON as a workbook', '{}', {}, { 'Content-Type': 'application/json' }, 415, undefined],
    ['a letterhead with an unknown field', '{"sellers":{}}', { kind: 'letterhead' }, {}, 400, 'unknown'],
    ['a picture that is none', '{"logo":"PHN2Zz4="}', { kind: 'letterhead' }, {}, 400, 'format'],
    ['a picture that was cut off', '{"logo":"iVBORw0KGgoAAAANSUhEUgAA"}', { kind: 'letterhead' }, {}, 400, 'format'],
    ['a key with a slash', '{}', { kind: 'letterhead', key: 'a/b' }, {}, 400, 'format'],
    ['a name with a path', '{}', { kind: 'letterhead', name: '../a' }, {}, 400, 'format'],
    ['a kind that is none', '{}', { kind: 'docx' }, {}, 400, 'choice'],
    ['more than 2 MiB', 'x'.repeat(2_100_000), {}, {}, 413, undefined],
  ] as const)('%s', async (_, body, query, headers, status, code) => {
    const firm = await aFirm()
    const answer = await bring(firm, body, query, headers)
    expect(answer.status).toBe(status)
    if (code) expect(answer.body.problems[0].code).toBe(code)
  })

  test('another kind under the same key', async () => {
    const firm = await aFirm()
    expect((await bring(firm, '{}', { kind: 'letterhead' })).status).toBe(201)
    expect(await bring(firm, standardWorkbook('en', 'USD'))).toMatchObject({ status: 409, body: { code: 'duplicate' } })
  })

  test('from who does not keep templates', async () => {
    const firm = await aFirm()
    const before = await wholeDatabase(firm.tenantId)
    const answer = await bring(firm, '{}', { kind: 'letterhead' }, { Authorization: `Bearer ${firm.tokens.mia}` })
    expect(answer.status).toBe(403)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })
})

test('a paper is made of the firm’s templates, kept, and opened by who may see its record', async () => {
  const firm = await aFirm()
  await bring(firm, '{"seller":{"phone":"+86 755 1"}}', { kind: 'letterhead', key: 'letterhead' })
  await bring(firm, standardWorkbook('zh-CN', 'USD'))
  const [database, store] = [openDatabase(env.DB), r2Files(env.FILES)]
  const current = ['letterhead', 'quotation-en'].map((key) => currentTemplate({ tenant: firm.tenantId, key }))
  const making = await firmTemplates(store, firm.tenantId, (await database.batch(current)).flat().map(readTemplate))
  expect(making).toMatchObject({ letterhead: { seller: { phone: '+86 755 1' } }, workbook: expect.any(Uint8Array) })

  const made = await makePaper(aPaper(), 'xlsx', {
    ...making,
    fonts: () => Promise.reject(new Error('no font is needed')),
  })
  const about = { type: 'order', id: firm.order.id } as const
  const file = await keepBytes(store, firm.tenantId, { ...made, id: newId(), about, shows: ['sales'] })
  await database.batch([keepFile({ tenantId: firm.tenantId, id: firm.mia.id }, file, NOW)])
  const { body } = await firm.call('GET', `/v1/files/${file.id}`, undefined, { as: 'mia' })
  expect(body).toMatchObject({ name: 'QT-2026-0412-v2.xlsx', sha256: file.sha256 })
  const response = await app.request(new URL(body.url).pathname, {}, { DB: env.DB, ASSETS: undefined as never })
  const { unzipSync, strFromU8 } = await import('fflate')
  const sheet = strFromU8(
    unzipSync(new Uint8Array(await response.arrayBuffer()))['xl/worksheets/sheet1.xml'] as Uint8Array,
  )
  expect(sheet).toContain('买方')
  expect(sheet).toContain('Importação São Luís Ltda')
})
