import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** What a person presses in the steps of a story, counted against what the story allows (domain 5). Typing and looking are none; choosing from a list is one. */
export class Clicks {
  #count = 0

  readonly press = async (target: Locator): Promise<void> => {
    this.#count += 1
    await target.click()
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.#count += 1
    await target.selectOption({ label })
  }

  /** Does a step, for which at most so many clicks may be needed. */
  readonly within = async (allowed: number, step: string, does: () => Promise<void>): Promise<void> => {
    this.#count = 0
    await does()
    expect(this.#count, `clicks of: ${step}`).toBeLessThanOrEqual(allowed)
    this.#count = 0
  }

  /** No more were needed since the last step than its story allows. */
  atMost(allowed: number): void {
    const count = this.#count
    this.#count = 0
    expect(count).toBeLessThanOrEqual(allowed)
  }
}
