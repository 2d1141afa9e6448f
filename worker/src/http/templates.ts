import { createRoute, z } from '@hono/zod-openapi'
import { mayAtAll } from '#shared/access/access.ts'
import { LetterheadSchema } from '#shared/paper/letterhead.ts'
import { TEMPLATE_KINDS, type TemplateKind } from '#shared/paper/template-kind.ts'
import type { TemplateProblem } from '#shared/paper/template-problem.ts'
import { problem } from '#shared/record/problems.ts'
import type { Files } from '../files/files.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { sha256 } from '../sha256.ts'
import { UniqueViolation } from '../store/database.ts'
import { keepFile } from '../store/files.ts'
import { allTemplates, currentTemplate, keepTemplate, readTemplate } from '../store/templates.ts'
import type { App, AppContext } from './app-types.ts'
import { component } from './component.ts'
import { keepsTemplates } from './files.ts'
import { problemResponses } from './openapi.ts'
import { parseValue, readJson } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** Where templates come in; they are larger than other calls. */
export const TEMPLATES = '/v1/templates'

const Query = z.object({
  /** What the firm calls it: `quotation-en`. The same again is a further version. */
  key: z.string().regex(/^[a-z][a-z\d-]{1,39}$/),
  kind: z.enum(Object.keys(TEMPLATE_KINDS) as [TemplateKind, ...TemplateKind[]]),
  name: z
    .string()
    .max(120)
    .regex(/^[^\0-\x1f/\\\p{Cs}]+$/u),
})

const Template = component(
  'Template',
  z.object({
    key: z.string(),
    version: z.int(),
    kind: z.string(),
    name: z.string(),
    fileId: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    createdAt: z.int(),
    createdBy: z.string().nullable(),
  }),
)

/** A firm's own templates of papers: brought by who keeps them, used by whoever makes papers. */
export function mountTemplates(app: App, files: Files): void {
  const content = { 'application/json': { schema: Template } }
  const bring = createRoute({
    method: 'post',
    path: TEMPLATES,
    summary: 'A workbook with placeholders, or a letterhead: a new version of its key',
    request: {
      query: Query,
      body: {
        content: Object.fromEntries(Object.values(TEMPLATE_KINDS).map(({ mime }) => [mime, { schema: z.any() }])),
        required: true,
      },
    },
    responses: {
      200: { description: 'The version in use is the same already', content },
      201: { description: 'It is in use', content },
      ...problemResponses(400, 401, 403, 409, 413, 415, 422),
    },
  })
  app.openAPIRegistry.registerPath(bring)
  app.post(TEMPLATES, (context) => brought(context, files))

  const list = createRoute({
    method: 'get',
    path: TEMPLATES,
    summary: 'Every version of every template, the one in use first',
    responses: {
      200: {
        description: 'The templates',
        content: { 'application/json': { schema: z.object({ templates: z.array(Template) }) } },
      },
      ...problemResponses(401, 403),
    },
  })
  app.openAPIRegistry.registerPath(list)
  app.get(TEMPLATES, async (context) => {
    const { database, person } = context.var
    if (!keepsTemplates(person) && !mayAtAll(person.access, 'quotation', 'create')) throw new HttpProblem('not_allowed')
    const [rows = []] = await database.batch([allTemplates({ tenant: person.tenantId })])
    return context.json({ templates: rows.map(readTemplate) })
  })
}

async function brought(context: AppContext, files: Files): Promise<Response> {
  const { database, person, now, newId } = context.var
  if (!keepsTemplates(person)) throw new HttpProblem('not_allowed')
  const { key, kind, name } = parseValue(context, Query, context.req.query())
  const { mime } = TEMPLATE_KINDS[kind]
  if ((context.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() !== mime)
    throw new HttpProblem('unsupported')
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  await mustBeRight(context, kind, bytes)

  const [digest, [[current] = []]] = await Promise.all([
    sha256(bytes),
    database.batch([currentTemplate({ tenant: person.tenantId, key })]),
  ])
  const before = current && readTemplate(current)
  if (before && before.kind !== kind) throw new HttpProblem('duplicate')
  if (before?.sha256 === digest) return context.json(before, 200)

  const about = { type: 'template', id: key } as const
  const file = await keepBytes(files, person.tenantId, { id: newId(), name, mime, bytes, about, shows: [] })
  const template = { key, version: (before?.version ?? 0) + 1, kind, fileId: file.id }
  try {
    await database.batch([keepTemplate(person, template, now), keepFile(person, file, now)])
  } catch (error) {
    throw error instanceof UniqueViolation ? new HttpProblem('conflict') : error
  }
  return context.json(
    { ...template, name, sha256: digest, bytes: bytes.length, createdAt: now, createdBy: person.alias },
    201,
  )
}

/** Throws `rejected` with each fault and its cell, or `invalid` with each field. */
async function mustBeRight(context: AppContext, kind: TemplateKind, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (kind === 'letterhead') {
    const { logo } = parseValue(context, LetterheadSchema, readJson(bytes.buffer))
    if (logo === null || isWholePicture(logo)) return
    throw new HttpProblem('invalid', [problem('logo', 'format', context.var.language)])
  }
  const { workbookProblems } = await import('../paper/xlsx/check.ts')
  const problems = workbookProblems(bytes)
  if (problems.length > 0)
    throw new HttpProblem(
      'rejected',
      problems.slice(0, 100).map((one) => told(one, context)),
    )
}

/** A picture that was cut off would be noticed by the first paper under it. */
function isWholePicture(base64: string): boolean {
  const end = atob(base64).slice(-8)
  return base64.startsWith('/9j/') ? end.endsWith('\xff\xd9') : end === 'IEND\xaeB`\x82'
}

function told({ code, at, placeholder, message }: TemplateProblem, { var: { language } }: AppContext) {
  const said = placeholder === undefined ? '' : ` {{${placeholder.slice(0, 80)}}}`
  return { field: at ?? 'file', code, message: `${message[language]}${said}` }
}
