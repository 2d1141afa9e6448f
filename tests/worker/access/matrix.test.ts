import { afterAll, describe, expect, test } from 'vitest'
import { canariesIn } from '../../fixtures/canaries.ts'
import { seesField } from '../../fixtures/posts.ts'
import type { Cell } from './cell.ts'
import { type Answer, type Ask, aLargeFirm, app } from './large-firm.ts'
import { leaks, sees } from './oracle.ts'
import { recipeFor } from './recipes.ts'

/**
 * Who may see and do what: every route, everybody, every record, every sort of id. The routes are those of the
 * router itself; one without a recipe fails here by its name.
 */
const firm = await aLargeFirm()
const planted = await firm.everything()
const routes = [
  ...new Set(
    app.routes.flatMap(({ method, path }) => (method === 'ALL' && path.endsWith('*') ? [] : [`${method} ${path}`])),
  ),
]

/** What changes what is there waits until every question is answered. */
const deeds: Cell[] = []

const figures = { routes: 0, cells: 0, leaks: 0, writes: 0 }
afterAll(() => {
  const { cells, leaks: leaked, writes } = figures
  console.log(
    `access: ${figures.routes} of ${routes.length} routes, ${cells} cells, ${leaked} leaks, ${writes} writes after denial`,
  )
})

test('every route has cells', () => {
  expect(routes.filter((route) => !recipeFor(route))).toEqual([])
})

describe.each(routes)('%s', (route) => {
  test('answers everybody what is theirs and nothing else, and a question changes nothing', async () => {
    const all = (await recipeFor(route)?.(firm)) ?? []
    const cells = all.filter(({ writes }) => !writes)
    // Of what somebody may do at a route once is enough: whether they may was asked for each record.
    deeds.push(...new Map(all.flatMap((cell) => (cell.writes ? [[cell.role, cell]] : []))).values())
    expect(cells.length).toBeGreaterThan(0)
    const written = await firm.written()
    expect((await Promise.all(cells.map(wrong))).flat()).toEqual([])
    figures.routes += 1
    figures.cells += cells.length
    // What is refused by the database itself counts there as written and taken back.
    if ((await firm.written()) !== written && (await firm.everything()) !== planted) {
      expect(await whoWrote(cells)).toEqual([])
    }
  })
})

test('what somebody opened is kept of what they see alone', async () => {
  const opened = await firm.opened()
  expect(opened.length).toBeGreaterThan(0)
  const unseen = opened.filter(({ role, plant }) => !plant || !sees(role, plant))
  expect(unseen).toEqual([])
})

test('what is allowed is done, and tells as little', async () => {
  figures.cells += deeds.length
  expect((await Promise.all(deeds.map(wrong))).flat()).toEqual([])
})

/** What is wrong with the answer to a cell, in words. */
async function wrong(cell: Cell): Promise<string[]> {
  const { role, what, ask, status, absent, but = '', shows, lists, says, hides = [] } = cell
  const answer = await firm.ask(role, ask)
  const leaked = leaks(firm, role, answer.whole, JSON.stringify(ask))
  figures.leaks += leaked.length
  const problems = [
    answer.status === status ? [] : `${answer.status} instead of ${status} ${answer.body?.code ?? ''}`,
    absent && !isLikeAbsent(answer, await absentTo(role, absent), but) ? 'is told from what is absent' : [],
    leaked.map(({ type, field, access }) => `leaks ${type}.${field} (${access ?? 'its record'})`),
    shows && answer.status === status ? missing(cell, answer) : [],
    lists && !isSame(lists, answer) ? 'is not the right list' : [],
    says !== undefined && !answer.text.includes(says) ? `does not say ${says}` : [],
    hides.some((id) => answer.text.includes(id)) ? 'tells the id of what is hidden' : [],
    ask.path.startsWith('/v1') && !answer.whole.includes('cache-control: no-store') ? 'may be kept by a cache' : [],
  ]
  return problems.flat().map((problem) => `${role}, ${what}: ${problem}`)
}

const isLikeAbsent = (answer: Answer, like: Answer, but: string): boolean =>
  (but ? answer.whole.replaceAll(but, 'nonsense') : answer.whole) === like.whole

const isSame = (ids: readonly string[], { body }: Answer): boolean => {
  const found: string[] = (body?.records ?? body?.rows)?.map((one: { id: string }) => one.id) ?? []
  return JSON.stringify(found.sort()) === JSON.stringify([...ids].sort())
}

/** The answers about what is absent, each asked for once. */
const ABSENT_ANSWERS = new Map<string, Promise<Answer>>()

function absentTo(role: Cell['role'], ask: Ask): Promise<Answer> {
  const key = JSON.stringify([role, { ...ask, headers: { ...ask.headers, 'Idempotency-Key': '' } }])
  const answer = ABSENT_ANSWERS.get(key) ?? firm.ask(role, ask)
  ABSENT_ANSWERS.set(key, answer)
  return answer
}

/** The canaries of a record that a reader may see, and that are not in the answer: a test that sees nothing proves nothing. */
function missing({ role, shows }: Cell, answer: Answer): string[] {
  if (!role || !shows) return []
  const found = canariesIn(answer.text)
  const planted = canariesIn(JSON.stringify(firm.record(shows.id)))
  return [...planted].flatMap(([name, nest]) =>
    seesField(role, nest) && !found.has(name) ? [`does not show ${nest.field}`] : [],
  )
}

/** Asks again one by one, for the name of who wrote. */
async function whoWrote(cells: readonly Cell[]): Promise<string[]> {
  const writers: string[] = []
  for (const { role, what, ask } of cells) {
    const before = await firm.everything()
    await firm.ask(role, ask)
    if ((await firm.everything()) !== before) writers.push(`${role}, ${what}`)
  }
  figures.writes += writers.length
  return writers
}
