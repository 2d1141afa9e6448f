import { advance } from '../privacy/advance.ts'
import type { AnswerPorts } from '../privacy/export.ts'
import type { Database } from '../store/database.ts'
import { readRequest, requestsToDo } from '../store/privacy-requests.ts'
import { troubleOf } from '../trouble.ts'

/** Requests taken in one run, and steps of each: what is large takes some minutes, and nothing else waits for it. */
const [TOGETHER, STEPS] = [3, 4]

/** Goes on with what was asked about people's data. What fails is tried again by the next run, from where it stood. */
export async function answerPrivacy(database: Database, ports: AnswerPorts): Promise<number> {
  const [rows = []] = await database.batch([requestsToDo({ limit: TOGETHER })])
  let steps = 0
  for (const row of rows) {
    try {
      let request = readRequest(row)
      for (let step = 0; step < STEPS; step += 1) {
        const next = await advance(database, request, ports)
        if (next === request) break
        request = next
        steps += 1
      }
    } catch (error) {
      console.error(JSON.stringify({ job: 'answer-privacy', ...troubleOf(error) }))
    }
  }
  return steps
}
