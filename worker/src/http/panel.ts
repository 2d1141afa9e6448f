import { accepts } from 'hono/accepts'
import { PanelRequest } from '#shared/api.ts'
import { renderPanelHtml } from '#shared/panel/render/html.ts'
import { situationQuery } from '../store/situation.ts'
import type { App } from './app-types.ts'
import { readLetter } from './letter-reading.ts'
import { openedAfterwards } from './opening.ts'
import { panelAnswer, panelOf } from './panel-answer.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** The panel for what is open: a mail, a record, or nothing. */
export function mountPanel(app: App): void {
  app.post('/v1/panel', async (context) => {
    const asked = await parseBody(context, PanelRequest)
    const { person, database } = context.var

    const query = situationQuery(person, await readLetter(context, asked.message), asked.record)
    const rows = query.statements.length > 0 ? await database.batch(query.statements) : []

    const situation = query.read(rows)
    if (!situation) throw new HttpProblem('not_found')
    const panel = panelOf(context, situation, asked.host)

    const type = accepts(context, {
      header: 'Accept',
      supports: ['application/json', 'text/html'],
      default: 'application/json',
    })
    const answer =
      type === 'text/html'
        ? context.html(renderPanelHtml(panel, person.timezone))
        : context.json(panelAnswer(panel, asked))
    // Who has sections of it already looks again at what is open.
    if (Object.keys(asked.have ?? {}).length === 0) openedAfterwards(context, situation)
    return answer
  })
}
