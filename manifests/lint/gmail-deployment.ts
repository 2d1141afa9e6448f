import { deskUrl, gmailUrl } from '../addresses.ts'
import { GMAIL_SCOPES } from '../gmail-deployment.ts'
import { addressProblem, isAddress } from './addresses.ts'
import { leavesOf, readJson, textsAt, valuesAt } from './json.ts'
import { scopeProblems } from './scopes.ts'

/** What is wrong with a deployment of the Gmail add-on beyond what its schema says, a sentence each. */
export function lintGmailDeployment(file: string, origin: string): string[] {
  const deployment = readJson(file)
  if (deployment === null) return ['gmail-deployment.json: this is no JSON']
  return [
    ...scopeProblems(textsAt(deployment, 'oauthScopes[]'), GMAIL_SCOPES),
    ...leavesOf(deployment).flatMap(({ path, value }) =>
      typeof value === 'string' && !path.startsWith('oauthScopes') && isAddress(value)
        ? (addressProblem(path, value, origin) ?? [])
        : [],
    ),
    ...expected(origin).flatMap(([path, value]) =>
      valuesAt(deployment, path)[0] === value ? [] : [`${path}: it must be ${value}`],
    ),
    ...textsAt(deployment, 'addOns.common.openLinkUrlPrefixes[]').flatMap((prefix) =>
      prefix.startsWith('https://') && prefix.endsWith('/')
        ? []
        : [`openLinkUrlPrefixes: ${prefix} is no https address that ends with /`],
    ),
    ...(textsAt(deployment, 'addOns.common.logoUrl')[0]?.endsWith('.png')
      ? []
      : ['logoUrl: Gmail shows PNG, and no drawing in SVG']),
  ]
}

/** What is called is what the Worker has, with tokens that it checks. */
const expected = (origin: string) =>
  [
    ['addOns.common.homepageTrigger.runFunction', gmailUrl(origin, 'home')],
    ['addOns.gmail.contextualTriggers[].onTriggerFunction', gmailUrl(origin, 'message')],
    ['addOns.common.openLinkUrlPrefixes[]', deskUrl(origin)],
    ['addOns.common.useLocaleFromApp', true],
    ['addOns.httpOptions.authorizationHeader', 'SYSTEM_ID_TOKEN'],
    ['addOns.httpOptions.granularOauthPermissionSupport', 'OPT_IN'],
  ] as const
