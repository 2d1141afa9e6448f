import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byRank, type Ranked } from '#shared/search/found.ts'
import { FITS, matchOf } from '#shared/search/match.ts'
import { keysOf, type SearchedType, storedKeys, textsOf } from '#shared/search/searched.ts'
import { lookedUp, soughtIn } from '#shared/search/sought.ts'
import { isNearly, neighbourhood, piecesOf } from '#shared/search/words.ts'

type Values = Readonly<Record<string, unknown>>

const fitOf = (typed: string, type: SearchedType, record: Values) => {
  const sought = soughtIn(typed)
  return sought && matchOf(sought, type, record)
}

/** Whether the store would come across the record. */
function isLookedUp(typed: string, type: SearchedType, record: Values): boolean {
  const sought = soughtIn(typed)
  if (!sought) return false
  const { first, second, nearly } = lookedUp(sought)
  const keys = storedKeys(type, record)
  return keys.some(
    (key) => key.startsWith(first) || (second !== null && key.startsWith(second)) || nearly.includes(key),
  )
}

const HANSEN = {
  name: 'Gärten Hansen-Maier GmbH & Co. KG',
  short_name: '海森园艺贸易',
  doc_no: 'C-2026-0042',
  domains: ['hansen-garten.de'],
}
const ANNA = { full_name: 'Анна Хансен', phones: ['+49 (0)40 / 1234-5678', '０８６ 755 2345 6789'] }
const ORDER = { doc_no: 'SO-2026-0412', buyer_po_no: 'PO 4500123' }

describe('what is typed, what it finds, and how', () => {
  test.each([
    ['hansen', 'customer', HANSEN, 'exact', 'name'],
    ['HANS', 'customer', HANSEN, 'prefix', 'name'],
    ['garten', 'customer', HANSEN, 'exact', 'name'],
    ['maier hansen', 'customer', HANSEN, 'exact', 'name'],
    ['hansen-maier', 'customer', HANSEN, 'exact', 'name'],
    ['hansenmaier', 'customer', HANSEN, 'exact', 'name'],
    ['Hansen GmbH', 'customer', HANSEN, 'exact', 'name'],
    ['hansne', 'customer', HANSEN, 'typo', 'name'],
    ['hanssen mai', 'customer', HANSEN, 'typo', 'name'],
    ['海森', 'customer', HANSEN, 'prefix', 'short_name'],
    ['园艺', 'customer', HANSEN, 'piece', 'short_name'],
    ['海森园艺贸易', 'customer', HANSEN, 'exact', 'short_name'],
    ['hansen-garten.de', 'customer', HANSEN, 'exact', 'domains'],
    ['anna@hansen-garten.de', 'customer', HANSEN, 'exact', 'domains'],
    ['0042', 'customer', HANSEN, 'exact', 'doc_no'],
    ['хансен', 'contact', ANNA, 'exact', 'full_name'],
    ['040 12345678', 'contact', ANNA, 'exact', 'phones'],
    ['+49 40 1234 5678', 'contact', ANNA, 'exact', 'phones'],
    ['٢٣٤٥٦٧٨٩', 'contact', ANNA, 'exact', 'phones'],
    ['so-2026-0412', 'order', ORDER, 'exact', 'doc_no'],
    ['SO 2026 0412', 'order', ORDER, 'exact', 'doc_no'],
    ['so20260412', 'order', ORDER, 'exact', 'doc_no'],
    ['2026-04', 'order', ORDER, 'prefix', 'doc_no'],
    ['0412', 'order', ORDER, 'exact', 'doc_no'],
    ['4500123', 'order', ORDER, 'exact', 'buyer_po_no'],
    ['po4500', 'order', ORDER, 'prefix', 'buyer_po_no'],
  ] as const)('%s', (typed, type, record, fit, field) => {
    expect(fitOf(typed, type, record)).toEqual({ fit, field })
    expect(isLookedUp(typed, type, record)).toBe(true)
  })

  test.each([
    ['hansen meyerhof', 'customer', HANSEN],
    ['ansne', 'customer', HANSEN],
    ['0413', 'order', ORDER],
    ['1234567', 'contact', ANNA],
    ['海园', 'customer', HANSEN],
  ] as const)('%s finds nothing', (typed, type, record) => {
    expect(fitOf(typed, type, record)).toBeNull()
  })

  test('of signs alone nothing is left to search for', () => {
    expect([soughtIn('…'), soughtIn('@'), soughtIn(' - ')]).toEqual([null, null, null])
  })
})

