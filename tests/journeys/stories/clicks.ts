import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** What a person presses in a step of a story, counted against what the story allows (domain 5). */
export interface Clicks {
  /** Presses it: one click. What is typed is none. */
  press(what: Locator): Promise<void>
  /** Does a step, for which at most so many clicks may be needed. */
  within(most: number, step: string, does: () => Promise<void>): Promise<void>
}

export function counted(): Clicks {
  let clicks = 0
  return {
    async press(what) {
      clicks += 1
      await what.click()
    },
    async within(most, step, does) {
      clicks = 0
      await does()
      expect(clicks, `clicks of: ${step}`).toBeLessThanOrEqual(most)
    },
  }
}
