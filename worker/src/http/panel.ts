import { accepts } from 'hono/accepts'
import { type Host, PanelRequest } from '#shared/api.ts'
import { type ListPage, readListPage } from '#shared/customer/list-page.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { readPage } from '#shared/customer/timeline-page.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderPanelHtml } from '#shared/panel/render/html.ts'
import { situationQuery } from '../store/situation.ts'
import type { App, AppContext } from './app-types.ts'
import { readLetter } from './letter-reading.ts'
import { openedAfterwards } from './opening.ts'
import { panelAnswer, panelOf } from './panel-answer.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** The panel for what is open: a mail, a record, or nothing. */
export function mountPanel(app: App): void {
  app.post('/v1/panel', async (context) => {
    const asked = await parseBody(context, PanelRequest)
    const list = readListPage(asked.see)
    if (list && asked.record?.type !== 'customer') throw new HttpProblem('not_found')
    const { panel, situation } =
      list && asked.record
        ? { panel: await listOf(context, asked.record.id, list, asked.host), situation: null }
        : await openedPanel(context, asked)

    const type = accepts(context, {
      header: 'Accept',
      supports: ['application/json', 'text/html'],
      default: 'application/json',
    })
    const answer =
      type === 'text/html'
        ? context.html(renderPanelHtml(panel, context.var.person.timezone))
        : context.json(panelAnswer(panel, asked))
    // Who has sections of it already looks again at what is open.
    if (situation && Object.keys(asked.have ?? {}).length === 0) openedAfterwards(context, situation)
    return answer
  })
}

/** The panel for what is open in the host. */
async function openedPanel(context: AppContext, asked: PanelRequest): Promise<{ panel: Panel; situation: Situation }> {
  const { person, database } = context.var
  const query = situationQuery(person, await readLetter(context, asked.message), asked.record, readPage(asked.see))
  const situation = query.read(query.statements.length > 0 ? await database.batch(query.statements) : [])
  if (!situation) throw new HttpProblem('not_found')
  return { panel: panelOf(context, situation, asked.host), situation }
}

/** Lists are for the desk: what makes them is loaded by the first who opens one. */
async function listOf(context: AppContext, customerId: string, page: ListPage, host: Host): Promise<Panel> {
  const { customerListPanel } = await import('./customer-list.ts')
  return customerListPanel(context, customerId, page, host)
}
