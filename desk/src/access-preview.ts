import type { AccessAnswer, PreviewAnswer, SeenAnswer } from '#shared/desk/access.ts'
import type { AccessWords } from './access-words.ts'
import { element, isolated } from './element.ts'
import { button, type Choice, choiceField, part, textField } from './form-parts.ts'

const NEAR = ['own', 'involved', 'team', 'below', 'other'] as const

export interface PreviewPart {
  readonly element: HTMLElement
  show(answer: PreviewAnswer): void
}

/** A customer as a member of staff sees it, today and with a proposal. `find` is for who sees customers. */
export function previewPart(
  { staff, proposals, looks }: AccessAnswer,
  find: ((q: string) => Promise<readonly Choice[]>) | null,
  words: AccessWords,
  when: (at: number) => string,
  ask: (body: object) => void,
): PreviewPart {
  const person = choiceField(
    'as',
    words('person'),
    staff.filter(({ active }) => active).map(({ id, alias, name }) => ({ value: id, label: `${alias} · ${name}` })),
  )
  const customer = choiceField('customer', words('customer'), [
    { group: words('examples'), choices: NEAR.map((near) => ({ value: near, label: words(`near_${near}`) })) },
  ])
  const sought = textField('sought', words('find'), '')
  // What is found is chosen at once, and the examples stay behind it.
  sought.input.addEventListener('change', async () => {
    const found = (await find?.(sought.input.value)) ?? []
    const group = document.createElement('optgroup')
    group.label = words('customers')
    group.append(...found.map(({ value, label }) => new Option(label, value)))
    customer.select.querySelector('optgroup[data-found]')?.remove()
    group.dataset.found = ''
    if (found.length > 0) customer.select.prepend(group)
    customer.select.selectedIndex = 0
  })
  const proposal = choiceField('proposal', words('proposal'), [
    { value: '', label: words('noProposal') },
    ...proposals
      .filter(({ status }) => status === 'open')
      .map(({ id, about, told }) => ({ value: id, label: `${about}: ${told[0] ?? ''}` })),
  ])
  const send = button(words('show'), 'primary', () => {
    const of = customer.select.value
    const near = NEAR.some((one) => one === of)
    ask({
      user: person.select.value,
      ...(near ? { near: of } : { customer: of }),
      ...(proposal.select.value ? { proposal: proposal.select.value } : {}),
    })
  })
  const area = element('div', 'access-both')
  const looked = looks.map(({ by, as, at }) => element('li', '', words('looked', { by, as, when: when(at) })))
  const made = part(
    'preview',
    words('preview'),
    element('p', 'note', words('previewNote')),
    element('div', 'access-fields', person.field, ...(find ? [sought.field] : []), customer.field, proposal.field),
    element('div', 'access-buttons', send),
    area,
    ...(looked.length > 0
      ? [element('details', '', element('summary', '', words('looks')), element('ul', 'access-told', ...looked))]
      : []),
  )
  return {
    element: made,
    show({ as, before, after }) {
      area.replaceChildren(
        side(words('today', { who: as }), before, words),
        ...(after ? [side(words('after', { who: as }), after, words)] : []),
      )
      area.querySelector('h3')?.focus()
    },
  }
}

/** One of the two panels, drawn by the Worker as every panel is; what differs is marked in words. */
function side(heading: string, { title, sections, hidden }: SeenAnswer, words: AccessWords): HTMLElement {
  const head = element('h3', '', heading)
  head.tabIndex = -1
  const drawn = sections.map(({ html, change, told }) => {
    const marks = change === 'same' ? [] : [element('p', 'access-mark', words(`change_${change}`))]
    const lines = told.map((line) => element('p', 'line', isolated(line)))
    const made = element('div', 'access-section', ...marks, ...lines)
    made.dataset.change = change
    const template = document.createElement('template')
    template.innerHTML = html
    // Below the heading of its side, and no landmark of the page: the other side has one of the same name.
    for (const section of template.content.querySelectorAll('section')) section.setAttribute('role', 'group')
    for (const heading of template.content.querySelectorAll('h2')) heading.setAttribute('aria-level', '4')
    made.append(template.content)
    return made
  })
  const not = element('ul', 'access-told', ...hidden.map((line) => element('li', '', isolated(line))))
  return element(
    'div',
    'access-side',
    head,
    ...(title === null
      ? [element('p', 'note', words('nothing'))]
      : title
        ? [element('p', 'line', isolated(title))]
        : []),
    ...drawn,
    ...(hidden.length > 0 ? [element('details', '', element('summary', '', words('hidden')), not)] : []),
  )
}
