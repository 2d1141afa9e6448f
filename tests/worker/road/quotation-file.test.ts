import { env } from 'cloudflare:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { TEMPLATE_KINDS } from '#shared/paper/template-kind.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { fileKey, keepFile } from '../../../worker/src/store/files.ts'
import { keepTemplate } from '../../../worker/src/store/templates.ts'
import { aUser } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, anIdentity, app, count, type Firm, NOW, newId, plant, wholeDatabase } from '../firm.ts'
import { aQuoted } from './quoted.ts'

// The first PDF has its makers compiled, and each function of theirs where it is first used.
vi.setConfig({ testTimeout: 90_000 })
beforeAll(() => import('../../../worker/src/paper/pdf/paper-pdf.ts'), 60_000)

const message = {
  messageId: '<q@trilhasul.example>',
  from: { name: 'Thiago', address: 'thiago.nunes@trilhasul.example' },
}

const write = (firm: Firm, id: string, input: object = {}, more: { type?: string; key?: string; as?: string } = {}) =>
  firm.call(
    'POST',
    `/v1/actions/write-${more.type ?? 'quotation'}`,
    {
      host: 'outlook',
      target: { type: more.type ?? 'quotation', id },
      input: { format: 'xlsx', language: 'en', ...input },
      message,
    },
    { as: more.as ?? 'mia', headers: { 'Idempotency-Key': more.key ?? newId() } },
  )

const opened = async (url: string) => app.request(new URL(url).pathname, {}, { DB: env.DB, ASSETS: undefined as never })

const stored = async (firm: Firm) => (await env.FILES.list({ prefix: `${firm.tenantId}/` })).objects.length

describe('the file of a quotation', () => {
  test('is made of the record, stored by its hash, and goes with a letter in the buyer’s language', async () => {
    const firm = await aFirm()
    const { quotation, deal } = await aQuoted(firm)
    const answer = await write(firm, quotation.id, { format: 'pdf' })
    expect(answer.text).toContain('written')
    expect(answer.trips).toBe(3)
    const { reply, panel } = answer.body
    expect(reply.text).toContain(`Segue em anexo a nossa cotação ${quotation.doc_no}.`)
    expect(reply.text).toContain('A cotação é válida até 30 de novembro de 2026.')
    expect([reply.language, reply.fits, panel.sections.length > 0]).toEqual(['pt-BR', true, true])
    const [file] = reply.attachments
    expect(file).toMatchObject({ name: `${quotation.doc_no}-v1.pdf`, mime: 'application/pdf' })

    const bytes = new Uint8Array(await (await opened(file.url)).arrayBuffer())
    expect([bytes.length, await sha256(bytes)]).toEqual([file.bytes, file.sha256])
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    for (const word of [
      'QUOTATION',
      quotation.doc_no,
      'Trilha Sul',
      'Camp chair BW-C620',
      '5,000.00',
      '30 % T/T deposit',
      'Colours as per sample',
    ]) {
      expect(text).toContain(word)
    }
    const after = (await firm.call('GET', `/v1/quotations/${quotation.id}`, undefined, { as: 'mia' })).body
    expect([after.file_id, after.sha256, after.version]).toEqual([file.id, file.sha256, 2])
    const [document] = (await firm.call('GET', `/v1/documents?deal_id=${deal.id}`, undefined, { as: 'mia' })).body
      .records
    expect(document).toMatchObject({
      type: 'quotation_pdf',
      code: '310',
      number: `${quotation.doc_no}-v1`,
      version_no: 1,
      status: 'issued',
      quotation_id: quotation.id,
      file_id: file.id,
      sha256: file.sha256,
      data: { docNo: quotation.doc_no, total: 500_000 },
    })
  })

  test('of the same version by the same template is the same file, and no second document', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const key = newId()
    const [first, twice] = await Promise.all([
      write(firm, quotation.id, {}, { key }),
      write(firm, quotation.id, {}, { key }),
    ])
    const later = await write(firm, quotation.id)
    const files = [first, twice, later].map(({ body }) => body.reply.attachments[0])
    expect(new Set(files.map(({ id, sha256: hash }) => `${id} ${hash}`)).size).toBe(1)
    expect(later.body.panel).toBeUndefined()
    expect(await count('documents', firm.tenantId)).toBe(1)
    expect(await count('files', firm.tenantId)).toBe(1)
    expect(await stored(firm)).toBe(1)
    // Each answer has addresses of its own, and what is in the file is the same.
    const all = await Promise.all(
      files.map(async ({ url }) => sha256(new Uint8Array(await (await opened(url)).arrayBuffer()))),
    )
    expect(all).toEqual(files.map(({ sha256: hash }) => hash))
  })

  test('under a new template or in another language is another document; the one that it replaces is superseded', async () => {
    const firm = await aFirm()
    const { quotation, deal } = await aQuoted(firm)
    await write(firm, quotation.id)
    await write(firm, quotation.id, { language: 'zh-CN' })
    await bring(firm, 'letterhead', 'letterhead', '{"seller":{"phone":"+86 755 1"}}')
    await write(firm, quotation.id)
    const { records } = (await firm.call('GET', `/v1/documents?deal_id=${deal.id}`)).body
    const told = records.map(({ version_no, language, status }: Record<string, unknown>) => [
      version_no,
      language,
      status,
    ])
    expect(told.sort()).toEqual([
      [1, 'en', 'superseded'],
      [2, 'zh-CN', 'issued'],
      [3, 'en', 'issued'],
    ])
  })

  test('as PDF and Excel is two files of one letter', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const { body } = await write(firm, quotation.id, { format: 'both' })
    const names = body.reply.attachments.map(({ name }: { name: string }) => name)
    expect(names).toEqual([`${quotation.doc_no}-v1.pdf`, `${quotation.doc_no}-v1.xlsx`])
    const after = (await firm.call('GET', `/v1/quotations/${quotation.id}`)).body
    expect(after.file_id).toBe(body.reply.attachments[0].id)
  })
})

