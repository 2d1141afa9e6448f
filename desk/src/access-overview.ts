import type { AccessAnswer, PostAnswer } from '#shared/desk/access.ts'
import type { AccessWords } from './access-words.ts'
import { element } from './element.ts'
import { part } from './form-parts.ts'

/** The types whose `view` tells most of a post. */
const TOLD = ['customer', 'order', 'quotation', 'production_order', 'shipment', 'receipt']

/** Every post by what it sees: how far the main records, and which classes of fields. */
export function overview({ posts, staff, types, scopes, classes }: AccessAnswer, words: AccessWords): HTMLElement {
  const columns = TOLD.flatMap((key) => types.find((type) => type.key === key) ?? [])
  const cell = (tag: 'th' | 'td', text: string, scope?: 'col' | 'row') => {
    const made = element(tag, '', text)
    if (scope) made.setAttribute('scope', scope)
    return made
  }
  const heads = [words('post'), words('people'), ...columns.map(({ label }) => label), ...Object.values(classes)]
  const row = ({ key, label, changed, grants, sees }: PostAnswer) =>
    element(
      'tr',
      '',
      cell('th', changed ? `${label} *` : label, 'row'),
      cell('td', String(staff.filter(({ roles, active }) => active && roles.includes(key)).length)),
      ...columns.map((type) => cell('td', scopes[grants[type.key]?.view ?? ''] ?? words('no'))),
      ...Object.keys(classes).map((one) => cell('td', words(sees.includes(one) ? 'yes' : 'no'))),
    )
  const table = element(
    'table',
    '',
    element('thead', '', element('tr', '', ...heads.map((head) => cell('th', head, 'col')))),
    element('tbody', '', ...posts.map(row)),
  )
  const scroll = element('div', 'access-table', table)
  // Wider than a narrow page: it is scrolled in its own place, by keyboard too.
  scroll.tabIndex = 0
  scroll.setAttribute('role', 'group')
  scroll.setAttribute('aria-label', words('overview'))
  return part('overview', words('overview'), scroll)
}
