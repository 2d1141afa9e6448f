import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { readOptions } from './options.ts'
import { startStage } from './stage.ts'

/** `npm start`: the workbench on this machine, until it is told to stop. */
const options = readOptions(process.argv.slice(2), process.env)
mkdirSync(resolve(options.data), { recursive: true })
const stage = await startStage(options)
console.log(`Quayside is ready at ${stage.url}`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    await stage.stop()
    process.exit(0)
  })
}