const aWord = fc.stringMatching(/^[a-zäéñøабвгд]{2,14}$/)
const aHanName = fc.stringMatching(/^[海森园艺贸易有限公司深圳蓝鲸]{2,8}$/)
const aNumber = fc.stringMatching(/^[A-Z]{1,3}[-/ ]?20\d\d[-/. ]\d{3,5}$/)
const aPhone = fc.stringMatching(/^\+\d{2} \d{3}[ -]\d{4}[ -]\d{4}$/)
const aCustomer = fc.record({
  name: fc.array(fc.oneof(aWord, aHanName), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  short_name: fc.option(aHanName),
  doc_no: aNumber,
  domains: fc.array(fc.domain(), { maxLength: 2 }),
})
const aContact = fc.record({ full_name: aWord, phones: fc.array(aPhone, { maxLength: 2 }) })

test('every record is found by each of its own words, its numbers, domains and telephones', () => {
  const ours = fc.oneof(
    fc.record({ type: fc.constant('customer' as const), record: aCustomer }),
    fc.record({ type: fc.constant('contact' as const), record: aContact }),
  )
  fc.assert(
    fc.property(ours, ({ type, record }) => {
      for (const text of textsOf(type, record)) {
        for (const typed of [...keysOf(text), text.text]) {
          if (text.sort === 'number' && typed !== text.text && typed.length < 3) continue
          expect([typed, fitOf(typed, type, record)?.fit]).toEqual([typed, 'exact'])
          expect([typed, isLookedUp(typed, type, record)]).toEqual([typed, true])
        }
      }
    }),
  )
})

const aLongWord = fc.stringMatching(/^[a-zабвгд]{5,12}$/)
const aMistake = fc.record({
  at: fc.nat(11),
  how: fc.constantFrom('wrong', 'missing', 'more', 'swapped'),
  letter: fc.constantFrom(...'xyzя'),
})

function mistaken(word: string, { at, how, letter }: { at: number; how: string; letter: string }): string {
  const place = at % word.length
  const [before, sign, after] = [word.slice(0, place), word.slice(place, place + 1), word.slice(place + 1)]
  if (how === 'wrong') return before + letter + after
  if (how === 'missing') return before + after
  if (how === 'more') return before + letter + sign + after
  return before + after.slice(0, 1) + sign + after.slice(1)
}

test('one wrong letter in a word of five to twelve is forgiven', () => {
  fc.assert(
    fc.property(aLongWord, aMistake, (word, mistake) => {
      const [record, typed] = [{ name: `${word} ltd` }, mistaken(word, mistake)]
      expect(fitOf(typed, 'customer', record)).not.toBeNull()
      expect(isLookedUp(typed, 'customer', record)).toBe(true)
    }),
  )
})

test('what is nearly a word shares one of its neighbours, and two wrong letters are not forgiven', () => {
  fc.assert(
    fc.property(aLongWord, aLongWord, (a, b) => {
      if (isNearly(a, b)) expect(neighbourhood(a).some((one) => neighbourhood(b).includes(one))).toBe(true)
    }),
  )
  expect(isNearly('hxnsxn', 'hansen')).toBe(false)
})

test('a name of any length has a bounded number of keys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
      expect(storedKeys('customer', { name }).length).toBeLessThanOrEqual(200)
    }),
  )
  expect(piecesOf('海森贸易')).toEqual(['海森', '森贸', '贸易'])
})

test('the better fit comes first, then one’s own, then customers before what is theirs', () => {
  const one = (fit: (typeof FITS)[number], own: boolean, type: SearchedType, title = 'a'): Ranked => ({
    type,
    title,
    own,
    match: { fit, field: 'name' },
  })
  const sorted = FITS.flatMap((fit) => [
    one(fit, true, 'customer'),
    one(fit, true, 'order'),
    one(fit, false, 'customer', 'a'),
    one(fit, false, 'customer', 'b'),
    one(fit, false, 'contact'),
  ])
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (any) => {
      expect([...any].sort(byRank)).toEqual(sorted)
    }),
  )
})
