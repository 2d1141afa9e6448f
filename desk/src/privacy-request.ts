import type { PrivacyRequestAnswer } from '#shared/privacy/api.ts'
import { element, isolated } from './element.ts'
import type { PrivacyWords } from './privacy-words.ts'

export type RequestDeed = 'confirmation' | 'refusal' | 'file'

/** A request: how far it is, until when, what is changed, what stays and why, and what may be done. */
export function requestCard(
  request: PrivacyRequestAnswer,
  say: PrivacyWords,
  date: (at: number) => string,
  act: (deed: RequestDeed, request: PrivacyRequestAnswer) => void,
): HTMLElement {
  const { kind, status, dueAt, isLate, places, kept, finishedAt } = request
  const card = element('li', 'request')
  card.dataset.id = request.id
  const isOpen = finishedAt === null && status !== 'done'
  const due = isOpen ? say(isLate ? 'late' : 'due', { date: date(dueAt) }) : date(finishedAt ?? dueAt)
  const state = status === 'ready' && kind === 'export' ? say('done') : say(status as 'ready')
  const head = element('p', isLate ? 'late' : '', `${say(`kind_${kind}`)} · ${state} · ${due}`)
  card.append(
    element(
      'h3',
      '',
      isolated(kind === 'erasure' ? request.pseudonym : `${say('kind_export')} ${request.id.slice(-4)}`),
    ),
    head,
  )
  const rows = (
    title: string,
    all: readonly { readonly label: string; readonly rows: number; readonly why?: string }[],
  ) => {
    if (all.length === 0) return
    const list = element('ul', '')
    for (const { label, rows, why } of all) {
      list.append(
        element('li', '', say('row', { label, rows: String(rows) }), ...(why ? [element('span', 'why', why)] : [])),
      )
    }
    const details = element('details', '', element('summary', '', title), list)
    if (status === 'ready') details.setAttribute('open', '')
    card.append(details)
  }
  rows(say(kind === 'erasure' && isOpen ? 'willChange' : 'changed'), places)
  rows(say('stays'), kept)
  const buttons = element('div', 'buttons')
  if (request.mayConfirm) buttons.append(twice(say, () => act('confirmation', request)))
  else if (kind === 'erasure' && status === 'ready') card.append(element('p', 'why', say('own')))
  if (isOpen && (status === 'ready' || status === 'collecting')) {
    buttons.append(once(say('refuse'), 'secondary', () => act('refusal', request)))
  }
  if (request.hasFile && request.fileUntil !== null) {
    card.append(element('p', 'why', say('fileUntil', { date: date(request.fileUntil) })))
  }
  if (request.hasFile) buttons.append(once(say('file'), 'primary', () => act('file', request)))
  if (buttons.childElementCount > 0) card.append(buttons)
  return card
}

function once(label: string, className: string, pressed: () => void): HTMLButtonElement {
  const button = element('button', className, label) as HTMLButtonElement
  button.type = 'button'
  button.addEventListener('click', pressed)
  return button
}

/** What cannot be undone is pressed twice. */
function twice(say: PrivacyWords, pressed: () => void): HTMLButtonElement {
  const button = once(say('confirm'), 'primary', () => {
    if (button.dataset.sure === 'true') return pressed()
    button.dataset.sure = 'true'
    button.textContent = say('sure')
  })
  button.addEventListener('blur', () => {
    button.dataset.sure = 'false'
    button.textContent = say('confirm')
  })
  return button
}
