/** What outlives a reload of the pane, which some hosts do in place of telling of another mail. */
export interface Session {
  read<T>(name: string): T | undefined
  /** Undefined forgets. */
  write(name: string, value: unknown): void
}

/** Kept in the window's own storage where the host lets us; without it things last as long as the page. */
export function pageSession(open: () => Storage): Session {
  const memory = new Map<string, string>()
  let storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (name) => memory.get(name) ?? null,
    setItem: (name, value) => memory.set(name, value),
    removeItem: (name) => memory.delete(name),
  }
  try {
    storage = open()
  } catch {
    // A sandboxed frame: reading the property already throws.
  }
  return {
    read: (name) => {
      const kept = storage.getItem(name)
      return kept === null ? undefined : JSON.parse(kept)
    },
    write: (name, value) => {
      if (value === undefined) return storage.removeItem(name)
      try {
        storage.setItem(name, JSON.stringify(value))
      } catch {
        // Full. What is typed still stands in its field.
      }
    },
  }
}
