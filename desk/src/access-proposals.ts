import type { AccessAnswer, ProposalAnswer } from '#shared/desk/access.ts'
import type { AccessWords } from './access-words.ts'
import { element, isolated } from './element.ts'
import { button, part } from './form-parts.ts'

export type Decide = (proposal: ProposalAnswer, decision: 'agree' | 'withdraw') => void

/** What waits for a second person, with what it changes in words; then what was decided. */
export function proposalList(
  { proposals }: AccessAnswer,
  words: AccessWords,
  when: (at: number) => string,
  decide: Decide,
): HTMLElement {
  const open = proposals.filter(({ status }) => status === 'open')
  const others = proposals.filter(({ status }) => status !== 'open')
  const list = (some: readonly ProposalAnswer[]) => {
    const made = element('ul', 'access-list', ...some.map(item))
    made.setAttribute('role', 'list')
    return made
  }

  function item(proposal: ProposalAnswer): HTMLElement {
    const { about, told, by, at, status, decidedBy, decidedAt, waits, mayAgree } = proposal
    const lines = told.map((line) => element('li', '', isolated(line)))
    const did = status === 'open' ? [] : [words(status, { who: decidedBy ?? '', when: when(decidedAt ?? 0) })]
    const press = (name: 'agree' | 'withdraw', weight: 'primary' | 'secondary') => {
      const made = button(words(name), weight, () => decide(proposal, name))
      made.setAttribute('aria-label', words(name === 'agree' ? 'agreeTo' : 'withdrawOf', { about }))
      return made
    }
    const buttons =
      status === 'open' ? [...(mayAgree ? [press('agree', 'primary')] : []), press('withdraw', 'secondary')] : []
    const made = element(
      'li',
      'access-item',
      element('h3', '', isolated(about)),
      element('ul', 'access-told', ...lines),
      ...[words('by', { who: by, when: when(at) }), ...did, ...(waits ? [waits] : [])].map((line) =>
        element('p', 'line', line),
      ),
      ...(buttons.length > 0 ? [element('div', 'access-buttons', ...buttons)] : []),
    )
    made.dataset.status = status
    return made
  }

  const before = element('details', '', element('summary', '', words('decided')), list(others))
  return part(
    'proposals',
    words('waiting'),
    open.length > 0 ? list(open) : element('p', 'note', words('nothingWaits')),
    ...(others.length > 0 ? [before] : []),
  )
}
