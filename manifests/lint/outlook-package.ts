import { LANGUAGES } from '#shared/i18n/language.ts'
import { MAILBOX, PERMISSION, SHARED_MAILBOXES } from '../add-in.ts'
import { type IconSize, iconName, OUTLINE, RIBBON_SIZES } from '../icons.ts'
import { COLOUR_ICON } from '../outlook-package.ts'
import { GUID } from '../settings.ts'
import { addressProblem, isAddress } from './addresses.ts'
import { leavesOf, readJson, textsAt, valuesAt } from './json.ts'
import { MAIL_EVENTS } from './mail-events.ts'

/** What is wrong with a unified manifest beyond what its schema says, a sentence each. `languages` are its other files. */
export function lintOutlookPackage(
  file: string,
  languages: Readonly<Record<string, string>>,
  origin: string,
): string[] {
  const manifest = readJson(file)
  if (manifest === null) return ['manifest.json: this is no JSON']
  return [
    ...headProblems(manifest, origin),
    ...leavesOf(manifest).flatMap(({ path, value }) =>
      typeof value === 'string' && path !== '$schema' && isAddress(value)
        ? (addressProblem(path, value, origin) ?? [])
        : [],
    ),
    ...actionProblems(manifest),
    ...controlProblems(manifest),
    ...languageProblems(manifest, languages),
  ]
}

const NEEDED: readonly string[] = [PERMISSION.package, SHARED_MAILBOXES]

function headProblems(manifest: unknown, origin: string): string[] {
  const [id = '', version = ''] = [textsAt(manifest, 'id')[0], textsAt(manifest, 'version')[0]]
  const permissions = textsAt(manifest, 'authorization.permissions.resourceSpecific[].name')
  const mailbox = valuesAt(manifest, 'extensions[].requirements.capabilities[]')
  const [client] = textsAt(manifest, 'webApplicationInfo.id')
  return [
    ...(GUID.test(id) ? [] : ['id: it must be a GUID in small letters']),
    ...(/^[1-9]\d{0,4}(\.\d{1,5}){2}$/.test(version)
      ? []
      : [`version: ${version} has not three parts, the first at least 1`]),
    ...NEEDED.flatMap((name) => (permissions.includes(name) ? [] : [`authorization: ${name} is missing`])),
    ...permissions.flatMap((name) => (NEEDED.includes(name) ? [] : [`authorization: the pane needs no ${name}`])),
    ...(JSON.stringify(valuesAt(manifest, 'extensions[].requirements.scopes')) === '[["mail"]]'
      ? []
      : ['requirements: they must name the scope mail']),
    ...(JSON.stringify(mailbox) === JSON.stringify([{ name: 'Mailbox', minVersion: MAILBOX }])
      ? []
      : [`requirements: they must name Mailbox ${MAILBOX}`]),
    ...(JSON.stringify(valuesAt(manifest, 'validDomains[]')) === JSON.stringify([new URL(origin).host])
      ? []
      : [`validDomains: it must be ${new URL(origin).host} alone`]),
    ...(textsAt(manifest, 'icons.color')[0] === COLOUR_ICON ? [] : [`icons.color: it must be ${COLOUR_ICON}`]),
    ...(textsAt(manifest, 'icons.outline')[0] === OUTLINE ? [] : [`icons.outline: it must be ${OUTLINE}`]),
    ...(client === undefined || textsAt(manifest, 'webApplicationInfo.resource')[0] === `api://${client}`
      ? []
      : ['webApplicationInfo: its resource is not its own id']),
    ...(textsAt(manifest, 'extensions[].alternates[].hide.customOfficeAddin.officeAddinId').length === 1
      ? []
      : ['alternates: the add-in of the XML does not give way']),
  ]
}

const CONTROLS = 'extensions[].ribbons[].tabs[].groups[].controls[]'

function actionProblems(manifest: unknown): string[] {
  const actions = textsAt(manifest, 'extensions[].runtimes[].actions[].id')
  const asked = [CONTROLS, 'extensions[].autoRunEvents[].events[]'].flatMap((place) =>
    textsAt(manifest, `${place}.actionId`),
  )
  const pinnable = valuesAt(manifest, 'extensions[].runtimes[].actions[]') as { type?: string; pinnable?: boolean }[]
  return [
    ...asked.flatMap((id) => (actions.includes(id) ? [] : [`actionId: there is no action ${id}`])),
    ...actions.flatMap((id) => (asked.includes(id) ? [] : [`actions: nothing starts ${id}`])),
    ...pinnable.flatMap(({ type, pinnable }) =>
      type === 'openPage' && pinnable !== true ? ['pinnable: the pane cannot be pinned'] : [],
    ),
    ...textsAt(manifest, 'extensions[].autoRunEvents[].events[].type').flatMap((type) =>
      type in MAIL_EVENTS ? [] : [`autoRunEvents: there is no event ${type}`],
    ),
  ]
}

function controlProblems(manifest: unknown): string[] {
  const ids = [
    ...textsAt(manifest, 'extensions[].ribbons[].tabs[].groups[].id'),
    ...textsAt(manifest, `${CONTROLS}.id`),
  ]
  const controls = valuesAt(manifest, CONTROLS) as { icons?: { size: number; url: string }[] }[]
  return [
    ...(controls.length === 0 ? ['ribbons: there is no button'] : []),
    ...ids.flatMap((id, at) => (ids.indexOf(id) === at ? [] : [`ribbons: the id ${id} is there twice`])),
    ...controls.flatMap(({ icons = [] }) => [
      ...RIBBON_SIZES.flatMap((size) =>
        icons.some((icon) => icon.size === size) ? [] : [`icons: the image of ${size} px is missing`],
      ),
      ...icons.flatMap(({ size, url }) =>
        url.endsWith(`/${iconName(size as IconSize)}`) ? [] : [`icons: the image of ${size} px has another size`],
      ),
    ]),
  ]
}

/** Every language of the interface has its file, and what stands there stands in the manifest too. */
function languageProblems(manifest: unknown, files: Readonly<Record<string, string>>): string[] {
  const tags = ['localizationInfo.defaultLanguageTag', 'localizationInfo.additionalLanguages[].languageTag'].flatMap(
    (place) => textsAt(manifest, place),
  )
  const named = textsAt(manifest, 'localizationInfo.additionalLanguages[].file')
  const places = new Set(leavesOf(manifest).map(({ path }) => path))
  return [
    ...LANGUAGES.flatMap((language) =>
      tags.some((tag) => tag.startsWith(language.toLowerCase())) ? [] : [`localizationInfo: ${language} is missing`],
    ),
    ...named.flatMap((file) => (file in files ? [] : [`localizationInfo: there is no file ${file}`])),
    ...Object.entries(files).flatMap(([name, file]) => {
      const words = readJson(file)
      if (words === null) return [`${name}: this is no JSON`]
      return Object.keys(words).flatMap((place) => (places.has(place) ? [] : [`${name}: the manifest has no ${place}`]))
    }),
  ]
}
