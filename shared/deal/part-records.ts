import type { RecordOf } from '#shared/record/record-type.ts'
import type { Types } from '#shared/trade/index.ts'
import type { PartName } from './parts.ts'

/** A record of a part: whole but for texts of several lines and data, which no screen of a deal shows. */
export type RecordOfPart<P extends PartName> = RecordOf<Types[P]>
