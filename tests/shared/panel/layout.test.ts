import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALWAYS, laidOut, layoutFor, type PanelLayout, type Placed, SECTION_KEYS } from '#shared/panel/layout.ts'
import { dataSchema } from '#shared/record/data.ts'
import { tenant } from '#shared/trade/tenant.ts'
import { ROLES } from '#shared/trade/user.ts'
import { aSection } from './panels.ts'

const placed: fc.Arbitrary<readonly Placed[]> = fc
  .tuple(fc.shuffledSubarray([...SECTION_KEYS], { minLength: 1 }), fc.infiniteStream(fc.nat(3)))
  .map(([keys, marks]) =>
    keys.map((key): Placed => {
      const { value: mark } = marks.next() as { value: number }
      return {
        key,
        ...(mark === 1 ? { folded: true as const } : {}),
        ...(mark === 2 && !ALWAYS.has(key) ? { hidden: true as const } : {}),
      }
    }),
  )
const layouts: fc.Arbitrary<PanelLayout> = fc.record(
  { everybody: placed, roles: fc.dictionary(fc.constantFrom(...ROLES), placed, { maxKeys: 3 }) },
  { requiredKeys: [] },
)
const posts = fc.subarray([...ROLES])
const shown = fc.shuffledSubarray(['extra', ...SECTION_KEYS]).map((keys) => keys.map((key) => aSection({ key })))
const schema = dataSchema(tenant.fields.panel_layout)

test('whatever a firm says, everybody has every section in one place', () => {
  fc.assert(
    fc.property(posts, fc.option(layouts), (roles, own) => {
      const keys = layoutFor(roles, own).map(({ key }) => key)
      expect([...keys].sort()).toEqual([...SECTION_KEYS].sort())
    }),
  )
})

test('what a firm names is in the order that it says, and nothing that it may not hide is hidden', () => {
  fc.assert(
    fc.property(posts, layouts, shown, (roles, own, sections) => {
      const said = roles.map((role) => own.roles?.[role]).find((one) => one !== undefined) ?? own.everybody ?? []
      const keys = laidOut(sections, layoutFor(roles, own)).map(({ key }) => key)
      const named = said.filter(({ key, hidden }) => !hidden && sections.some((one) => one.key === key))
      expect(keys.filter((key) => named.some((one) => one.key === key))).toEqual(named.map(({ key }) => key))
      const gone = sections.filter(({ key }) => !keys.includes(key)).map(({ key }) => key)
      expect(gone.every((key) => said.some((one) => one.key === key && one.hidden))).toBe(true)
      expect(gone.filter((key) => ALWAYS.has(key as never))).toEqual([])
    }),
  )
})

describe('a layout is taken as it is meant, or refused', () => {
  test('whatever is set on the page', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        expect(schema.parse(layout)).toEqual(layout)
      }),
    )
  })

  test.each<[string, unknown]>([
    ['a section that there is none', { everybody: [{ key: 'nothing' }] }],
    ['one twice', { everybody: [{ key: 'money' }, { key: 'money' }] }],
    ['without who it is', { everybody: [{ key: 'who', hidden: true }] }],
    ['without the next step', { roles: { gm: [{ key: 'next_step', hidden: true }] } }],
    ['for a post that there is none', { roles: { king: [{ key: 'money' }] } }],
    ['nothing at all', { everybody: [] }],
    ['something else', { sections: [] }],
  ])('%s', (_, layout) => {
    expect(schema.safeParse(layout).success).toBe(false)
  })
})

test('who follows orders has them before money, who collects it has that first', () => {
  const at = (role: string, key: string) => layoutFor([role], null).findIndex((one) => one.key === key)
  expect(at('merchandiser', 'orders')).toBeLessThan(at('merchandiser', 'money'))
  expect(at('finance', 'money')).toBeLessThan(at('finance', 'orders'))
})

test('what is to be done with the mail stands below what is next, unless a firm says otherwise', () => {
  for (const role of ['sales_rep', 'sales_manager', 'merchandiser', 'doc_clerk', 'logistics', 'finance']) {
    const at = (key: string) => layoutFor([role], null).findIndex((one) => one.key === key)
    expect(at('filing'), role).toBeGreaterThan(at('next_step'))
  }
  const money = layoutFor(['sales_rep'], null).findIndex((one) => one.key === 'money')
  expect(layoutFor(['sales_rep'], null)[money + 1]?.key).toBe('filing')
  const own = { everybody: [{ key: 'who' }, { key: 'filing' }, { key: 'next_step' }] } as const
  expect(
    layoutFor(['sales_rep'], own)
      .map(({ key }) => key)
      .filter((key) => ['who', 'filing', 'next_step'].includes(key)),
  ).toEqual(['who', 'filing', 'next_step'])
})
