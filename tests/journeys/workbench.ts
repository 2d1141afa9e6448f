import { inject } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Opening, open, type Workbench } from './open.ts'
import { type Desk, type DeskOpening, openDesk as openDeskIn } from './open-desk.ts'

const url = inject('stageUrl')

/** The workbench of this run, opened for one test and closed after it. */
export async function openWorkbench(opening: Opening = {}): Promise<Workbench> {
  return open(await theBrowser(), url, opening)
}

/** A page of the desk, in a browser of its own. */
export async function openDesk(opening: DeskOpening): Promise<Desk> {
  return openDeskIn(await theBrowser(), url, opening)
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
