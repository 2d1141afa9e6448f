import { SCOPES, WRITING } from '../gmail-addon/src/scopes.ts'
import { COLOUR } from './add-in.ts'
import { deskUrl, gmailUrl } from './addresses.ts'
import { iconUrl } from './icons.ts'
import type { Settings } from './settings.ts'

/** Without it nothing of an add-on runs in Gmail. */
const RUN = 'https://www.googleapis.com/auth/gmail.addons.execute'
/** The reader's language and time zone, with `useLocaleFromApp`. */
const LOCALE = 'https://www.googleapis.com/auth/script.locale'

/** What the add-on may be allowed: what its code asks for (`gmail-addon/src/scopes.ts`), and what Google wants to run it. */
export const GMAIL_SCOPES: readonly string[] = [...new Set([RUN, ...Object.values(SCOPES).flat(), ...WRITING, LOCALE])]

/** An HTTP add-on's deployment, `gcloud workspace-add-ons deployments create … --deployment-file=`. */
export const gmailDeployment = ({ origin, name }: Settings) => ({
  oauthScopes: GMAIL_SCOPES,
  addOns: {
    common: {
      name,
      logoUrl: iconUrl(origin, 128),
      layoutProperties: { primaryColor: COLOUR },
      useLocaleFromApp: true,
      homepageTrigger: { runFunction: gmailUrl(origin, 'home') },
      openLinkUrlPrefixes: [deskUrl(origin)],
    },
    gmail: {
      contextualTriggers: [{ unconditional: {}, onTriggerFunction: gmailUrl(origin, 'message') }],
    },
    // The reader may allow the one and refuse the other: the add-on says on its cards what it then cannot do.
    httpOptions: { authorizationHeader: 'SYSTEM_ID_TOKEN', granularOauthPermissionSupport: 'OPT_IN' },
  },
})
