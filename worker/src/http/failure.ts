import { troubleOf } from '../trouble.ts'
import type { AppContext } from './app-types.ts'

/** Trouble of our own, for whoever looks into it. */
export function logFailure(error: unknown, context: AppContext): void {
  const { error: what, frames } = troubleOf(error)
  console.error(JSON.stringify({ requestId: context.var.requestId, error: what, route: context.req.routePath, frames }))
}
