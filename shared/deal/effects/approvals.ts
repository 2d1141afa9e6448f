import { changed, type Effect } from './effect.ts'

/** Takes back what was asked to be approved of a record. */
export const withdrawApproval: Effect = ({ file, record, view }) => ({
  changes: file.parts.approval
    .filter(({ subject_id, status }) => subject_id === record.id && status === 'pending')
    .map((approval) => changed('approval', approval, { status: 'withdrawn', decided_at: view.now })),
})
