import { at, element } from './element.ts'
import type { DeskWords } from './words.ts'

/**
 * The ways to sign in with a browser, by the name of the issuer in `GET /desk/settings.json`. One shows what it needs in
 * `#ways` and answers with a token, however long it takes; Microsoft's and Google's find their place here.
 */
const WAYS: Readonly<Partial<Record<string, (words: DeskWords) => Promise<string>>>> = { local }

/** Has somebody sign in: a token of theirs. Never answers where there is no way to sign in, and says so. */
export async function tokenOfReader(words: DeskWords): Promise<string> {
  at('ways').hidden = false
  at('ways-title').textContent = words('whoAreYou')
  const settings = await read<{ readonly signIn: readonly string[] }>('/desk/settings.json')
  if (!settings) return nothingToDo(words('noStaff'))
  const way = settings.signIn.flatMap((issuer) => WAYS[issuer] ?? [])[0]
  return way ? way(words) : nothingToDo(words('noWay'))
}

/** Something went wrong after the token was there; the ways stay open. */
export function notSignedIn(words: DeskWords): void {
  at('ways-trouble').textContent = words('notSignedIn')
}

interface Staff {
  readonly email: string
  readonly name: string
  readonly alias: string
}

/** At the workbench one says who one is, and it is believed. */
async function local(words: DeskWords): Promise<string> {
  const answer = await read<{ readonly staff: readonly Staff[] }>('/local/staff')
  if (!answer) return nothingToDo(words('noStaff'))
  at('ways-note').textContent = words('local')
  return new Promise((signedIn) => {
    const accounts = answer.staff.map((person) => {
      const button = element('button', 'account', element('span', '', `${person.name} · ${person.alias}`))
      button.append(element('small', '', person.email))
      button.setAttribute('type', 'button')
      button.addEventListener('click', async () => {
        const token = await localToken(person.email)
        if (token) signedIn(token)
        else notSignedIn(words)
      })
      return element('li', '', button)
    })
    at('accounts').replaceChildren(...accounts)
  })
}

async function localToken(email: string): Promise<string | null> {
  const answer = await read<{ readonly token: string }>('/local/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  return answer?.token ?? null
}

function nothingToDo(why: string): Promise<never> {
  at('ways-note').textContent = why
  return new Promise(() => {})
}

async function read<T>(path: string, init?: RequestInit): Promise<T | null> {
  const response = await fetch(path, init).catch(() => null)
  return response?.ok ? ((await response.json()) as T) : null
}
