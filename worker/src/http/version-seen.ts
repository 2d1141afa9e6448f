import { problem } from '#shared/record/problems.ts'
import type { AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** The version in `If-Match`. A strong entity tag and nothing else: a weak one or `*` would let an update be lost. */
export function versionSeen(context: AppContext): number {
  const header = context.req.header('If-Match')
  if (header === undefined) throw new HttpProblem('version_missing')
  const version = /^"([1-9]\d{0,14})"$/.exec(header)?.[1]
  if (!version) throw new HttpProblem('invalid', [problem('If-Match', 'format', context.var.language)])
  return Number(version)
}
