import { StorageError } from './store/database.ts'

/** What a log keeps of an error: its class and place. A message could hold what somebody typed. */
export function troubleOf(error: unknown): { readonly error: string; readonly frames: readonly string[] } {
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error instanceof StorageError ? error.message : name, frames: frames.slice(0, 8) }
}
