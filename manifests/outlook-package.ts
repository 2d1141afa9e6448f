import {
  BUTTON,
  BUTTON_TIP,
  COLOUR,
  LONG_DESCRIPTION,
  MAILBOX,
  PERMISSION,
  SHARED_MAILBOXES,
  SHORT_DESCRIPTION,
  VERSION,
} from './add-in.ts'
import { installUrl, paneUrl } from './addresses.ts'
import { iconUrl, OUTLINE, RIBBON_SIZES } from './icons.ts'
import type { Settings } from './settings.ts'

const SCHEMAS = 'https://developer.microsoft.com/json-schemas/teams/v1.30'

/** The package's first icon, 192 px; beside it the outline. */
export const COLOUR_ICON = 'color.png'

/**
 * The unified manifest of the app package. Outlook on Mac and on phones does not take it, so it is the second way; where
 * the XML is installed too, that one gives way (`alternates`).
 */
export function outlookPackage({ origin, clientId, name, provider, ids }: Settings) {
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: '1.30',
    id: ids.package,
    version: VERSION,
    name: { short: name, full: name },
    description: { short: SHORT_DESCRIPTION.en, full: LONG_DESCRIPTION.en },
    developer: {
      name: provider,
      websiteUrl: installUrl(origin),
      privacyUrl: installUrl(origin, '#data'),
      termsOfUseUrl: installUrl(origin, '#terms'),
    },
    icons: { color: COLOUR_ICON, outline: OUTLINE },
    accentColor: COLOUR,
    localizationInfo: {
      defaultLanguageTag: 'en-us',
      additionalLanguages: [{ languageTag: 'zh-cn', file: CHINESE_FILE }],
    },
    validDomains: [new URL(origin).host],
    ...(clientId === null ? {} : { webApplicationInfo: { id: clientId, resource: `api://${clientId}` } }),
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: PERMISSION.package, type: 'Delegated' },
          { name: SHARED_MAILBOXES, type: 'Delegated' },
        ],
      },
    },
    extensions: [
      {
        requirements: {
          scopes: ['mail'],
          capabilities: [{ name: 'Mailbox', minVersion: MAILBOX }],
          formFactors: ['desktop'],
        },
        runtimes: [
          {
            id: 'pane',
            type: 'general',
            lifetime: 'short',
            code: { page: paneUrl(origin) },
            actions: [{ id: 'open', type: 'openPage', view: 'pane', pinnable: true, supportsNoItemContext: true }],
          },
        ],
        ribbons: [
          {
            contexts: ['mailRead'],
            tabs: [{ builtInTabId: 'TabDefault', groups: [{ id: 'read', label: name, controls: [button(origin)] }] }],
          },
        ],
        alternates: [{ hide: { customOfficeAddin: { officeAddinId: ids.xml } } }],
      },
    ],
  }
}

const button = (origin: string) => ({
  id: 'read.open',
  type: 'button',
  label: BUTTON.en,
  icons: RIBBON_SIZES.map((size) => ({ size, url: iconUrl(origin, size) })),
  supertip: { title: BUTTON.en, description: BUTTON_TIP.en },
  actionId: 'open',
})

export const CHINESE_FILE = 'zh-cn.json'

/** The package's words in Chinese, by their places in the manifest. */
export function chineseWords({ name }: Settings): Readonly<Record<string, string>> {
  const group = 'extensions[0].ribbons[0].tabs[0].groups[0]'
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': name,
    'description.short': SHORT_DESCRIPTION['zh-CN'],
    'description.full': LONG_DESCRIPTION['zh-CN'],
    [`${group}.label`]: name,
    [`${group}.controls[0].label`]: BUTTON['zh-CN'],
    [`${group}.controls[0].supertip.title`]: BUTTON['zh-CN'],
    [`${group}.controls[0].supertip.description`]: BUTTON_TIP['zh-CN'],
  }
}
