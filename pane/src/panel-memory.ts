import type { PanelState } from './panel-state.ts'

export interface PanelMemory {
  get(key: string): PanelState | undefined
  set(key: string, state: PanelState): void
  forget(key: string): void
  clear(): void
}

/** The last panels, by what they are about. Kept in memory only: they are other people's data. */
export function panelMemory(most = 50): PanelMemory {
  const panels = new Map<string, PanelState>()
  return {
    get: (key) => panels.get(key),
    set: (key, state) => {
      // Set anew, so that the first of the map is always the one untouched for longest.
      panels.delete(key)
      panels.set(key, state)
      const [oldest] = panels.keys()
      if (panels.size > most && oldest !== undefined) panels.delete(oldest)
    },
    forget: (key) => panels.delete(key),
    clear: () => panels.clear(),
  }
}
