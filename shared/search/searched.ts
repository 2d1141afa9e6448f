import type { TypeName } from '#shared/trade/index.ts'
import { FORGIVING, isInPieces, isLetters, neighbourhood, numberKeys, phoneTail, piecesOf, tokensOf } from './words.ts'

/** By what a record is found. */
export type Sort = 'name' | 'number' | 'domain' | 'phone'

/** What is searched, and by which of its fields. */
export const SEARCHED = {
  customer: { name: 'name', short_name: 'name', doc_no: 'number', domains: 'domain' },
  contact: { full_name: 'name', phones: 'phone' },
  inquiry: { company_name: 'name', contact_name: 'name', doc_no: 'number' },
  deal: { subject: 'name', doc_no: 'number' },
  order: { doc_no: 'number', buyer_po_no: 'number' },
} as const satisfies Partial<Record<TypeName, Readonly<Record<string, Sort>>>>

export type SearchedType = keyof typeof SEARCHED
export const SEARCHED_TYPES = Object.keys(SEARCHED) as SearchedType[]

export const isSearched = (type: string): type is SearchedType => Object.hasOwn(SEARCHED, type)

type Values = Readonly<Record<string, unknown>>

/** The texts of a record that it is found by. What its reader does not see is not there. */
export function textsOf(type: SearchedType, record: Values): readonly Text[] {
  return Object.entries(SEARCHED[type]).flatMap(([field, sort]: [string, Sort]) => {
    const value = record[field]
    const texts = Array.isArray(value) ? value : [value]
    return texts.flatMap((text) => (typeof text === 'string' && text !== '' ? [{ field, sort, text }] : []))
  })
}

export interface Text {
  readonly field: string
  readonly sort: Sort
  readonly text: string
}

/** The words of a text that are compared whole or from their beginning. */
export function keysOf({ sort, text }: Pick<Text, 'sort' | 'text'>): readonly string[] {
  if (sort === 'number') return numberKeys(text)
  if (sort === 'phone') return [phoneTail(text)].filter((tail) => tail !== null)
  return [...new Set(tokensOf(text).flatMap(({ whole, parts }) => [whole, ...parts]))]
}

/** Stands before what is left of a word without one of its letters. */
export const NEARLY = '~'
/** A name of very many words is found by its first. */
const KEYS_MAX = 200

/** Under what a record is looked up, as it is stored: see `lookedUp`. */
export function storedKeys(type: SearchedType, record: Values): readonly string[] {
  const texts = textsOf(type, record)
  const words = new Set(texts.flatMap((text) => keysOf(text)))
  const spelt = new Set(texts.flatMap((text) => (text.sort === 'name' ? keysOf(text).filter(isForgiving) : [])))
  const keys = [
    ...[...words].flatMap((word) => (isInPieces(word) ? piecesOf(word) : [word])),
    ...[...spelt].flatMap(neighbourhood).map((word) => NEARLY + word),
  ]
  return [...new Set(keys)].slice(0, KEYS_MAX)
}

function isForgiving(word: string): boolean {
  const { length } = [...word]
  return length >= FORGIVING.shortest && length <= FORGIVING.longest && isLetters(word)
}
