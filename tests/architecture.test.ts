import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms may import which. The workbench may import all; nothing imports it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  pane: ['pane', 'shared'],
  'outlook-addin': ['outlook-addin', 'pane', 'shared'],
  'gmail-addon': ['gmail-addon', 'shared'],
  manifests: ['manifests', 'shared', 'gmail-addon'],
  'sheets-sidebar': ['sheets-sidebar', 'pane', 'shared', 'manifests'],
  desk: ['desk', 'pane', 'shared'],
  worker: ['worker', 'shared', 'gmail-addon', 'manifests'],
  workbench: [
    'workbench',
    'worker',
    'shared',
    'pane',
    'outlook-addin',
    'gmail-addon',
    'manifests',
    'sheets-sidebar',
    'desk',
  ],
}

const root = resolve(import.meta.dirname, '..')
/** Rooms that are still empty are no folders of the repository yet. */
const rooms = Object.keys(MAY_IMPORT).filter((room) => existsSync(join(root, room)))
const sources = rooms.flatMap((room) => filesIn(join(root, room)))
const importsOf = new Map(sources.map((file) => [file, imports(file)]))

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(100)
})

test('imports run one way', () => {
  const wrong = [...importsOf].flatMap(([file, targets]) =>
    targets
      .filter((target) => !MAY_IMPORT[roomOf(file)]?.includes(roomOf(target)))
      .map((target) => `${relative(root, file)} -> ${relative(root, target)}`),
  )
  expect(wrong).toEqual([])
})

test('no imports go round in a circle', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file))
      circles.push([...path.slice(path.indexOf(file)), file].map((f) => relative(root, f)).join(' -> '))
    if (path.includes(file) || done.has(file)) return
    for (const target of importsOf.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  expect(circles).toEqual([])
})

test('shared knows no clock and no chance', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b|\bcrypto\b/
  const wrong = sources.filter((file) => roomOf(file) === 'shared' && impure.test(withoutComments(file)))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('only the store holds SQL', () => {
  const sqlText =
    /\b(SELECT\s[\s\S]{0,200}\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b/
  const wrong = sources.filter(
    (file) => roomOf(file) === 'worker' && !file.includes('/src/store/') && sqlText.test(withoutComments(file)),
  )
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('only host.ts speaks to a host', () => {
  const hostApi =
    /\b(Office|OfficeRuntime|SpreadsheetApp|HtmlService|ScriptApp|PropertiesService|LockService|google\.script)\s*[.?]/
  const wrong = sources.filter(
    (file) => roomOf(file) !== 'workbench' && !file.endsWith('/host.ts') && hostApi.test(withoutComments(file)),
  )
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('no drawer is called utils, helpers, common, services, managers or misc', () => {
  const drawers = sources.filter((file) => /\/(utils?|helpers?|common|services?|managers?|misc)(\/|\.ts$)/.test(file))
  expect(drawers.map((file) => relative(root, file))).toEqual([])
})

test('files are small: the median below 100 lines, none above 300', () => {
  const lengths = sources.map((file) => readFileSync(file, 'utf8').split('\n').length).sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100)
  const long = sources.filter(
    (file) => !file.includes('/words/') && readFileSync(file, 'utf8').split('\n').length > 300,
  )
  expect(long.map((file) => relative(root, file))).toEqual([])
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/node_modules|\.data/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
}

function roomOf(file: string): string {
  return relative(root, file).split('/')[0] ?? ''
}

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
}

function imports(file: string): string[] {
  const text = withoutComments(file)
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name = '']) => {
    if (name.startsWith('#shared/')) return [join(root, 'shared', name.slice('#shared/'.length))]
    return name.startsWith('.') ? [resolve(dirname(file), name)] : []
  })
}
