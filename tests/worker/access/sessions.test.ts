import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#shared/trade/user.ts'
import { type Cell, SOME_ROLES } from './cell.ts'
import { type Answer, type Ask, aLargeFirm, app } from './large-firm.ts'
import { recipeFor } from './recipes.ts'

/**
 * A session is its person and nothing more: at every route of the router it gets what their token gets, to the letter,
 * and a request that any page could have sent gets what nobody gets.
 */
const firm = await aLargeFirm()
const routes = [
  ...new Set(
    app.routes.flatMap(({ method, path }) => (method === 'ALL' && path.endsWith('*') ? [] : [`${method} ${path}`])),
  ),
]

const figures = { same: 0, refused: 0, accepted: 0 }
afterAll(() => {
  const { same, refused, accepted } = figures
  console.log(
    `sessions: ${same} answers as with a token, ${refused} as to nobody, ${accepted} accepted from other pages`,
  )
})

/** The cookie of somebody who has signed in with their token. */
async function cookieOf(role: Role): Promise<string> {
  const { whole } = await firm.ask(role, { method: 'POST', path: '/desk/session' })
  return /set-cookie: (quayside=[\w-]{43});/.exec(whole)?.[1] ?? ''
}

const cookies = new Map(await Promise.all(SOME_ROLES.map(async (role) => [role, await cookieOf(role)] as const)))

const withCookie = ({ ask, role }: Cell, page: Readonly<Record<string, string>>): Ask => {
  const { Authorization: _, ...headers } = ask.headers ?? {}
  return { ...ask, headers: { ...headers, Cookie: (role && cookies.get(role)) ?? '', ...page } }
}

const OWN_PAGE = { 'Sec-Fetch-Site': 'same-origin', 'X-Quayside': 'desk' }

/** What any page, mail or program can have a browser send. */
const OTHER_PAGES: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'X-Quayside': 'desk' },
  { 'Sec-Fetch-Site': 'none' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example', 'X-Quayside': 'desk' },
  { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example', 'X-Quayside': 'desk' },
]

/** How many cells of a route each reader is asked: what a session is does not hang on the record. */
const CELLS_EACH = 5

/** Some cells of each reader who has a session here, from all over the route's. */
async function cellsOf(route: string): Promise<Cell[]> {
  const cells = (await recipeFor(route)?.(firm)) ?? []
  return [...cookies.keys()].flatMap((role) => {
    const own = cells.filter((cell) => cell.role === role)
    const step = Math.max(1, Math.floor(own.length / CELLS_EACH))
    return own.filter((cell, at) => at % step === 0 || cell.writes)
  })
}

describe.each(routes)('%s', (route) => {
  test('answers a session as it answers the token of the same person', async () => {
    const cells = (await cellsOf(route)).filter(({ writes, ask }) => !writes && !isAboutTokens(ask))
    const other = (await Promise.all(cells.map(async (cell) => ((await isSame(cell)) ? [] : [cell])))).flat()
    // Home shows what was opened last, and the others were just opening records: once it is quiet it is asked again.
    const others: string[] = []
    for (const cell of other) if (!(await isSame(cell))) others.push(`${cell.role}, ${cell.what}`)
    expect(others).toEqual([])
    figures.same += cells.length
  })
})

describe('a session from another page', () => {
  let before = ''
  beforeAll(async () => {
    before = await firm.everything()
  })

  test.each(routes)('%s answers as it answers nobody', async (route) => {
    const cells = [...new Map((await cellsOf(route)).map((cell) => [String(cell.writes), cell])).values()]
    expect(cells.length).toBeGreaterThan(0)
    const pages = route.startsWith('GET') ? OTHER_PAGES : [...OTHER_PAGES, { 'Sec-Fetch-Site': 'same-origin' }]
    const accepted: string[] = []
    for (const cell of cells) {
      const nobody = await firm.ask(null, withCookie({ ...cell, role: null }, {}))
      for (const page of pages) {
        const { whole } = await firm.ask(null, withCookie(cell, page))
        if (whole === nobody.whole) figures.refused += 1
        else accepted.push(`${cell.role}, ${cell.what}: ${JSON.stringify(page)}`)
      }
    }
    figures.accepted += accepted.length
    expect(accepted).toEqual([])
  })

  test('and nothing has changed', async () => {
    expect(await firm.everything()).toBe(before)
  })
})

async function isSame(cell: Cell): Promise<boolean> {
  const [byToken, bySession] = [await firm.ask(cell.role, cell.ask), await firm.ask(null, withCookie(cell, OWN_PAGE))]
  return told(byToken) === told(bySession)
}

/** An answer but for what is made for each question anew: the number of a pull. */
const told = ({ whole }: Answer): string => whole.replace(/"pullId":"\w+"/g, '"pullId":"(new)"')

/** Google's calls and the beginning of a session are made with a token or not at all. */
const isAboutTokens = ({ method, path }: Ask): boolean =>
  path.startsWith('/gmail/') || (path === '/desk/session' && method !== 'GET')

test.each(['home', 'message', 'press'])('/gmail/%s knows no session', async (occasion) => {
  for (const cookie of cookies.values()) {
    const ask = { method: 'POST', path: `/gmail/${occasion}`, body: {}, headers: { ...OWN_PAGE, Cookie: cookie } }
    expect((await firm.ask(null, ask)).status).toBe(401)
  }
})
