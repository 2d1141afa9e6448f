import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LISTED, readListPage, SEE, writeListPage } from '#shared/customer/list-page.ts'
import { NEWEST, readPage, TIMELINE_KINDS, writePage } from '#shared/customer/timeline-page.ts'

const before = fc.option(fc.record({ at: fc.nat(2 ** 31), id: fc.constant('01K00000000000000000000001') }))

test('a page of the timeline or of a list is what was written of it', () => {
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom(...TIMELINE_KINDS)),
      fc.constantFrom(...LISTED),
      before,
      (kind, plural, from) => {
        const [page, list] = [writePage({ kind, before: from }), writeListPage({ plural, before: from })]
        expect([readPage(page), readListPage(list)]).toEqual([
          { kind, before: from },
          { plural, before: from },
        ])
        expect([SEE.test(page), SEE.test(list)]).toEqual([true, true])
        // Neither is taken for the other.
        expect([readListPage(page), readPage(list)]).toEqual([null, expect.objectContaining({ kind: null })])
      },
    ),
  )
})

test('nothing said is the newest of everything, and anything else is refused', () => {
  expect(readPage(undefined)).toEqual(NEWEST)
  for (const see of [
    '',
    'visit',
    'call.',
    'call.1',
    'list.',
    'list.users',
    "all.1.' OR 1=1 --",
    'all.1.01K0000000000000000000000',
  ]) {
    expect([see, SEE.test(see)]).toEqual([see, false])
  }
})
