import type { NodeOf } from './ast.ts'
import { type Checker, recordWord } from './checker.ts'
import { type Meaning, meaningOf } from './names.ts'
import type { Term } from './term.ts'

/** A path as a value: a field, or how many there are of a list. */
export function checkPath(node: NodeOf<'path'>, checker: Checker): Term | null {
  const { at } = node
  const { schema, walks } = checker
  const meaning = meaningOf(node.names, walks, schema)
  switch (meaning.is) {
    case 'unknown':
      return refuseUnknown(node, meaning, checker)
    case 'record':
      return checker.refuse(at, 'record_value', { record: recordWord(schema, meaning.record) })
    case 'count':
      checker.reads(meaning.record)
      return { is: 'count', kind: 'number', list: meaning.record, where: null, at }
    case 'field': {
      const { record, field, fact } = meaning
      checker.reads(record ?? field)
      const loose = record !== null && schema.records[record]?.many && !walks.some((walk) => walk.record === record)
      if (loose) return checker.refuse(at, 'list_value', { record: recordWord(schema, record) })
      return { is: 'field', kind: fact.kind, record, field, at }
    }
  }
}

/** Points at the very name that nobody knows. */
export function refuseUnknown(
  { names, at }: NodeOf<'path'>,
  { record, index }: Extract<Meaning, { is: 'unknown' }>,
  checker: Checker,
): null {
  const name = names.slice(index).join('.')
  const place = { offset: at.offset + at.length - name.length, length: name.length }
  return record === null
    ? checker.refuse(place, 'unknown_name', { name })
    : checker.refuse(place, 'unknown_field', { name, record: recordWord(checker.schema, record) })
}
