import { type Clock, dueAt } from './clock.ts'

/** A clock, and the level that is to be done next. */
export interface Timer extends Clock {
  readonly level: number
}

/** What is to be done of a timer at a moment. */
export interface Due {
  /**
   * The levels reached and not yet done, the lowest first. Only the last one is done: of levels that were missed together,
   * as after a stop of some hours, the highest alone still says what is the matter, and names the others.
   */
  readonly reached: readonly number[]
  /** The level after those, and when it is reached (ms UTC); null when there is none. */
  readonly next: { readonly level: number; readonly dueAt: number } | null
}

/** Decides what a timer asks for at `now`, however late that is. */
export function decideDue(timer: Timer, now: number): Due {
  const reached: number[] = []
  for (let level = timer.level; ; level += 1) {
    const due = dueAt(timer, level)
    if (due === null) return { reached, next: null }
    if (due > now) return { reached, next: { level, dueAt: due } }
    reached.push(level)
  }
}
