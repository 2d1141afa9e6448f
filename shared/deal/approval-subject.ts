import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Approval } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'

/** What is asked to be approved: the deal itself or a record of it; undefined for what is not there, or not for its reader. */
export function subjectOf(
  { subject_type, subject_id }: Pick<Approval, 'subject_type' | 'subject_id'>,
  { deal, parts }: Pick<DealFile, 'deal' | 'parts'>,
): AnyRecord | undefined {
  if (subject_type === 'deal') return deal.id === subject_id ? deal : undefined
  const records = (parts as Readonly<Record<string, readonly AnyRecord[]>>)[subject_type] ?? []
  return records.find(({ id }) => id === subject_id)
}
