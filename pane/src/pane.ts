import type { Language } from '#shared/i18n/language.ts'
import type { Worker } from './call-worker.ts'
import type { Frame } from './frame.ts'
import type { PanelMemory } from './panel-memory.ts'
import type { PanelView } from './panel-view.ts'
import type { Beside } from './place.ts'
import type { Words } from './words.ts'

/** The parts of the pane that work together. */
export interface Pane {
  readonly beside: Beside
  readonly worker: Worker
  readonly frame: Frame
  readonly view: PanelView
  readonly memory: PanelMemory
  readonly words: Words
  readonly language: Language
}
