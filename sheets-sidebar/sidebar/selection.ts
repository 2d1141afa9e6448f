import type { Glance } from '../calls.ts'

/** Google tells a sidebar of nothing: it has to look, gently. */
const EVERY_MS = 1_000
/** The longest pause after failures. */
const SLOWEST_MS = 30_000

/**
 * Looks again and again what is selected while somebody can see the page, and less and less often while nobody answers. `moved` is
 * told of each new cell, of the next one not before it is done with the last.
 */
export function watchSelection(
  glance: (last: string) => Promise<Glance>,
  moved: (now: Glance) => void | Promise<void>,
): void {
  let last = ''
  let pauseMs = EVERY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    if (looking || document.hidden) return
    looking = true
    try {
      const now = await glance(last)
      pauseMs = EVERY_MS
      if (now.at !== last) await moved(now)
      last = now.at
    } catch {
      pauseMs = Math.min(pauseMs * 2, SLOWEST_MS)
    }
    looking = false
    timer = setTimeout(look, pauseMs)
  }

  document.addEventListener('visibilitychange', look)
  void look()
}
