import { mayAtAll } from '#shared/access/access.ts'
import type { Files } from '../files/files.ts'
import { allTemplates, readTemplate } from '../store/templates.ts'
import type { App } from './app-types.ts'
import { keepsTemplates } from './files.ts'
import { HttpProblem } from './problem.ts'

/** Where templates come in; they are larger than other calls. */
export const TEMPLATES = '/v1/templates'

/** A firm's own templates of papers: brought by who keeps them, used by whoever makes papers. */
export function mountTemplates(app: App, files: Files): void {
  app.post(TEMPLATES, async (context) => {
    if (!keepsTemplates(context.var.person)) throw new HttpProblem('not_allowed')
    // A firm brings a template some days of a year.
    const { bringTemplate } = await import('./template-bring.ts')
    return bringTemplate(context, files)
  })
  app.get(TEMPLATES, async (context) => {
    const { database, person } = context.var
    if (!keepsTemplates(person) && !mayAtAll(person.access, 'quotation', 'create')) throw new HttpProblem('not_allowed')
    const [rows = []] = await database.batch([allTemplates({ tenant: person.tenantId })])
    return context.json({ templates: rows.map(readTemplate) })
  })
}
