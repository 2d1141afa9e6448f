import { spawnSync } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, expect, test } from 'vitest'
import { type ProjectFiles, projectFiles } from '../../tools/clasp/project.ts'
import { projectProblems } from '../../tools/clasp/project-problems.ts'

const root = resolve(import.meta.dirname, '../..')
let files: ProjectFiles

beforeAll(async () => {
  files = await projectFiles('https://quayside.example.com')
})

test('the project that is pushed has no problem', async () => {
  expect(await projectProblems(files)).toEqual([])
})

test('the global functions are those that Google and the sidebar call, and no other', () => {
  const scope = createContext({})
  runInContext(files['Code.js'], scope)
  expect(
    Object.keys(scope)
      .filter((name) => typeof scope[name] === 'function')
      .sort(),
  ).toEqual([
    'begin',
    'changes',
    'glance',
    'identityToken',
    'keepUnanswered',
    'onInstall',
    'onOpen',
    'settle',
    'show',
    'showSidebar',
    'unanswered',
    'writePull',
    'writeResults',
  ])
})

test('the sidebar is one file that talks to the address it was built for, and brings no validator', () => {
  expect(files['sidebar.html']).toContain('https://quayside.example.com')
  expect(files['sidebar.html']).not.toMatch(/zod|safeParse|ZodError/i)
})

test.each([
  ['class A { #x = 1 }', /newer than ES2020/],
  ['class A { static x = 1 }', /newer than ES2020/],
  ['a ??= 1', /newer than ES2020/],
  ['export const a = 1', /is no script/],
  ['SpreadsheetApp.getUi()', /does something when it is loaded/],
  ['function a() { return fetch("x") }', /no fetch/],
  ['function a() { setTimeout(a) }', /no setTimeout/],
  ['function a() { return [1].at(0) }', /may not have at/],
  ['function a() { DriveApp.getFiles() }', /DriveApp/],
  ['function a() { UrlFetchApp.fetch("x") }', /does not ask for .*external_request/],
])('%s in the script is found', async (line, problem) => {
  expect((await projectProblems({ ...files, 'Code.js': `${files['Code.js']}\n${line}` })).join()).toMatch(problem)
})

test('a function that is missing, a scope too many and a page that loads something else are found', async () => {
  const code = files['Code.js'].replace(/^function onOpen\(\)/m, 'function onOpened()')
  expect((await projectProblems({ ...files, 'Code.js': code })).join()).toContain('onOpen, which Google calls')
  const manifest = files['appsscript.json'].replace('"openid",', '"openid", "https://mail.google.com/",')
  expect((await projectProblems({ ...files, 'appsscript.json': manifest })).join()).toContain('in vain')
  const page = files['sidebar.html'].replace('<body>', '<body><script src="x.js"></script>')
  expect((await projectProblems({ ...files, 'sidebar.html': page })).join()).toContain('loads another file')
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/clasp-push.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
  })

test('a dry run lists what clasp would push, without a login', () => {
  const { status, stdout, stderr } = run('--dry-run')
  expect([status, stderr]).toEqual([0, ''])
  for (const file of ['appsscript.json', 'Code.js', 'sidebar.html']) expect(stdout).toContain(file)
  expect(stdout).toContain('clasp would push 3 files')
}, 60_000)

test('nothing is pushed without an address, or to one that Google cannot call', () => {
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('--origin') })
  expect(run('--origin', 'http://localhost:8787')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('https'),
  })
})
