import { MAILBOX, PERMISSION } from '../add-in.ts'
import { type IconSize, iconName, PHONE_ICONS, RIBBON_SIZES } from '../icons.ts'
import { GUID } from '../settings.ts'
import type { Element } from '../xml.ts'
import { addressProblem, isAddress } from './addresses.ts'
import { MAIL_EVENTS } from './mail-events.ts'
import { allNamed, childrenOf, readXml, textOf, within } from './read-xml.ts'
import { resourceProblems } from './xml-resources.ts'

/** What is wrong with an add-in-only manifest beyond what its schema says, a sentence each. */
export function lintOutlookXml(document: string, origin: string): string[] {
  const root = readXml(document)
  if (root?.name !== 'OfficeApp') return ['OfficeApp: this is no manifest in XML']
  const overrides = allNamed(root, 'VersionOverrides')
  return [
    ...headProblems(root, origin),
    ...addressProblems(root, origin),
    ...overrides.flatMap((one) => [...overridesProblems(one), ...resourceProblems(one)]),
    ...pinProblems(overrides),
  ]
}

function headProblems(root: Element, origin: string): string[] {
  const version = textOf(root, 'Version')
  const permission = textOf(root, 'Permissions')
  const domains = allNamed(root, 'AppDomain').map(({ content }) => content)
  return [
    GUID.test(textOf(root, 'Id')) ? null : 'Id: it must be a GUID in small letters',
    /^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(version)
      ? null
      : `Version: ${version} has not four parts, the first at least 1`,
    permission === PERMISSION.xml ? null : `Permissions: ${permission} is not what the pane needs, ${PERMISSION.xml}`,
    domains.includes(origin) ? null : `AppDomains: ${origin} is missing`,
    iconOf(root, 'IconUrl') === iconName(64) ? null : 'IconUrl: it must be the icon of 64 px',
    iconOf(root, 'HighResolutionIconUrl') === iconName(128)
      ? null
      : 'HighResolutionIconUrl: it must be the icon of 128 px',
    childrenOf(root).some(({ name }) => name === 'Requirements') ? null : 'Requirements: they are missing',
  ].filter((problem) => problem !== null)
}

const iconOf = (root: Element, name: string): string | undefined =>
  childrenOf(root)
    .find((one) => one.name === name)
    ?.attributes.DefaultValue?.split('/')
    .at(-1)

function addressProblems(root: Element, origin: string): string[] {
  return within(root).flatMap(({ name, attributes, content }) => {
    const values = Object.entries(attributes).flatMap(([key, value]) => (key.startsWith('xmlns') ? [] : [value]))
    return [...values, ...(typeof content === 'string' ? [content] : [])]
      .filter(isAddress)
      .flatMap((value) => addressProblem(name, value, origin) ?? [])
  })
}

function overridesProblems(overrides: Element): string[] {
  const version = overrides.attributes['xsi:type'] ?? ''
  const own = withoutInner(overrides)
  const sets = allNamed(own, 'bt:Sets').map(({ attributes }) => attributes.DefaultMinVersion)
  return [
    ...(sets.length === 0 ? [`${version}: its Requirements are missing`] : []),
    ...sets.flatMap((min) => (min === MAILBOX ? [] : [`${version}: it requires Mailbox ${min}, not ${MAILBOX}`])),
    ...twice(within(own).flatMap(({ name, attributes }) => (NAMED.has(name) ? (attributes.id ?? []) : []))).map(
      (id) => `${version}: the id ${id} is there twice`,
    ),
    ...allNamed(own, 'Icon').flatMap((icon) => iconProblems(icon, own)),
    ...allNamed(own, 'LaunchEvent').flatMap(({ attributes: { Type = '' } }) =>
      Object.values(MAIL_EVENTS).includes(Type) ? [] : [`LaunchEvent: there is no event ${Type}`],
    ),
  ]
}

/** Their ids are one name space. */
const NAMED: ReadonlySet<string> = new Set(['Group', 'Control'])

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at)

function withoutInner(overrides: Element): Element {
  return { ...overrides, content: childrenOf(overrides).filter(({ name }) => name !== 'VersionOverrides') }
}

/** A ribbon takes its sizes, a phone its nine; each image is as large as it says. */
function iconProblems(icon: Element, overrides: Element): string[] {
  const images = childrenOf(icon).map(({ attributes: { size = '', scale = '1', resid } }) => ({
    key: `${size}x${scale}`,
    pixels: Number(size) * Number(scale),
    address: allNamed(overrides, 'bt:Image').find(({ attributes }) => attributes.id === resid)?.attributes.DefaultValue,
  }))
  const onPhone = icon.attributes['xsi:type'] === 'bt:MobileIconList'
  const wanted = onPhone
    ? PHONE_ICONS.flatMap(({ size }) => [1, 2, 3].map((scale) => `${size}x${scale}`))
    : RIBBON_SIZES.map((size) => `${size}x1`)
  const given = new Set(images.map(({ key }) => key))
  return [
    ...wanted.flatMap((key) => (given.has(key) ? [] : [`Icon: the image of ${key} is missing`])),
    ...images.flatMap(({ key }) => (wanted.includes(key) ? [] : [`Icon: nobody takes an image of ${key}`])),
    ...images.flatMap(({ key, pixels, address }) =>
      address === undefined || address.endsWith(`/${iconName(pixels as IconSize)}`)
        ? []
        : [`Icon: the image of ${key} has not ${pixels} px`],
    ),
  ]
}

/** Whoever answers mail all day opens the pane once. */
function pinProblems(overrides: readonly Element[]): string[] {
  const newest = overrides.find(({ attributes }) => attributes['xsi:type'] === 'VersionOverridesV1_1')
  if (!newest) return ['VersionOverridesV1_1: it is missing, so that no pane can be pinned']
  return allNamed(newest, 'DesktopFormFactor')
    .flatMap((form) => allNamed(form, 'Action'))
    .flatMap((action) =>
      textOf(action, 'SupportsPinning') === 'true' ? [] : ['SupportsPinning: the pane cannot be pinned'],
    )
}
