import { text } from '#shared/i18n/language.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { requestApproval } from '#shared/workflow/engine/approval.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import { dealFacts, partFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { changed, type Effected, type EffectView, effected } from './effects/effect.ts'
import { isLone } from './lone.ts'
import { hashOf, keptOf, snapshotOf } from './snapshot.ts'
import { verdictStatus } from './verdict-status.ts'

const NO_DEAL = text('It belongs to no deal: nobody can approve it.', '不属于任何生意，无法提交审批。')

/** Hours until the whole of an approval should be there (domain 2.3, from the article). */
const DUE_HOURS = 48

interface Asking {
  readonly file: DealFile
  readonly type: 'deal' | WayType
  readonly record: AnyRecord
  readonly view: EffectView
  /** Whose request it is, where it is not whoever acts. */
  readonly requestedBy?: string
}

/**
 * Asks that a record be approved as it is: who has to agree follows from its policy, and its hash is kept with the request.
 * Where nobody has to, it is approved at once.
 */
export function askedApproval(policy: string, asking: Asking): Effected {
  const { file, type, record, view, requestedBy } = asking
  const workflow = type === 'deal' ? file.road : file.way(type)
  const known = workflow?.policies.get(policy)
  const by = requestedBy ?? view.actorId
  if (!known || !by) return effected()
  // Who decides is told of the whole deal, and finds the request by it.
  if (isLone(file)) return { problems: [{ field: 'deal_id', code: 'no_deal', message: NO_DEAL[view.language] }] }
  const facts = type === 'deal' ? dealFacts(file, view) : partFacts(file, type, record, view)
  const snapshot = snapshotOf(file, type, record)
  const snapshotHash = hashOf(snapshot)
  // Of somebody else's superiors nothing is known here.
  const managers = by === view.actorId ? file.above : []
  const requester = { id: by, managers, fallback: file.fallbackId, snapshotHash }
  const asked = requestApproval(known, facts, requester, view)
  if (asked.kind === 'refused') {
    const problems = asked.problems.map(({ code, message }) => ({
      field: 'policy',
      code,
      message: message[view.language],
    }))
    return { problems }
  }
  const { status, decidedAt, steps } = asked.approval
  const id = view.newId()
  const approved = status === 'approved' && type !== 'deal' ? verdictStatus(file.way(type), record, 'approve') : null
  return effected(
    {
      kind: 'create',
      type: 'approval',
      id,
      values: {
        deal_id: file.deal.id,
        subject_type: type,
        subject_id: record.id,
        subject_version: record.version,
        subject_hash: snapshotHash,
        policy,
        requested_by: by,
        requested_at: view.now,
        due_at: view.now + DUE_HOURS * 3_600_000,
        status,
        decided_at: decidedAt,
        steps,
        snapshot: keptOf(snapshot, view.fields[type]),
      },
    },
    ...(type === 'deal' ? [] : [changed(type, record, { approval_id: id, ...(approved ? { status: approved } : {}) })]),
  )
}
