import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { open } from '../open.ts'
import { type Entries, type Host, type Seat, seat } from './seat.ts'

/** Somebody at a mail: what is next is what the panel says is next. */
export interface AtMail extends Seat {
  /** Presses what the panel has as the one next thing, which has to be this. */
  next(label: string, entries?: Entries): Promise<void>
  leave(): Promise<void>
}

/** Those who work on one mail, each at a desk and in a mail program of their own. */
export class Crew {
  readonly #url: string
  readonly #mail: string
  #browser: Promise<Browser> | null = null

  constructor(url: string, mail: string) {
    this.#url = url
    this.#mail = mail
  }

  /** Sits down at the mail, whose panel has that headline. */
  async sit(as: string, host: Host, title: string | RegExp): Promise<AtMail> {
    this.#browser ??= launchBrowser()
    const workbench = await open(await this.#browser, this.#url, { as, mail: this.#mail, host })
    await workbench.showing(title)
    const there = seat(workbench, host)
    return {
      ...there,
      async next(label, entries) {
        expect(await there.primary()).toBe(label)
        await there.press(label, entries)
      },
      leave: () => workbench.context.close(),
    }
  }

  async end(): Promise<void> {
    await (await this.#browser)?.close()
  }
}
