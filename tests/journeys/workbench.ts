import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, inject } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Opening, open, type Workbench } from './open.ts'
import { type Desk, type DeskOpening, openDesk as openDeskIn } from './open-desk.ts'

const url = inject('stageUrl')
let browser: Promise<Browser> | undefined
const opened: { readonly context: BrowserContext }[] = []

/** The workbench of this run, opened for one test and closed after it. */
export async function openWorkbench(opening: Opening = {}): Promise<Workbench> {
  browser ??= launchBrowser()
  const workbench = await open(await browser, url, opening)
  opened.push(workbench)
  return workbench
}

/** A page of the desk, in a browser of its own. */
export async function openDesk(opening: DeskOpening): Promise<Desk> {
  browser ??= launchBrowser()
  const desk = await openDeskIn(await browser, url, opening)
  opened.push(desk)
  return desk
}

/** A call of the API as a member of staff, beside the browser. */
export async function api(as: string, method: string, path: string, body?: unknown, headers = {}): Promise<Response> {
  const json = { 'Content-Type': 'application/json' }
  const email = `${as}@bluewhale-outdoor.example`
  const signIn = await fetch(`${url}/local/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ email }) })
  const { token } = (await signIn.json()) as { token: string }
  return fetch(url + path, {
    method,
    headers: { ...json, Authorization: `Bearer ${token}`, 'Accept-Language': 'en', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ context }) => context.close()))
})

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})
