/** What the sidebar's stand-in for `google.script` and the workbench page say to each other. */
export type FromSidebar =
  /** A function of the script is to run. */
  | { readonly kind: 'run'; readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  /** The keyboard goes back to the sheet. */
  | { readonly kind: 'focus' }
  | { readonly kind: 'close' }

export type ToSidebar =
  | { readonly kind: 'returned'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly call: number; readonly message: string }
  /** Whether the sidebar's requests fail as if there were no way to the Worker. */
  | { readonly kind: 'network'; readonly isCut: boolean }

/** A test tells the page, by `postMessage` to its own window, how `google.script.run` shall behave. */
export interface ScriptMood {
  readonly kind: 'script'
  readonly delayMs?: number
  /** Functions that Google fails to run. */
  readonly failing?: readonly string[]
}

export type SheetsMessage = FromSidebar | ToSidebar | ScriptMood
