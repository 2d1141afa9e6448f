import { LetterheadSchema } from '#shared/paper/letterhead.ts'
import { TEMPLATE_KINDS, type TemplateKind } from '#shared/paper/template-kind.ts'
import type { TemplateProblem } from '#shared/paper/template-problem.ts'
import { problem } from '#shared/record/problems.ts'
import type { Files } from '../files/files.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { workbookProblems } from '../paper/xlsx/check.ts'
import { sha256 } from '../sha256.ts'
import { UniqueViolation } from '../store/database.ts'
import { keepFile } from '../store/files.ts'
import { currentTemplate, keepTemplate, readTemplate } from '../store/templates.ts'
import type { AppContext } from './app-types.ts'
import { parseValue, readJson } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { TemplateQuery } from './template-shapes.ts'

/** A new version of a template, by somebody who keeps them; the file that is in use already makes none. Throws {@link HttpProblem}. */
export async function bringTemplate(context: AppContext, files: Files): Promise<Response> {
  const { database, person, now, newId } = context.var
  const { key, kind, name } = parseValue(context, TemplateQuery, context.req.query())
  const { mime } = TEMPLATE_KINDS[kind]
  if ((context.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() !== mime)
    throw new HttpProblem('unsupported')
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  mustBeRight(context, kind, bytes)

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
function mustBeRight(context: AppContext, kind: TemplateKind, bytes: Uint8Array<ArrayBuffer>): void {
  if (kind === 'letterhead') {
    const { logo } = parseValue(context, LetterheadSchema, readJson(bytes.buffer))
    if (logo === null || isWholePicture(logo)) return
    throw new HttpProblem('invalid', [problem('logo', 'format', context.var.language)])
  }
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
