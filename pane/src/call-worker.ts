import type { ActionAnswer, ActionAsk, PanelAnswer, PanelAsk, ProblemDetails, ReplyAnswer } from '#shared/api.ts'
import type { SearchAnswer } from '#shared/search/found.ts'

/** Whether there is a token for the Worker, or a session that the browser keeps; and if not, why. */
export type SignIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'session' }
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
  act(action: string, ask: ActionAsk, key: string): Promise<Reply<ActionAnswer | ReplyAnswer>>
  /** What fits what is typed: a path with its query. */
  search(path: string): Promise<Reply<SearchAnswer>>
  /** Files a mail; the same mail again is the same item, so that it needs no key. */
  file(mail: Uint8Array<ArrayBuffer>, where: Readonly<Record<string, string>>): Promise<Reply<unknown>>
}

const ANSWER_MS = 20_000
/** A mail of 25 MB over a slow line. */
const MAIL_MS = 300_000

/** Who asks the Worker. With a session the browser sends the cookie, and the header says that the page is one of ours. */
type Asker = Extract<SignIn, { kind: 'signed-in' | 'session' }>

const credentialsOf = (asker: Asker): { headers: Record<string, string>; credentials: RequestCredentials } =>
  asker.kind === 'session'
    ? { headers: { 'X-Quayside': 'desk' }, credentials: 'same-origin' }
    : { headers: { Authorization: `Bearer ${asker.token}` }, credentials: 'omit' }

const RFC822 = 'message/rfc822'

/** One call of the Worker; a mail is sent as it is, any other body as JSON. */
export async function callWorker<T>(
  asker: Asker,
  url: string,
  { method = 'GET', language, body, headers = {}, keep = false }: CallOptions,
): Promise<Reply<T>> {
  const { headers: own, credentials } = credentialsOf(asker)
  try {
    const response = await fetch(url, {
      method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        ...(body === undefined ? {} : { 'Content-Type': body instanceof Uint8Array ? RFC822 : 'application/json' }),
        ...own,
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
      credentials: keep ? 'same-origin' : credentials,
      signal: AbortSignal.timeout(body instanceof Uint8Array ? MAIL_MS : ANSWER_MS),
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

interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly language: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The browser keeps the cookie that comes with the answer. */
  readonly keep?: boolean
}

/** The Worker at `origin`, else the one this page came from, asked in `language` by whoever `token` speaks for. */
export function connectWorker(token: () => Promise<SignIn>, language: string, origin = ''): Worker {
  const post = poster(token, language, origin)
  return {
    panel: (ask) => post('/v1/panel', ask),
    act: (action, ask, key) => post(`/v1/actions/${encodeURIComponent(action)}`, ask, { 'Idempotency-Key': key }),
    search: (path) => post(path),
    file: (mail, where) => post(`/v1/mails?${new URLSearchParams(where)}`, mail),
  }
}

export type Post = <T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply<T>>

/** One question to the Worker, of any kind; without a body it only reads. */
export function poster(token: () => Promise<SignIn>, language: string, origin = ''): Post {
  return async <T>(path: string, body?: unknown, headers = {}): Promise<Reply<T>> => {
    const signedIn = await token()
    if (signedIn.kind === 'signed-out') return signedIn
    if (signedIn.kind === 'no-answer') return { kind: 'unreachable' }
    const method = body === undefined ? 'GET' : 'POST'
    return callWorker(signedIn, origin + path, { method, language, body, headers })
  }
}
