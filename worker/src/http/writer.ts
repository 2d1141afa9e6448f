import type { Host } from '#shared/api.ts'
import type { Writer } from '../store/write.ts'
import type { AppContext } from './app-types.ts'

/** The person of this request as the writer of a change. */
export function writerOf(context: AppContext, surface: Host, action: string): Writer {
  const { person, now, session } = context.var
  return {
    tenantId: person.tenantId,
    userId: person.id,
    now,
    // Sessions are the desk's alone, whatever a page says of itself.
    surface: session === undefined ? surface : 'desk',
    action,
    period: person.today.slice(0, 4),
    standsFor: person.standsFor,
    erasureKey: person.erasureKey,
  }
}
