import { wholeSchema } from '../worker/src/store/ddl.ts'

/** Prints the tables as the definitions have them, to start a new migration from. Usage: node tools/print-tables.ts [TABLE...] */
const wanted = process.argv.slice(2)
for (const [name, statements] of wholeSchema()) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(`${statements.join('\n')}\n`)
}
