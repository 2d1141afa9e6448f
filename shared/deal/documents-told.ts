import type { Change } from '#shared/record/change.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectView } from './effects/effect.ts'
import { stepTold } from './step-told.ts'

/** An item of the customer's timeline for each paper that is issued with these changes, however it came to be. */
export function documentsTold(file: DealFile, after: DealFile, changes: readonly Change[], view: EffectView): Change[] {
  const written = new Set(
    changes.flatMap((change) =>
      change.type === 'document' && change.kind !== 'remove'
        ? [change.kind === 'create' ? change.id : change.before.id]
        : [],
    ),
  )
  return (
    after.parts.document
      .filter(({ id, status }) => written.has(id) && status === 'issued')
      .filter(({ id }) => file.parts.document.find((one) => one.id === id)?.status !== 'issued')
      // A number that the series gives is known to the store alone.
      .flatMap(({ type, number, order_id }) =>
        stepTold(file, view, {
          kind: 'document',
          order_id: order_id ?? null,
          subject: number ?? '',
          snippet: `document:${type}`,
        }),
      )
  )
}
