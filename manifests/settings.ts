import { IDS, NAME, PROVIDER } from './add-in.ts'
import { originProblem } from './origin.ts'

/** What one installation says of itself; the rest is the same for everybody. */
export interface Settings {
  /** Where its Worker answers, `https://…` without a path. */
  readonly origin: string
  /** Its app registration in Microsoft Entra. Without one the manifests ask for no consent to it. */
  readonly clientId: string | null
  /** What staff call it. */
  readonly name: string
  /** The firm that runs it. */
  readonly provider: string
  readonly ids: { readonly xml: string; readonly package: string }
}

export const settingsFor = (origin: string, wishes: Partial<Settings> = {}): Settings => ({
  clientId: null,
  name: NAME,
  provider: PROVIDER,
  ids: IDS,
  ...wishes,
  origin,
})

export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Why there are no manifests with such settings, a sentence each. */
export function settingsProblems(settings: Settings, { local = false } = {}): string[] {
  const { origin, clientId, name, provider, ids } = settings
  return [
    originProblem(origin, { local }),
    nameProblem('name', name, 30),
    nameProblem('provider', provider, 32),
    guidProblem('client id', clientId ?? ids.xml),
    guidProblem('id of the XML', ids.xml),
    guidProblem('id of the package', ids.package),
    ids.xml === ids.package ? 'The ids of the XML and of the package must be two different ones.' : null,
  ].filter((problem) => problem !== null)
}

const guidProblem = (what: string, value: string): string | null =>
  GUID.test(value) ? null : `The ${what} must be a GUID in small letters: ${JSON.stringify(value)} is none.`

function nameProblem(what: string, value: string, max: number): string | null {
  if (value.trim() === '' || value.trim() !== value) return `The ${what} must be written, with no blanks around it.`
  if (value.length > max) return `The ${what} must have at most ${max} characters.`
  return /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(value) ? `The ${what} holds characters that cannot be shown.` : null
}
