import type { Text } from '#shared/i18n/language.ts'
import type { Scene } from './scene.ts'

/** A part of the page: its element, and how it follows the scene. */
export interface View {
  readonly element: HTMLElement
  show(scene: Scene): void
}

/** What every part is given: its words in the language of the moment, and how to change the scene. */
export interface Surroundings {
  readonly words: (sentence: Text, values?: Readonly<Record<string, string | number>>) => string
  change(part: Partial<Scene>): void
}
