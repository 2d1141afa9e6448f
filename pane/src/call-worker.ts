import type { ActionAnswer, ActionAsk, PanelAnswer, PanelAsk, ProblemDetails } from '#shared/api.ts'

/** Whether there is a token for the Worker, and if not, why. */
export type SignIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'signed-out'; readonly code: number | string }
  | { readonly kind: 'no-answer' }

/** What came of a call. Nothing here throws: a pane has to say something in every case. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'problem'; readonly problem: WorkerProblem }
  | { readonly kind: 'signed-out'; readonly code?: number | string }
  | { readonly kind: 'unreachable' }

/** A problem, with an action's outcome among its members. Its `title` is the problem's and never the panel's. */
export type WorkerProblem = ProblemDetails & Partial<Omit<ActionAnswer, 'title'>>

/** What of a problem a person is told. */
export const said = ({ title, requestId }: WorkerProblem) => ({ title, requestId })

export interface Worker {
  panel(ask: PanelAsk): Promise<Reply<PanelAnswer>>
  /** `key` is the same for every attempt at one submission. */
  act(action: string, ask: ActionAsk, key: string): Promise<Reply<ActionAnswer>>
}

const ANSWER_MS = 20_000

/** The Worker at `origin`, else the one this page came from, asked in `language` by whoever `token` speaks for. */
export function connectWorker(token: () => Promise<SignIn>, language: string, origin = ''): Worker {
  async function post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const signedIn = await token()
    if (signedIn.kind === 'signed-out') return signedIn
    if (signedIn.kind === 'no-answer') return { kind: 'unreachable' }
    try {
      const response = await fetch(origin + path, {
        method: 'POST',
        headers: {
          Accept: 'application/json',
          'Accept-Language': language,
          Authorization: `Bearer ${signedIn.token}`,
          'Content-Type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
        credentials: 'omit',
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      if (response.status === 401) return { kind: 'signed-out' }
      if (!response.headers.get('Content-Type')?.includes('json')) return { kind: 'unreachable' }
      return response.ok
        ? { kind: 'answer', answer: await response.json() }
        : { kind: 'problem', problem: await response.json() }
    } catch {
      // No network, no answer in time, or the page of a gateway in place of JSON: it is all the same to the reader.
      return { kind: 'unreachable' }
    }
  }

  return {
    panel: (ask) => post('/v1/panel', ask),
    act: (action, ask, key) => post(`/v1/actions/${encodeURIComponent(action)}`, ask, { 'Idempotency-Key': key }),
  }
}
