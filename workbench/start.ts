import { readOptions } from './options.ts'
import { type Stage, startStage } from './stage.ts'

/** `npm start`: the workbench on this machine, until it is told to stop. */
const stage = await started()
console.log(`Quayside is ready at ${stage.url}`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Miniflare would end the process by itself, before everything is put away.
  process.removeAllListeners(signal)
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    await stage.stop()
    process.exit(0)
  })
}

/** What is wrong with an option, the port or the folder is one sentence, not a stack. */
async function started(): Promise<Stage> {
  try {
    return await startStage(readOptions(process.argv.slice(2), process.env))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const taken = /address already in use/i.test(message)
    console.error(`Quayside cannot start: ${taken ? 'the port is taken; set PORT to another one' : message}`)
    process.exit(1)
  }
}
