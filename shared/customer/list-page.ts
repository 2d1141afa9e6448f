import { BEFORE, TIMELINE_SEE } from './timeline-page.ts'

/** The lists of what there is with a customer, by the noun of `/v1/{plural}`. */
export const LISTED = ['inquiries', 'quotations', 'samples', 'after_sales_cases', 'documents'] as const
export type Listed = (typeof LISTED)[number]

/** A page of everything of a type with a customer, as a request asks for it: `list.quotations.1760000000000.01K…`. */
export interface ListPage {
  readonly plural: Listed
  readonly before: { readonly at: number; readonly id: string } | null
}

/** What a request may say of what is seen; anything else is refused. */
export const SEE = new RegExp(`^(${TIMELINE_SEE}|list\\.(${LISTED.join('|')}))${BEFORE}$`)

export function readListPage(see: string | undefined): ListPage | null {
  const [list, name, at, id] = (see ?? '').split('.')
  const plural = list === 'list' ? LISTED.find((one) => one === name) : undefined
  return plural ? { plural, before: at && id ? { at: Number(at), id } : null } : null
}

export const writeListPage = ({ plural, before }: ListPage): string =>
  ['list', plural, ...(before ? [before.at, before.id] : [])].join('.')
