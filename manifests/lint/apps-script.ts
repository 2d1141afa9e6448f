import { isTimezone } from '#shared/time/zone.ts'
import { SHEETS_SCOPES } from '../apps-script.ts'
import { addressProblem } from './addresses.ts'
import { readJson, textsAt, valuesAt } from './json.ts'
import { scopeProblems } from './scopes.ts'

/** There is no schema of `appsscript.json`: what it may say is here. */
const MEMBERS = ['timeZone', 'dependencies', 'exceptionLogging', 'runtimeVersion', 'oauthScopes', 'urlFetchWhitelist']

/** What is wrong with the manifest of the Sheets sidebar, a sentence each. */
export function lintAppsScript(file: string, origin: string): string[] {
  const manifest = readJson(file)
  if (manifest === null) return ['appsscript.json: this is no JSON']
  const [zone = ''] = textsAt(manifest, 'timeZone')
  return [
    ...Object.keys(manifest).flatMap((name) => (MEMBERS.includes(name) ? [] : [`${name}: an editor add-on has none`])),
    ...scopeProblems(textsAt(manifest, 'oauthScopes[]'), SHEETS_SCOPES),
    ...(isTimezone(zone) ? [] : [`timeZone: there is no zone ${zone}`]),
    ...(valuesAt(manifest, 'runtimeVersion')[0] === 'V8' ? [] : ['runtimeVersion: it must be V8']),
    ...textsAt(manifest, 'urlFetchWhitelist[]').flatMap(
      (prefix) =>
        addressProblem('urlFetchWhitelist', prefix, origin) ??
        (prefix.endsWith('/') ? [] : [`urlFetchWhitelist: ${prefix} does not end with /`]),
    ),
  ]
}
