import {
  RECENT_TYPES,
  type RecentList,
  type RecentRecord,
  type Recents,
  type RecentType,
} from '#shared/customer/recent.ts'
import { may } from './access.ts'
import { fieldsOf, type Viewer } from './field-class.ts'

/** What is recent with a customer as somebody may see it: by the rights that they have to each record by itself. */
export const seenRecents = (recents: Recents, viewer: Viewer): Recents =>
  Object.fromEntries(RECENT_TYPES.map((type) => [type, seenList(type, recents[type], viewer)])) as unknown as Recents

/** How many there are is told to those who see all of them. */
export function seenList(type: RecentType, list: RecentList, viewer: Viewer): RecentList {
  const { records, count, standing } = list
  return {
    records: records
      .filter((record) => may(viewer.access, type, 'view', record.standing))
      .map((record) => seenOne(type, record, viewer)),
    count: may(viewer.access, type, 'view', standing) ? count : null,
    standing,
  }
}

function seenOne(type: RecentType, record: RecentRecord, viewer: Viewer): RecentRecord {
  const fields = fieldsOf(type, viewer)
  const values = Object.entries(record.values).map(([key, value]) => [key, Object.hasOwn(fields, key) ? value : null])
  const seesDeal = may(viewer.access, 'deal', 'view', record.dealStanding)
  return { ...record, values: Object.fromEntries(values), dealId: seesDeal ? record.dealId : null }
}
