import { expect, test } from 'vitest'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'

test('what follows within a record follows from all that is said of it, in whatever order', () => {
  const before = { id: 'c', version: 3, custom: {}, deal_id: 'd', status: 'agreed', open: true } as unknown as AnyRecord
  const file = { deal: { id: 'd' }, parts: { after_sales_case: [before] } } as unknown as DealFile
  const says = (values: object): Change => ({ kind: 'update', type: 'after_sales_case', before, values: { ...values } })
  const changes = [says({ status: 'closed' }), says({ closed_at: 5 })]
  for (const order of [changes, [...changes].reverse()]) {
    expect(withChanges(file, order).parts.after_sales_case).toMatchObject([
      { status: 'closed', closed_at: 5, open: false, version: 4 },
    ])
  }
})