const bring = (firm: Firm, key: string, kind: 'letterhead' | 'xlsx', body: string) =>
  firm.call('POST', `/v1/templates?key=${key}&kind=${kind}&name=it.${TEMPLATE_KINDS[kind].extension}`, body, {
    headers: { 'Content-Type': TEMPLATE_KINDS[kind].mime },
  })

describe('what cannot be made is told at the form, and nothing is stored', () => {
  const faults: [string, object, object, string][] = [
    ['a draft', { status: 'draft' }, {}, 'not approved'],
    ['without a payment term', { payment_term_id: null }, {}, 'payment term'],
    ['whose amounts do not add up', { total: 500_001 }, {}, 'do not add up'],
    ['with a sign that no font has', { remarks: 'Best 🪑' }, { format: 'pdf' }, '🪑'],
  ]
  test.each(faults)('%s', async (_, given, input, sentence) => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm, given)
    const before = await wholeDatabase(firm.tenantId)
    const { status, body } = await write(firm, quotation.id, input)
    expect([status, body.problems[0].field]).toEqual([422, 'format'])
    expect(body.problems[0].message).toContain(sentence)
    expect([await wholeDatabase(firm.tenantId), await stored(firm)]).toEqual([before, 0])
  })

  test('a format that is none', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const { status, body } = await write(firm, quotation.id, { format: 'docx' })
    expect([status, body.problems[0].field, await stored(firm)]).toEqual([422, 'format', 0])
  })

  test('a workbook of the firm that can be filled no more', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const template = { key: 'quotation-en', version: 1, kind: 'xlsx', fileId: newId() } as const
    const digest = await sha256('no workbook')
    await env.FILES.put(fileKey(firm.tenantId, digest), 'no workbook')
    const file = { id: template.fileId, sha256: digest, name: 'a.xlsx', mime: TEMPLATE_KINDS.xlsx.mime, bytes: 11 }
    await openDatabase(env.DB).batch([
      keepTemplate({ tenantId: firm.tenantId, id: firm.mia.id }, template, NOW),
      keepFile(
        { tenantId: firm.tenantId, id: firm.mia.id },
        { ...file, about: { type: 'template', id: template.key }, shows: [] },
        NOW,
      ),
    ])
    const { status, body } = await write(firm, quotation.id)
    expect([status, body.problems[0].message]).toEqual([422, expect.stringContaining('template cannot be filled')])
    expect(await count('documents', firm.tenantId)).toBe(0)
  })
})

