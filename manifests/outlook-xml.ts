import type { Text } from '#shared/i18n/language.ts'
import { BUTTON, BUTTON_TIP, LONG_DESCRIPTION, MAILBOX, PERMISSION, VERSION } from './add-in.ts'
import { installUrl, paneUrl } from './addresses.ts'
import { iconUrl, PHONE_ICONS, RIBBON_SIZES } from './icons.ts'
import type { Settings } from './settings.ts'
import { type Element, element, xmlDocument } from './xml.ts'

/**
 * The add-in-only manifest, for every Outlook there is; what phones and pinned panes need is in the second version of the
 * overrides, which lies within the first. The order of elements is Microsoft's: another one is refused.
 */
export function outlookXml(settings: Settings): string {
  const { origin, provider, name, ids } = settings
  return xmlDocument(
    element('OfficeApp', NAMESPACES, [
      element('Id', {}, ids.xml),
      element('Version', {}, `${VERSION}.0`),
      element('ProviderName', {}, provider),
      element('DefaultLocale', {}, 'en-US'),
      element('DisplayName', { DefaultValue: name }),
      localized('Description', {}, LONG_DESCRIPTION),
      element('IconUrl', { DefaultValue: iconUrl(origin, 64) }),
      element('HighResolutionIconUrl', { DefaultValue: iconUrl(origin, 128) }),
      element('SupportUrl', { DefaultValue: installUrl(origin) }),
      element('AppDomains', {}, [element('AppDomain', {}, origin)]),
      element('Hosts', {}, [element('Host', { Name: 'Mailbox' })]),
      element('Requirements', {}, [element('Sets', {}, [element('Set', { Name: 'Mailbox', MinVersion: MAILBOX })])]),
      element('FormSettings', {}, [
        element('Form', { 'xsi:type': 'ItemRead' }, [
          element('DesktopSettings', {}, [
            element('SourceLocation', { DefaultValue: paneUrl(origin) }),
            element('RequestedHeight', {}, '250'),
          ]),
        ]),
      ]),
      element('Permissions', {}, PERMISSION.xml),
      element('Rule', { 'xsi:type': 'ItemIs', ItemType: 'Message', FormType: 'Read' }),
      element('DisableEntityHighlighting', {}, 'true'),
      overrides('VersionOverridesV1_0', settings, [overrides('VersionOverridesV1_1', settings)]),
    ]),
  )
}

const NAMESPACES = {
  xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  'xsi:type': 'MailApp',
}

const VERSIONS = {
  VersionOverridesV1_0: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  VersionOverridesV1_1: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
}

function overrides(version: keyof typeof VERSIONS, settings: Settings, inner: readonly Element[] = []): Element {
  const newest = version === 'VersionOverridesV1_1'
  const forms = newest ? [desktop({ pinnable: true }), phone()] : [desktop({ pinnable: false })]
  return element('VersionOverrides', { xmlns: VERSIONS[version], 'xsi:type': version }, [
    element('Requirements', {}, [
      element('bt:Sets', { DefaultMinVersion: MAILBOX }, [element('bt:Set', { Name: 'Mailbox' })]),
    ]),
    element('Hosts', {}, [element('Host', { 'xsi:type': 'MailHost' }, forms)]),
    resources(settings, newest),
    ...(newest ? consent(settings) : []),
    ...inner,
  ])
}

/** The button beside an opened mail; without a mail the pane shows what waits, so it stays open there too. */
const desktop = ({ pinnable }: { readonly pinnable: boolean }): Element =>
  element('DesktopFormFactor', {}, [
    ...(pinnable ? [element('SupportsSharedFolders', {}, 'true')] : []),
    element('ExtensionPoint', { 'xsi:type': 'MessageReadCommandSurface' }, [
      element('OfficeTab', { id: 'TabDefault' }, [
        element('Group', { id: 'quayside.read' }, [
          named('Label', 'name'),
          element('Control', { 'xsi:type': 'Button', id: 'quayside.read.open' }, [
            named('Label', 'button'),
            element('Supertip', {}, [named('Title', 'button'), named('Description', 'tip')]),
            element(
              'Icon',
              {},
              RIBBON_SIZES.map((size) => element('bt:Image', { size: `${size}`, resid: `icon.${size}` })),
            ),
            element('Action', { 'xsi:type': 'ShowTaskpane' }, [
              named('SourceLocation', 'pane'),
              ...(pinnable
                ? [element('SupportsPinning', {}, 'true'), element('SupportsNoItemContext', {}, 'true')]
                : []),
            ]),
          ]),
        ]),
      ]),
    ]),
  ])

const phone = (): Element =>
  element('MobileFormFactor', {}, [
    element('ExtensionPoint', { 'xsi:type': 'MobileMessageReadCommandSurface' }, [
      element('Group', { id: 'quayside.phone' }, [
        named('Label', 'name'),
        element('Control', { 'xsi:type': 'MobileButton', id: 'quayside.phone.open' }, [
          named('Label', 'button'),
          element('Icon', { 'xsi:type': 'bt:MobileIconList' }, phoneIcons()),
          element('Action', { 'xsi:type': 'ShowTaskpane' }, [named('SourceLocation', 'pane')]),
        ]),
      ]),
    ]),
  ])

const phoneIcons = (): Element[] =>
  PHONE_ICONS.flatMap(({ size, pixels }) =>
    pixels.map((wide, at) => element('bt:Image', { size: `${size}`, scale: `${at + 1}`, resid: `icon.${wide}` })),
  )

function resources({ origin, name }: Settings, withPhone: boolean): Element {
  const sizes = new Set([...RIBBON_SIZES, ...(withPhone ? PHONE_ICONS.flatMap(({ pixels }) => pixels) : [])])
  return element('Resources', {}, [
    element(
      'bt:Images',
      {},
      [...sizes].map((size) => element('bt:Image', { id: `icon.${size}`, DefaultValue: iconUrl(origin, size) })),
    ),
    element('bt:Urls', {}, [element('bt:Url', { id: 'pane', DefaultValue: paneUrl(origin) })]),
    element('bt:ShortStrings', {}, [
      element('bt:String', { id: 'name', DefaultValue: name }),
      localized('bt:String', { id: 'button' }, BUTTON),
    ]),
    element('bt:LongStrings', {}, [localized('bt:String', { id: 'tip' }, BUTTON_TIP)]),
  ])
}

/** So that an administrator who installs it is asked once, for everybody. */
const consent = ({ clientId }: Settings): Element[] =>
  clientId === null
    ? []
    : [
        element('WebApplicationInfo', {}, [
          element('Id', {}, clientId),
          element('Resource', {}, `api://${clientId}`),
          element('Scopes', {}, [element('Scope', {}, 'openid'), element('Scope', {}, 'profile')]),
        ]),
      ]

const named = (name: string, resid: string): Element => element(name, { resid })

function localized(name: string, attributes: Readonly<Record<string, string>>, value: Text): Element {
  const inner = name.startsWith('bt:') ? 'bt:Override' : 'Override'
  return element(name, { ...attributes, DefaultValue: value.en }, [
    element(inner, { Locale: 'zh-CN', Value: value['zh-CN'] }),
  ])
}
