import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildOutlook } from '../../outlook-addin/build.ts'

let folder = ''
const built = (name: string) => readFile(join(folder, 'outlook', name), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-outlook-'))
  await buildOutlook(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test('the pane’s own JavaScript is at most 15 kB over the wire', async () => {
  expect(gzipSync(await built('pane.js')).length).toBeLessThanOrEqual(15_000)
})

test('Microsoft’s library is no part of the pane: it is a file of its own, loaded where Outlook can use it', async () => {
  expect(await built('pane.js')).not.toMatch(/msal|login\.microsoftonline/i)
  expect(await built('pane.js')).not.toMatch(/^import|[;}]import["{]/)
  expect(await built('nested-app.js')).toContain('https://login.microsoftonline.com/common')
  expect(gzipSync(await built('nested-app.js')).length).toBeLessThanOrEqual(90_000)
})

test('no validator reaches the pane: it takes types alone from the contract', async () => {
  expect(await built('pane.js')).not.toMatch(/zod|safeParse|ZodError/i)
})

test('the page loads Office from Microsoft and holds no script or style that the content policy would refuse', async () => {
  const page = await built('pane.html')
  const scripts = Array.from(page.matchAll(/<script([^>]*)>([^<]*)/g), ([, attributes, content]) => ({
    attributes,
    content,
  }))
  expect(scripts.map(({ content }) => content)).toEqual(['', ''])
  expect(scripts[0]?.attributes).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"')
  expect(page.indexOf('office.js')).toBeLessThan(page.indexOf('</head>'))
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
})

test('each colour of the style sheet has a value in the light, the dark and the contrast theme', async () => {
  const css = await built('pane.css')
  const used = new Set(Array.from(css.matchAll(/var\(--(color\w+)\)/g), ([, name]) => name))
  expect(used.size).toBeGreaterThan(20)
  for (const theme of [':root', "[data-theme='dark']", "[data-theme='contrast']"]) {
    const tokens = css.slice(css.indexOf(`\n${theme} {`) + 1).split('}', 1)[0] ?? ''
    expect([...used].filter((name) => !tokens.includes(`--${name}: `))).toEqual([])
  }
})

test('the style sheet names no colour of its own: all of them are Fluent’s', async () => {
  const css = await built('pane.css')
  const own = css.slice(css.lastIndexOf("[data-theme='contrast'] { --")).split('\n').slice(1).join('\n')
  expect(own).toContain('h1 {')
  expect(own).not.toMatch(/:[^;{]*(?:#[0-9a-f]{3,8}\b|rgb|hsl)[^;{]*;/i)
})
