import type { FactSchema } from '#shared/expression/schema.ts'
import type { Definition } from './definition.ts'
import { type FormItem, factFieldOf, type OwnItem } from './form-item.ts'
import { type DefinitionProblem, definitionProblem, pointer } from './problem.ts'

interface Placed {
  readonly item: FormItem
  readonly at: string
}

/** The fields that a definition brings along, wherever it asks for them; and what is wrong with them. */
export function ownItems(
  definition: Definition,
  schema: FactSchema,
): { readonly items: ReadonlyMap<string, OwnItem>; readonly problems: readonly DefinitionProblem[] } {
  const items = new Map<string, OwnItem>()
  const problems: DefinitionProblem[] = []
  const placed = allForms(definition)
  for (const { item, at } of placed) {
    if (typeof item === 'string') continue
    const { key } = item
    const before = items.get(key)
    if (Object.hasOwn(schema.fields, key) || Object.hasOwn(schema.records, key))
      problems.push(definitionProblem('reserved', pointer(at, 'key'), { name: key }))
    else if (before && shapeOf(before) !== shapeOf(item))
      problems.push(definitionProblem('twice', pointer(at, 'key'), { name: key }))
    else if (!before) items.set(key, item)
    if (definition.subject !== 'deal') problems.push(definitionProblem('deal_only', at))
    problems.push(...kindProblems(item, at))
  }
  for (const { item, at } of placed) {
    if (typeof item === 'string' && !items.has(item) && !Object.hasOwn(schema.fields, item))
      problems.push(definitionProblem('unknown_field', at, { name: item }))
  }
  return { items, problems }
}

/** The same names, and those of the definition's own fields. */
export const extended = (schema: FactSchema, items: ReadonlyMap<string, OwnItem>): FactSchema => ({
  ...schema,
  fields: { ...schema.fields, ...Object.fromEntries([...items].map(([key, item]) => [key, factFieldOf(item)])) },
})

function allForms({ fields = [], nodes, edges }: Definition): Placed[] {
  const listed = (form: readonly FormItem[] | undefined, ...path: readonly (string | number)[]): Placed[] =>
    (form ?? []).map((item, index) => ({ item, at: pointer(...path, index) }))
  return [
    ...listed(fields, 'fields'),
    ...nodes.flatMap(({ form }, index) => listed(form, 'nodes', index, 'form')),
    ...edges.flatMap(({ form, requires }, index) => [
      ...listed(form, 'edges', index, 'form'),
      ...listed(requires, 'edges', index, 'requires'),
    ]),
  ]
}

const shapeOf = ({ kind, options, currency }: OwnItem): string => JSON.stringify([kind, options, currency])

function kindProblems({ kind, options, currency }: OwnItem, at: string): DefinitionProblem[] {
  const distinct = new Set(options).size === (options?.length ?? 0)
  return [
    ...((kind === 'choice') === (options ?? []).length > 0
      ? []
      : [definitionProblem('options', pointer(at, 'options'))]),
    ...(distinct ? [] : [definitionProblem('twice', pointer(at, 'options'), { name: 'options' })]),
    ...((kind === 'money') === (currency !== undefined) ? [] : [definitionProblem('money', pointer(at, 'currency'))]),
  ]
}
