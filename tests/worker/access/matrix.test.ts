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

/** Questions at routes where the database itself refused something: it counts that as written and taken back. */
const refused: Cell[][] = []

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

/** The actions alone are asked some nine thousand times. */
const MATRIX_MS = 120_000

describe.each(routes)('%s', (route) => {
  test(
    'answers everybody what is theirs and nothing else, and a question changes nothing',
    async () => {
      const all = (await recipeFor(route)?.(firm)) ?? []
      const cells = all.filter(({ writes }) => !writes)
      // Of what somebody may do at a route once is enough: whether they may was asked for each record.
      deeds.push(...new Map(all.flatMap((cell) => (cell.writes ? [[cell.role, cell]] : []))).values())
      expect(cells.length).toBeGreaterThan(0)
      const written = await firm.written()
      expect((await Promise.all(cells.map(wrong))).flat()).toEqual([])
      figures.routes += 1
      figures.cells += cells.length
      if ((await firm.written()) !== written) refused.push(cells)
    },
    MATRIX_MS,
  )
})

test('what the database refused has left nothing behind', async () => {
  const left = (await firm.everything()) === planted ? [] : ['somebody wrote', ...(await whoWrote())]
  expect(left).toEqual([])
}, 300_000)

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
  const cards = body?.columns?.flatMap(({ cards }: { cards?: { id: string }[] }) => cards ?? [])
  const found: string[] = (body?.records ?? body?.rows ?? cards)?.map((one: { id: string }) => one.id) ?? []
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

/** Asks again route by route, and there one by one, for the names of those who wrote; what can be done only once does not tell. */
async function whoWrote(): Promise<string[]> {
  const writers: string[] = []
  let before = await firm.everything()
  const hasChanged = async () => {
    const now = await firm.everything()
    if (now === before) return false
    before = now
    return true
  }
  for (const cells of refused) {
    await Promise.all(cells.map(({ role, ask }) => firm.ask(role, ask)))
    if (!(await hasChanged())) continue
    for (const { role, what, ask } of cells) {
      await firm.ask(role, ask)
      if (await hasChanged()) writers.push(`${role}, ${what}`)
    }
  }
  figures.writes += 1 + writers.length
  return writers
}