describe('the file', () => {
  test('is for who sees the quotation and all that stands in it', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const { reply } = (await write(firm, quotation.id)).body
    const path = `/v1/files/${reply.attachments[0].id}`
    const [leo, vera, theirs] = [
      aUser({ id: newId(), alias: 'Leo', email: 'leo@a.example' }),
      aUser({ id: newId(), email: 'vera@a.example', roles: ['gm'] }),
      await aFirm(),
    ]
    await plant(firm.tenantId, { user: [leo, vera] })
    const statusFor = async (as: string) => (await firm.call('GET', path, undefined, { as })).status
    expect(await statusFor('mia')).toBe(200)
    expect(await statusFor(await anIdentity(firm.tenantId, vera))).toBe(200)
    expect(await statusFor(await anIdentity(firm.tenantId, leo))).toBe(404)
    expect(await statusFor(theirs.tokens.mia)).toBe(404)
  })

  test('of another’s quotation is nobody’s to make', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const leo = aUser({ id: newId(), alias: 'Leo' })
    await plant(firm.tenantId, { user: [leo] })
    const as = await anIdentity(firm.tenantId, leo)
    const before = await wholeDatabase(firm.tenantId)
    expect((await write(firm, quotation.id, {}, { as })).status).toBe(404)
    expect([await wholeDatabase(firm.tenantId), await stored(firm)]).toEqual([before, 0])
  })
})

test('a proforma invoice and a contract are made the same way, a contract with its clauses', async () => {
  const firm = await aFirm()
  const { quotation, deal, term } = await aQuoted(firm, { status: 'accepted' })
  const contract = (kind: 'proforma' | 'sales_contract', more: object = {}) =>
    a.contract({
      id: newId(),
      kind,
      deal_id: deal.id,
      quotation_id: quotation.id,
      customer_id: firm.customer.id,
      contact_id: firm.contact.id,
      owner_id: firm.mia.id,
      status: 'approved',
      amount: 500_000,
      payment_term_id: term.id,
      ...more,
    })
  const [pi, sc] = [
    contract('proforma'),
    contract('sales_contract', { arbitration: 'CIETAC Shenzhen', claims_days: 30 }),
  ]
  await plant(firm.tenantId, { contract: [pi, sc] })
  const textOf = async (id: string) => {
    const { body } = await write(firm, id, { format: 'pdf' }, { type: 'contract' })
    const bytes = new Uint8Array(await (await opened(body.reply.attachments[0].url)).arrayBuffer())
    return [body.reply.text, (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text]
  }
  const [letter, paper] = await textOf(pi.id)
  expect(letter).toContain(`fatura proforma ${pi.doc_no}`)
  expect(paper).toContain('PROFORMA INVOICE')
  const [, contractText] = await textOf(sc.id)
  for (const word of ['SALES CONTRACT', 'Arbitration: CIETAC Shenzhen', 'Claims within days: 30']) {
    expect(contractText).toContain(word)
  }
  const { records } = (await firm.call('GET', `/v1/documents?deal_id=${deal.id}`)).body
  expect(records.map(({ type }: { type: string }) => type).sort()).toEqual(['contract_final', 'proforma_invoice'])
})
