import type { SignIn } from '../../pane/src/call-worker.ts'
import type { Host } from './host.ts'

/**
 * The one place tokens come from. Office keeps and renews them, so each request asks anew and nothing
 * is stored here. Nested app authentication takes its place beside this call, as a part loaded when
 * it is needed.
 */
export async function signIn(host: Host, { prompt }: { readonly prompt: boolean }): Promise<SignIn> {
  try {
    return { kind: 'signed-in', token: await host.accessToken({ prompt }) }
  } catch (error) {
    const code = codeOf(error)
    return code !== null && !PASSING.has(code) ? { kind: 'signed-out', code } : { kind: 'no-answer' }
  }
}

/** Troubles that signing in would not end: 13006 Office failed, 13008 it is still busy with the last call. */
const PASSING: ReadonlySet<number> = new Set([13006, 13008])

function codeOf(error: unknown): number | null {
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'number' ? error.code : null
}
