import type { Page } from 'playwright-core'
import { theBrowser } from '../browser.ts'
import { type Opening, open, type Workbench } from '../open.ts'
import { startWorkbench } from '../stage.ts'

/** A workbench of its own, whose clock stands at the time of a story. */
export interface Day {
  /** Moves the clock: RFC 3339. */
  at(time: string): Promise<void>
  sits(opening: Opening): Promise<Workbench>
  /** A call of the API as a member of staff. */
  call(as: string, path: string, body: object): Promise<Record<string, unknown>>
  /** Changes a record or setting that has a version, as a member of staff. */
  edit(as: string, path: string, body: object): Promise<void>
  /** Does what is due, as the clock has it. */
  tick(): Promise<void>
  /** Every mail that has left, or waits to leave, as text. */
  outbox(): Promise<string>
  end(): Promise<void>
}

const JSON_HEADERS = { 'Content-Type': 'application/json' }

export async function aDay(): Promise<Day> {
  const { url, stop } = await startWorkbench()
  const post = async (path: string, body: object, headers = {}) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { ...JSON_HEADERS, ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    async at(time) {
      await post('/local/clock', { set: time })
    },
    sits: async (opening) => open(await theBrowser(), url, opening),
    async call(as, path, body) {
      const { token } = await post('/local/sign-in', { email: `${as}@bluewhale-outdoor.example` })
      return post(path, body, { Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() })
    },
    async edit(as, path, body) {
      const { token } = await post('/local/sign-in', { email: `${as}@bluewhale-outdoor.example` })
      const headers = { ...JSON_HEADERS, Authorization: `Bearer ${token}` }
      const { version } = await (await fetch(url + path, { headers })).json()
      const answer = await fetch(url + path, {
        method: 'PATCH',
        headers: { ...headers, 'If-Match': `"${version}"` },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    },
    async tick() {
      await post('/local/tick', {})
    },
    outbox: async () => (await fetch(`${url}/local/outbox`)).text(),
    end: stop,
  }
}

/** Everything that pages are given from now on: what is not in it has not left the Worker. */
export function given(page: Page): () => Promise<string> {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (/\/(v1|gmail|local\/gmail)\b/.test(response.url())) answers.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(answers)).join('\n')
}
