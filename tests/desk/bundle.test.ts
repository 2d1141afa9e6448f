import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDesk } from '../../desk/build.ts'

let folder = ''
const built = (name: string) => readFile(join(folder, 'desk', name), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-desk-'))
  await buildDesk(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test.each(['desk', 'board', 'access', 'staff', 'layout', 'mail', 'mails', 'file', 'leave'])(
  '%s.js is at most 15 kB over the wire, like a pane’s, and no validator is in it',
  async (name) => {
    const script = await built(`${name}.js`)
    expect(gzipSync(script).length).toBeLessThanOrEqual(15_000)
    expect(script).not.toMatch(/zod|safeParse|ZodError/i)
  },
)

test.each(['desk', 'board', 'access', 'staff', 'layout', 'mail', 'mails', 'file', 'leave'])(
  '%s.html holds no script or style that its content policy would refuse, nothing from elsewhere',
  async (name) => {
    const page = await built(`${name}.html`)
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|https?:/i)
    expect(page.match(/<script[^>]*>[^<]*/g)).toEqual([`<script type="module" src="/desk/${name}.js">`])
  },
)

test('on paper every colour is that of the light theme, whatever the screen has', async () => {
  const css = await built('desk.css')
  const values = (rule: string) => css.slice(css.indexOf(rule) + rule.length).split('}', 1)[0]
  expect(values('@media print { body[data-theme] {')).toBe(values(':root {'))
  expect(values('@media print { body[data-theme] {')).not.toBe(values("[data-theme='dark'] {"))
})
