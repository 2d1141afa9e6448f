import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, costIn, type Mapped, meaning } from '#shared/order/article.ts'
import { found } from '#shared/recognition/found.ts'
import type { LineReading } from '#shared/recognition/mail-reading.ts'
import { PRODUCTS } from '../../../workbench/src/demo/words/products.ts'

const articleOf = (code: string, name: string, name_zh: string | null = null): Article => ({
  id: code,
  code,
  name,
  name_zh,
  unit: 'H87',
  hs_code: null,
  cost_standard: 1_000_000,
})
const ARTICLES = PRODUCTS.map(({ sku, description }) => articleOf(sku, description))

const asked = (desc: string, more: Partial<LineReading> = {}): LineReading => ({
  desc: found(desc, desc),
  qty: found(600, '600 pcs'),
  unit: found('pcs', 'pcs'),
  unitCode: 'H87',
  ...more,
})
const meant = (line: LineReading, mapped: readonly Mapped[] = [], customer: string | null = 'c1') =>
  meaning(ARTICLES, mapped)(line, customer)

describe('which article of ours a line means', () => {
  test.each([
    ['LED camping lantern 800lm', 'BW-L800'],
    ['Folding camp chair 600D', 'BW-C600'],
    ['Vacuum flask stainless steel 500 ml', 'BW-V500'],
  ])('%s is called like %s, which is suggested and no more', (desc, code) => {
    expect(meant(asked(desc))).toMatchObject({ article: { code }, because: 'alike' })
  })

  test('of two tables either may be meant: none is taken, both are there to choose', () => {
    const { article, because, choices } = meant(asked('Aluminium roll-top table'))
    expect({ article, because }).toEqual({ article: null, because: 'several' })
    expect(choices.map(({ code }) => code)).toEqual(expect.arrayContaining(['BW-T120', 'BW-T090']))
  })

  test.each([
    ['Pallet jack 2.5 t', 'faint'],
    ['Forklift', 'none'],
    ['', 'none'],
  ])('“%s” means nothing of ours', (desc, because) => {
    expect(meant(asked(desc))).toMatchObject({ article: null, because })
  })

  test('a code of ours goes before all else, wherever it stands', () => {
    expect(meant(asked('Table', { our_sku: found('bw-l400', 'bw-l400') }))).toMatchObject({
      article: { code: 'BW-L400' },
      because: 'named',
    })
    expect(meant(asked('Folding camp chair (BW-C750)'))).toMatchObject({ article: { code: 'BW-C750' } })
  })

  test('a number of theirs means what they were offered under it, and what another was offered means nothing', () => {
    const line = asked('Folding camp chair 600D', { buyer_sku: found('RCC-1101', 'RCC-1101') })
    const mapped = (customer_id: string) => [{ customer_id, buyer_sku: 'RCC-1101', sku: 'BW-C620' }]
    expect(meant(line, mapped('c1'))).toMatchObject({ article: { code: 'BW-C620' }, because: 'before' })
    expect(meant(line, mapped('c2'))).toMatchObject({ article: { code: 'BW-C600' }, because: 'alike' })
    expect(meant(line, mapped('c1'), null)).toMatchObject({ because: 'alike' })
  })

  test('names in Chinese are compared by their signs', () => {
    const articles = [articleOf('A1', 'Lantern', '露营灯 800流明'), articleOf('A2', 'Chair', '折叠露营椅')]
    expect(meaning(articles, [])(asked('折叠椅 露营'), null)).toMatchObject({
      choices: [{ code: 'A2' }, { code: 'A1' }],
    })
    expect(meaning(articles, [])(asked('折叠露营椅'), null)).toMatchObject({ article: { code: 'A2' } })
  })

  test('whatever is asked for, what is suggested is among the choices, and nothing is there twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (desc) => {
        const { article, choices } = meant(asked(desc))
        expect(new Set(choices).size).toBe(choices.length)
        if (article) expect(choices).toContain(article)
      }),
    )
  })

  test('a cost is of the unit that it was worked out for', () => {
    const article = articleOf('A1', 'Lantern')
    expect(costIn(article, 'H87')).toBe(1_000_000)
    expect(costIn(article, 'SET')).toBeNull()
    expect(costIn(null, 'H87')).toBeNull()
  })
})
