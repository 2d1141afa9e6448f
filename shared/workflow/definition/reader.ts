import { type Compiled, compileExpression } from '#shared/expression/compile.ts'
import { KIND_WORDS } from '#shared/expression/problems.ts'
import type { FactKind, FactSchema } from '#shared/expression/schema.ts'
import { sentenceOf } from '#shared/expression/sentence.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import type { Criterion } from './node.ts'
import { type DefinitionCode, type DefinitionProblem, definitionProblem, pointer, saidIn } from './problem.ts'
import { asText, type Sentence } from './sentence.ts'
import type { Check, World } from './workflow.ts'

/** Reads a definition's expressions against its schema, and gathers what is wrong, each with its place. */
export class Reader {
  readonly problems: DefinitionProblem[] = []
  readonly world: World
  readonly schema: FactSchema

  constructor(world: World, schema: FactSchema) {
    this.world = world
    this.schema = schema
  }

  refuse(code: DefinitionCode, at: string, values?: Readonly<Record<string, string | number>>): null {
    this.problems.push(definitionProblem(code, at, values))
    return null
  }

  condition(source: string | undefined, at: string, schema = this.schema): Compiled | null {
    return source === undefined ? null : this.#read(source, at, 'condition', schema)
  }

  /** A value of one of these kinds. */
  value(source: string | undefined, at: string, kinds: readonly FactKind[], schema = this.schema): Compiled | null {
    if (source === undefined) return null
    const value = this.#read(source, at, 'value', schema)
    const [kind] = kinds
    if (!value || kind === undefined || kinds.includes(value.type)) return value
    this.problems.push(definitionProblem('kind', at, { expected: KIND_WORDS[kind] }))
    return null
  }

  #read(source: string, at: string, expects: 'condition' | 'value', schema: FactSchema): Compiled | null {
    const read = compileExpression(source, schema, expects)
    if (read.ok) return read.expression
    for (const { code, message, at: place } of read.problems) this.problems.push({ code, message, at, place })
    return null
  }

  /** Whether a name is a field, or a record and a field of it. */
  knows(path: string): boolean {
    return compileExpression(`${path} empty`, this.schema, 'condition').ok
  }

  /** A criterion, which may be written as its expression alone. */
  check(criterion: string | Criterion, at: string): Check[] {
    if (typeof criterion === 'string') {
      const expression = this.condition(criterion, at)
      return expression ? [{ expression, message: this.#said(expression), fills: new Map() }] : []
    }
    const values = Object.entries(criterion.values ?? {}).flatMap(([name, source]) => {
      const value = this.value(source, pointer(at, 'values', name), [])
      return value ? [[name, value] as const] : []
    })
    return this.#checkOf(criterion.expr, criterion.message, pointer(at, 'expr'), new Map(values))
  }

  /** What a criterion without a message of its own says. */
  #said(expression: Compiled): Text {
    const condition = text(sentenceOf(expression, this.schema, 'en'), sentenceOf(expression, this.schema, 'zh-CN'))
    return saidIn(NOT_YET, { condition })
  }

  #checkOf(source: string, sentence: Sentence, at: string, values: ReadonlyMap<string, Compiled>): Check[] {
    const expression = this.condition(source, at)
    if (!expression) return []
    const message = asText(sentence)
    return [{ expression, message, fills: new Map([...this.#fills(message, expression), ...values]) }]
  }

  /** `{open}` is a bare name or a path; or the field of that name of a record that the expression reads. */
  #fills({ en, 'zh-CN': zh }: Check['message'], { reads }: Compiled): (readonly [string, Compiled])[] {
    const names = new Set([...`${en} ${zh}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
    return [...names].flatMap((name) => {
      const candidates = [name, ...reads.map((record) => `${record}.${name}`)]
      const [found] = candidates.flatMap((path) => {
        const read = compileExpression(path, this.schema, 'value')
        return read.ok ? [read.expression] : []
      })
      return found ? [[name, found] as const] : []
    })
  }
}

const NOT_YET = text('Not yet: {condition}.', '尚未满足：{condition}。')
