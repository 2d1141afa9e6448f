import { formKey } from './fields.ts'

/** Takes down where the reader is in a panel: focus, caret, folds, scroll. The answer puts it back after a patch. */
export function noteReader(panel: HTMLElement): () => void {
  const open = new Set(folds(panel).flatMap((fold) => (fold.open ? [fold.dataset.fold] : [])))
  const focus = noteFocus(panel)
  const topmost = sections(panel).find((section) => section.getBoundingClientRect().bottom > 0)
  const eyesOn = panel.contains(document.activeElement) ? document.activeElement : topmost
  const top = eyesOn?.getBoundingClientRect().top ?? 0
  return () => {
    for (const fold of folds(panel)) if (open.has(fold.dataset.fold)) fold.open = true
    const now = focus() ?? (topmost && sectionOf(panel, topmost.dataset.key))
    // At the very top the reader looks at the top, whatever comes in there.
    if (now && window.scrollY > 0) window.scrollBy(0, now.getBoundingClientRect().top - top)
  }
}

function sectionOf(panel: HTMLElement, key: string | undefined): HTMLElement | undefined {
  return sections(panel).find((section) => section.dataset.key === key)
}

/** Takes down which control has the focus; the answer gives it back, if a patch took it away, and says who has it. */
function noteFocus(panel: HTMLElement): () => HTMLElement | null {
  const focused = document.activeElement
  const section = focused?.closest<HTMLElement>('section[data-key]')
  if (!(focused instanceof HTMLElement) || !section || !panel.contains(section)) return () => null
  const name = nameOf(focused)
  const position = namesakes(section, name).indexOf(focused)
  const caret = isText(focused) ? ([focused.selectionStart ?? 0, focused.selectionEnd ?? 0] as const) : null
  return () => {
    const now = sectionOf(panel, section.dataset.key)
    if (!now) return null
    const same = namesakes(now, name)
    // One that was only moved still has its caret, but not the focus.
    const heir = focused.isConnected ? focused : (same[position] ?? same[0] ?? headingOf(now))
    if (document.activeElement !== heir) heir?.focus({ preventScroll: true })
    if (heir !== focused && caret && isText(heir)) heir.setSelectionRange(...caret)
    return heir
  }
}

const sections = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLElement>('section[data-key]')]
const folds = (panel: HTMLElement) => [...panel.querySelectorAll<HTMLDetailsElement>('details[data-fold]')]

const FOCUSABLE = 'a[href], button, summary, input, textarea, select'

function namesakes(section: HTMLElement, name: string): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => nameOf(element) === name)
}

/** What an element is on every drawing of its section. */
function nameOf(element: HTMLElement): string {
  const { openType, openId, see } = element.dataset
  const form = element.closest('form')
  const fold = element.closest<HTMLElement>('details[data-fold]')?.dataset.fold
  return JSON.stringify([
    element.tagName,
    element.getAttribute('name') ?? element.getAttribute('href') ?? [openType, openId, see],
    form ? formKey(form) : fold,
  ])
}

/** Where the focus goes when what had it is gone: near by, and not back to the top of the page. */
function headingOf(section: HTMLElement): HTMLElement | null {
  const heading = section.querySelector<HTMLElement>('h2')
  if (heading) heading.tabIndex = -1
  return heading
}

function isText(element: HTMLElement | null | undefined): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
}
