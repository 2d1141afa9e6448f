import { expect, test } from 'vitest'
import { issued, type NewFile } from '#shared/paper/issue.ts'
import { aPaper } from '../../fixtures/a-paper.ts'
import { a } from '../../fixtures/road.ts'

const record = a.quotation({ id: 'q', doc_no: 'QT-2026-0412', version_no: 2, deal_id: 'd' })
const aFile = (given: Partial<NewFile> = {}): NewFile => ({
  id: 'f',
  name: 'x.pdf',
  format: 'pdf',
  sha256: 'h',
  template: null,
  ...given,
})

const written = (files: readonly NewFile[], of = record, documents: Parameters<typeof issued>[1]['documents'] = []) =>
  issued(
    { type: 'quotation', record: of },
    { paper: aPaper(), files, documents, today: '2026-10-20', newId: () => 'n' },
  )

test('nothing is written of files that are known', () => {
  expect(written([])).toEqual([])
})

test('a workbook does not take the place of the PDF that a quotation has', () => {
  const sheet = aFile({ format: 'xlsx' })
  expect(written([sheet]).map(({ type }) => type)).toEqual(['quotation', 'document'])
  expect(written([sheet], { ...record, file_id: 'pdf' }).map(({ type }) => type)).toEqual(['document'])
})

test('an earlier file is superseded by one of its language and format alone, and never once it was sent', () => {
  const earlier = (given: object) =>
    a.document({
      id: 'e',
      type: 'quotation_pdf',
      number: 'QT-2026-0412-v2',
      version_no: 3,
      status: 'issued',
      language: 'en',
      template: 'pdf',
      ...given,
    })
  const fateOf = (given: object) => written([aFile()], record, [earlier(given)])
  expect(fateOf({}).at(-1)).toMatchObject({ kind: 'update', type: 'document', values: { status: 'superseded' } })
  for (const other of [
    { language: 'zh-CN' },
    { template: 'xlsx quotation-en v1' },
    { status: 'sent' },
    { number: 'QT-1-v1' },
  ]) {
    expect(fateOf(other).filter(({ kind, type }) => kind === 'update' && type === 'document')).toEqual([])
  }
  expect(fateOf({})[1]).toMatchObject({
    values: { version_no: 4, number: 'QT-2026-0412-v2', data: { total: aPaper().total } },
  })
})
