import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Counts what a person presses. Typing and looking are none; choosing from a list is one. */
export class Clicks {
  #count = 0

  async press(target: Locator): Promise<void> {
    this.#count += 1
    await target.click()
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.#count += 1
    await target.selectOption({ label })
  }

  /** No more were needed since the last step than its story allows. */
  atMost(allowed: number): void {
    const count = this.#count
    this.#count = 0
    expect(count).toBeLessThanOrEqual(allowed)
  }
}
