import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gmailAnswer } from './bench/gmail-answer.ts'
import { panelCost } from './bench/panel-cost.ts'
import { panelThroughput } from './bench/panel-throughput.ts'

/**
 * The figures the design has budgets for. Usage: npm run bench [-- --json FILE]. Ends with 0 only when
 * every budget holds.
 */
const { values } = parseArgs({ options: { json: { type: 'string' } } })
const data = mkdtempSync(join(tmpdir(), 'quayside-bench-'))
const figures = [
  ...(await panelCost(join(data, 'cost'))),
  ...(await gmailAnswer(join(data, 'gmail'))),
  ...(await panelThroughput(join(data, 'throughput'))),
]
rmSync(data, { recursive: true, force: true })

for (const { name, value, unit, budget, holds } of figures) {
  const verdict = budget === undefined ? '' : `  ${holds ? 'holds' : 'BROKEN'}: ${budget}`
  console.log(`${name.padEnd(44)} ${String(value).padStart(8)} ${unit}${verdict}`)
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`)
process.exit(figures.every((figure) => figure.holds !== false) ? 0 : 1)
