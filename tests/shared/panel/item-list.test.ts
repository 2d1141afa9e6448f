import { describe, expect, test } from 'vitest'
import { SUMMARY_MAX } from '#shared/panel/panel.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { countOf, type Item, itemList } from '#shared/panel/sections/item-list.ts'

const view = { language: 'en' } as View
const items = (...tones: Item['tone'][]): Item[] =>
  tones.map((tone, at) => ({ kind: 'item', title: String(at), lines: [], ...(tone ? { tone } : {}) }))
const plain = (count: number) => items(...Array.from({ length: count }, () => undefined))

describe('a list', () => {
  test('that fits a glance is there whole, and nothing is said to be left', () => {
    expect(itemList({ items: plain(SUMMARY_MAX) }, view)).toEqual({ summary: plain(SUMMARY_MAX) })
  })

  test('that does not fit ends with how many are left, and has a full form', () => {
    const { summary, full } = itemList({ items: plain(SUMMARY_MAX + 1) }, view)
    expect(summary).toEqual([...plain(SUMMARY_MAX - 1), { kind: 'note', text: '2 more' }])
    expect(full).toEqual(plain(SUMMARY_MAX + 1))
  })

  test('of which not all were read says so at the end of both', () => {
    const list = { items: plain(SUMMARY_MAX), unread: 3, atLeast: true }
    const { summary, full } = itemList(list, view)
    expect([summary.at(-1), full?.at(-1)]).toEqual([
      { kind: 'note', text: 'at least 4 more' },
      { kind: 'note', text: 'at least 3 more' },
    ])
    expect(countOf(list)).toBe('≥ 9')
  })

  test('has the tone of its gravest item', () => {
    expect(itemList({ items: items('neutral', undefined) }, view).tone).toBeUndefined()
    expect(itemList({ items: items('warning', 'neutral') }, view).tone).toBe('warning')
    expect(itemList({ items: items('warning', 'danger') }, view).tone).toBe('danger')
  })

  test('that hides something graver than what it shows says that where it counts them', () => {
    const shown = items('warning', undefined, undefined, undefined, undefined)
    const last = (...hidden: Item['tone'][]) =>
      itemList({ items: [...shown, ...items(...hidden)] }, view).summary.at(-1)
    expect(last(undefined, 'danger')).toEqual({ kind: 'note', text: '2 more', tone: 'danger' })
    expect(last(undefined, 'warning')).toEqual({ kind: 'note', text: '2 more' })
  })
})
