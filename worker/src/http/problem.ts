import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem, ProblemDetails } from '#shared/api.ts'
import { type Language, type Text, text } from '#shared/i18n/language.ts'

/** Everything that can go wrong at the door, by stable code: the status and what a person reads. */
const PROBLEMS = {
  malformed: { status: 400, title: text('The request cannot be read.', '无法读取请求。') },
  invalid: { status: 400, title: text('Some of what was sent is not right.', '提交的内容有误。') },
  key_missing: { status: 400, title: text('The header Idempotency-Key is missing.', '缺少 Idempotency-Key 请求头。') },
  key_invalid: { status: 400, title: text('The header Idempotency-Key is not valid.', 'Idempotency-Key 请求头无效。') },
  unauthenticated: { status: 401, title: text('Please sign in.', '请先登录。') },
  not_allowed: { status: 403, title: text('Your post does not allow this.', '您的岗位无权进行此操作。') },
  not_found: { status: 404, title: text('There is nothing here.', '没有找到。') },
  conflict: { status: 409, title: text('Somebody else was faster.', '已被他人更新。') },
  duplicate: { status: 409, title: text('There is one with this already.', '已存在相同记录。') },
  stale: { status: 412, title: text('The record has changed in the meantime.', '记录已被更新。') },
  too_large: { status: 413, title: text('The request is too large.', '请求过大。') },
  unsupported: { status: 415, title: text('Send JSON.', '请发送 JSON。') },
  rejected: { status: 422, title: text('This cannot be done like that.', '无法这样操作。') },
  erased: {
    status: 422,
    title: text(
      'This person was erased and is not taken up again. With a new legal basis, data protection can allow it.',
      '此人的数据已被删除，不再收录。如有新的法律依据，可由数据保护负责人放行。',
    ),
  },
  key_reused: {
    status: 422,
    title: text('This Idempotency-Key was used for something else.', '该 Idempotency-Key 已用于其他请求。'),
  },
  version_missing: { status: 428, title: text('The header If-Match is missing.', '缺少 If-Match 请求头。') },
  failed: { status: 500, title: text('Something went wrong on our side.', '服务出现问题。') },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: Text }>

export type ProblemCode = keyof typeof PROBLEMS

/** Thrown anywhere below a route, answered in one place as `application/problem+json` (RFC 9457). */
export class HttpProblem extends Error {
  readonly code: ProblemCode
  readonly problems: readonly Problem[] | undefined
  /** Further members of the answer, as an action's conflict has. */
  readonly more: Readonly<Record<string, unknown>>
  constructor(code: ProblemCode, problems?: readonly Problem[], more: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.problems = problems
    this.more = more
  }
}

export function problemResponse(problem: HttpProblem, language: Language, requestId: string): Response {
  const { status, title } = PROBLEMS[problem.code]
  const body: ProblemDetails = {
    type: `urn:quayside:problem:${problem.code}`,
    title: title[language],
    status,
    code: problem.code,
    requestId,
    ...(problem.problems ? { problems: problem.problems } : {}),
    ...problem.more,
  }
  return Response.json(body, {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
  })
}
