import type { Node, Span } from './ast.ts'
import { SyntaxError as Misread, parse } from './parser.js'
import { type ExpressionProblem, LIMIT_WORDS, LIMITS, problemAt } from './problems.ts'

/** The tree of a source, or the one thing that stopped the reading. Nothing is read twice: long sources take no longer. */
export function parseExpression(source: string): Node | ExpressionProblem {
  const problem = boundsProblem(source)
  if (problem) return problem
  try {
    return parse(source)
  } catch (error) {
    if (error instanceof Misread) return syntaxProblem(source, error.location.start.offset)
    throw error
  }
}

/** The parser recurs with each bracket, so they are counted before it is asked. */
function boundsProblem(source: string): ExpressionProblem | null {
  if (source.length > LIMITS.source)
    return problemAt(source, { offset: LIMITS.source, length: source.length - LIMITS.source }, 'too_long', {
      limit: LIMIT_WORDS.source,
    })
  let depth = 0
  let quote: number | null = null
  for (let offset = 0; offset < source.length; offset++) {
    const sign = source[offset]
    if (sign === "'" && quote !== null && source[offset + 1] === "'") offset++
    else if (sign === "'") quote = quote === null ? offset : null
    else if (quote !== null) continue
    else if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth--
    if (depth > LIMITS.depth) return problemAt(source, { offset, length: 1 }, 'too_long', { limit: LIMIT_WORDS.depth })
  }
  return quote === null ? null : problemAt(source, { offset: quote, length: source.length - quote }, 'text_open')
}

function syntaxProblem(source: string, offset: number): ExpressionProblem {
  const [found = ''] = /^(?:\w+|.|\s)/u.exec(source.slice(offset)) ?? []
  const at: Span = { offset, length: found.length }
  return found === '' ? problemAt(source, at, 'unfinished') : problemAt(source, at, 'unexpected', { found })
}
