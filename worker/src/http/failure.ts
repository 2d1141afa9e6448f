import { StorageError } from '../store/database.ts'
import type { AppContext } from './app-types.ts'

/** Trouble of our own, for whoever looks into it: its class and place. A message could hold what somebody typed. */
export function logFailure(error: unknown, context: AppContext): void {
  const { requestId } = context.var
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const what = error instanceof StorageError ? error.message : name
  console.error(JSON.stringify({ requestId, error: what, route: context.req.routePath, frames: frames.slice(0, 8) }))
}
