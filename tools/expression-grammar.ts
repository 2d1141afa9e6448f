import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import peggy from 'peggy'

/** Makes `shared/expression/parser.js` from the grammar beside it. A test refuses one that was not made anew. */
const folder = join(import.meta.dirname, '../shared/expression')

export const parserOf = (grammar: string): string =>
  `// Made from grammar.peggy by tools/expression-grammar.ts.\n${peggy.generate(grammar, { output: 'source', format: 'es' })}`

if (import.meta.main)
  writeFileSync(join(folder, 'parser.js'), parserOf(readFileSync(join(folder, 'grammar.peggy'), 'utf8')))
