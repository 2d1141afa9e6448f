import type { RowResult, SheetPush, SheetPushRequest } from '#shared/sheet/api.ts'
import type { PushRow } from '#shared/sheet/table.ts'
import type { Post, Reply } from '../../pane/src/call-worker.ts'
import type { SheetChanges } from '../calls.ts'
import { batches } from './batches.ts'
import type { Call } from './host.ts'

/** What came of the rows that were answered, and the first reply that was none. */
export interface Pushed {
  readonly answered: readonly {
    readonly changes: SheetChanges
    readonly sent: readonly PushRow[]
    readonly results: readonly RowResult[]
  }[]
  readonly stopped?: Exclude<Reply<SheetPush>, { readonly kind: 'answer' }>
}

/**
 * Sends what was changed and writes into the sheet what came of it. The key of a push is kept behind the sheet until its answer
 * is written down: whoever presses again after a lost answer, even after the page was closed, says the very same thing under
 * the same key, and nothing is done twice. Rejects when the script fails.
 */
export async function push(
  all: readonly SheetChanges[],
  call: Call,
  post: Post,
  newKey: () => string,
): Promise<Pushed> {
  const answered: Pushed['answered'][number][] = []
  for (const changes of all) {
    for (const sent of batches(changes.rows)) {
      const body: SheetPushRequest = { pullId: changes.pullId, dryRun: false, rows: sent }
      const print = await fingerprint(JSON.stringify(body))
      const kept = await call('unanswered')
      const key = kept?.print === print ? kept.key : newKey()
      await call('keepUnanswered', { key, print })
      const reply = await post<SheetPush>('/v1/sheets/pushes', body, { 'Idempotency-Key': key })
      if (reply.kind !== 'answer') {
        // A refusal is an answer too; where the Worker itself failed, nobody knows what it did before.
        if (reply.kind === 'problem' && reply.problem.status < 500) await call('keepUnanswered', null)
        return { answered, stopped: reply }
      }
      await call('writeResults', changes.sheet, sent, reply.answer.rows)
      await call('keepUnanswered', null)
      answered.push({ changes, sent, results: reply.answer.rows })
    }
  }
  return { answered }
}

async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
