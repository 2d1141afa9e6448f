import type { Drafts } from './drafts.ts'
import { noteRemarks } from './fields.ts'
import type { DrawnSection, PanelState } from './panel-state.ts'
import { noteReader } from './reader.ts'

export interface PanelView {
  show(place: string, state: PanelState): void
  clear(): void
}

/**
 * Draws a panel and later ones over it. Sections that say the same stay as they are; of those that
 * changed, whoever is reading or typing in them keeps their place and their words.
 */
export function panelView(panel: HTMLElement, drafts: Drafts, unfolded = false): PanelView {
  /** The place whose panel is drawn; empty while there is none. */
  let shown = ''
  let postponed: (() => void) | undefined
  let composing = false

  // A field that is replaced while an input method composes a Chinese word in it would lose the word.
  panel.addEventListener('compositionstart', () => {
    composing = true
  })
  panel.addEventListener('compositionend', () => {
    composing = false
    // The word's own `input` event comes after this one, and the draft must have it.
    setTimeout(() => postponed?.())
  })

  function show(place: string, state: PanelState): void {
    postponed = undefined
    if (place === shown && composing) {
      postponed = () => show(place, state)
      return
    }
    composing = false
    const putRemarksBack = place === shown ? noteRemarks(panel) : () => {}
    const putReaderBack = place === shown ? noteReader(panel) : () => window.scrollTo(0, 0)
    const first = place !== shown
    if (first) panel.replaceChildren()
    shown = place
    panel.lang = state.language
    patch(panel, state.sections)
    if (first && unfolded) for (const fold of panel.querySelectorAll<HTMLDetailsElement>('.full')) fold.open = true
    drafts.restore(place, panel)
    putRemarksBack()
    putReaderBack()
  }

  return {
    show,
    clear() {
      shown = ''
      postponed = undefined
      panel.replaceChildren()
    },
  }
}

/** The HTML is the Worker's own, of this origin, and every value in it is escaped there. */
function drawn(html: string): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild as HTMLElement
}

/** Puts the sections in their order, touching only those that are new, changed, gone or out of place. */
function patch(panel: HTMLElement, wanted: readonly DrawnSection[]): void {
  const sections = [...panel.children] as HTMLElement[]
  const old = new Map(sections.map((section) => [section.dataset.key, section]))
  const kept = wanted.map(({ key, etag, html }) => {
    const section = old.get(key)
    if (section?.dataset.etag === etag) return section
    const changed = drawn(html)
    section?.replaceWith(changed)
    return changed
  })
  const staying = new Set(kept)
  for (const section of sections) if (!staying.has(section)) section.remove()
  for (const [position, section] of kept.entries()) {
    if (panel.children[position] !== section) panel.insertBefore(section, panel.children[position] ?? null)
  }
}
