import { LANGUAGES } from '#shared/i18n/language.ts'
import type { Element } from '../xml.ts'
import { allNamed, childrenOf, within } from './read-xml.ts'

/** Where Outlook looks for what a resid names, by the element that names it. */
const KIND_OF: Readonly<Record<string, string>> = {
  'bt:Image': 'bt:Images',
  SourceLocation: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
}

/** Characters at most, in every language. */
const LIMITS: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 }

const DEFAULT_LOCALE = 'en-US'

/** What is wrong between the names of one version of the overrides and the resources that they name. */
export function resourceProblems(overrides: Element): string[] {
  const resources = childrenOf(overrides).find(({ name }) => name === 'Resources')
  const defined = (resources ? childrenOf(resources) : []).flatMap((kind) =>
    childrenOf(kind).map((one) => ({ kind: kind.name, id: one.attributes.id ?? '', one })),
  )
  const named = childrenOf(overrides)
    .filter(({ name }) => name !== 'VersionOverrides' && name !== 'Resources')
    .flatMap(within)
    .flatMap(({ name, attributes: { resid } }) => (resid === undefined ? [] : [{ name, resid }]))
  return [
    ...named.flatMap(({ name, resid }) => {
      const found = defined.find(({ id }) => id === resid)
      if (!found) return [`${name}: its resid ${resid} names nothing`]
      return found.kind === KIND_OF[name] ? [] : [`${name}: its resid ${resid} is in ${found.kind}`]
    }),
    ...defined.flatMap(({ kind, id, one }) => [
      ...(id.length > 32 ? [`${kind}: the id ${id} has more than 32 characters`] : []),
      ...(named.some(({ resid }) => resid === id) ? [] : [`${kind}: nothing names ${id}`]),
      ...(defined.filter((other) => other.id === id).length > 1 ? [`${kind}: the id ${id} is there twice`] : []),
      ...lengthProblems(kind, id, one),
    ]),
    ...allNamed(overrides, 'bt:Override').flatMap(localeProblem),
  ]
}

function lengthProblems(kind: string, id: string, resource: Element): string[] {
  const limit = LIMITS[kind] ?? 2048
  const texts = [resource.attributes.DefaultValue, ...childrenOf(resource).map(({ attributes }) => attributes.Value)]
  return texts.some((value = '') => value.length > limit) ? [`${kind}: ${id} has more than ${limit} characters`] : []
}

/** One in a language of the interface, never in the one that is the default. */
function localeProblem({ attributes: { Locale = '' } }: Element): string[] {
  const spoken: readonly string[] = LANGUAGES
  if (Locale === DEFAULT_LOCALE) return [`bt:Override: ${Locale} is the default already`]
  return spoken.includes(Locale) ? [] : [`bt:Override: nobody wrote anything in ${Locale}`]
}
