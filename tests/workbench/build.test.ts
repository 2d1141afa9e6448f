import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorkbench } from '../../workbench/build.ts'
import { aMail } from './a-mail.ts'

let out = ''
const built = (name: string) => readFile(join(out, 'workbench', name), 'utf8')
const first = aMail({ id: 'first', body: 'A secret of the body', headers: { Date: 'Mon, 19 Oct 2026 10:00:00 +0800' } })
const second = aMail({ id: 'second', folder: 'sent', headers: { Date: 'Tue, 20 Oct 2026 08:00:00 +0800' } })

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'quayside-workbench-'))
  await buildWorkbench(out, { mails: [first, second] })
})
afterAll(() => rm(out, { recursive: true }))

test('the page, its script and style, the stand-in host and the mailbox are all there', async () => {
  expect((await readdir(join(out, 'workbench'))).sort()).toEqual([
    'index.html',
    'mails',
    'mails.json',
    'office.js',
    'page.css',
    'page.js',
    'sheets',
  ])
})

test('the list names the mails newest first and carries no bodies', async () => {
  const list = JSON.parse(await built('mails.json')) as Record<string, unknown>[]
  expect(list.map(({ id, folder }) => [id, folder])).toEqual([
    ['second', 'sent'],
    ['first', 'inbox'],
  ])
  for (const mail of list) {
    expect(mail).not.toHaveProperty('text')
    expect(mail).not.toHaveProperty('html')
  }
})

test('each mail is there with its text, and once more exactly as it came', async () => {
  expect(JSON.parse(await built('mails/first.json')).text).toContain('A secret of the body')
  expect(Buffer.from(first.raw).equals(await readFile(join(out, 'workbench/mails/first.eml')))).toBe(true)
})

test('every token that the style names has a value in each theme', async () => {
  const css = await built('page.css')
  const used = new Set(Array.from(css.matchAll(/var\(--([a-z]+[A-Z]\w*)/g), ([, name]) => name))
  expect(used.size).toBeGreaterThan(20)
  for (const theme of ['light', 'dark', 'contrast']) {
    const values = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0]
    for (const name of used) expect(values).toContain(`--${name}: `)
  }
})

test('an id that would leave the folder, or that two mails share, is refused', async () => {
  await expect(buildWorkbench(out, { mails: [aMail({ id: '../first' })] })).rejects.toThrow('No id for a mail')
  await expect(buildWorkbench(out, { mails: [first, first] })).rejects.toThrow('Two mails have the id first')
})
