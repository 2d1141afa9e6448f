import { z } from '@hono/zod-openapi'
import { component } from './component.ts'

/** Shapes that appear in the API's description alone; what validates requests is in `shared/api.ts`. */

const Place = z.object({ offset: z.int(), length: z.int(), line: z.int(), column: z.int() })

export const Problem = z.object({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  place: Place.optional().describe('In an expression of a definition'),
})

/** RFC 9457 problem details. */
const ProblemDetails = component(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    problems: z.array(Problem).optional(),
  }),
)

const WHEN: Readonly<Record<number, string>> = {
  400: 'Cannot be read, or names the fields that are not right',
  401: 'No token, or none we accept',
  403: 'This person may see it but not do that; `problems` names the fields',
  404: 'Not there, or not for this person: the answer is the same',
  409: 'Somebody else was faster, or there is one already',
  412: 'The version in If-Match is not the current one; `current` has the record as it is',
  413: 'Larger than 256 KiB; a push of a sheet or a template, than 2 MiB',
  415: 'Not JSON',
  422: 'Refused; `problems` says why',
  428: 'If-Match is missing',
}

/** The problem answers a route can give. */
export function problemResponses(...statuses: number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: WHEN[status] ?? '', content: { 'application/problem+json': { schema: ProblemDetails } } },
    ]),
  )
}
