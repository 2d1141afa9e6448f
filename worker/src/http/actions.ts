import { ActionRequest, type ReplyAnswer } from '#shared/api.ts'
import { problem } from '#shared/record/problems.ts'
import { actionNamed } from '#shared/workflow/actions/index.ts'
import type { App, AppContext } from './app-types.ts'
import type { Call, Performed } from './call.ts'
import { readLetter } from './letter-reading.ts'
import { panelAnswer, panelOf } from './panel-answer.ts'
import { idempotencyKey, parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { shown } from './shown.ts'

/** Everything a person can do from a panel. */
export function mountActions(app: App): void {
  app.post('/v1/actions/:action', async (context) => {
    const call = await parse(context)
    // What is decided and written is loaded by the first who acts: most starts of a Worker are for somebody who looks.
    const { performAction } = await import('./perform.ts')
    return answer(context, call, await performAction(context, call))
  })
}

async function parse(context: AppContext): Promise<Call> {
  const named = actionNamed(context.req.param('action') ?? '')
  if (!named) throw new HttpProblem('not_found')
  const key = idempotencyKey(context)
  if (!key) throw new HttpProblem('key_missing')
  const asked = await parseBody(context, ActionRequest)
  // What was done beside a colleague's forward is done beside the mail of whoever wrote that.
  const message = await readLetter(context, asked.message)
  return { ...named, key, asked: { ...asked, ...(message ? { message } : {}) } }
}

/** The outcome with the sections that changed, or the text that was written; a conflict and a refusal are problems with those in them. */
function answer(context: AppContext, { action, asked }: Call, performed: Performed): Response {
  if (performed.kind === 'written') {
    const { reply, stored, situation } = performed
    const panel = stored && panelAnswer(panelOf(context, situation, asked.host), asked)
    return context.json({ outcome: 'written', reply, ...(panel && { panel }) } satisfies ReplyAnswer)
  }
  const { language, person } = context.var
  const panel = panelAnswer(panelOf(context, performed.situation, asked.host), asked)
  // In problem details `title` says what went wrong; the panel's own is `panelTitle` there.
  const { title: panelTitle, ...rest } = panel
  const within = { ...rest, panelTitle }
  switch (performed.kind) {
    case 'saved':
      return context.json({ outcome: 'saved', record: performed.record, ...panel })
    case 'conflict': {
      const { current } = performed
      throw new HttpProblem('conflict', [problem('target.version', 'stale', language)], {
        outcome: 'conflict',
        current: current ? shown(action.on, current, person) : undefined,
        ...within,
      })
    }
    case 'duplicate':
      throw new HttpProblem('duplicate', [problem(performed.field, 'duplicate', language)], {
        outcome: 'conflict',
        ...within,
      })
    case 'rejected':
      throw new HttpProblem('rejected', performed.problems, { outcome: 'rejected', ...within })
  }
}
