import type { z } from 'zod'
import type { FirmPosts } from '#shared/access/firm-posts.ts'
import { keepsAccess, mayPropose } from '#shared/access/keepers.ts'
import { type AccessChange, aboutOf, consentOf, type Holder } from '#shared/access/proposal.ts'
import { changed, type Objection, objections, postChange, postReset, rolesChange } from '#shared/access/proposing.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import {
  ACCESS_CHAIN,
  decideProposal,
  keepPosts,
  keepProposal,
  OPEN_MAX,
  openProposals,
  type Proposal,
  postSetOf,
  proposalById,
  readProposal,
  staffOf,
  subjectOf,
  tellAccess,
} from '../store/access.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { readRecord } from '../store/records.ts'
import type { Statement } from '../store/statement.ts'
import { writing } from '../store/write.ts'
import { keepersAmong, namesOf, postsIn, readHolder, toldProposal, whyNot } from './access-answer.ts'
import { DecisionBody, type ProposalAnswer, ProposalBody } from './access-shapes.ts'
import type { AppContext } from './app-types.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/** An administrator proposes a change; nothing is otherwise for anybody until a second person agrees. */
export async function propose(context: AppContext): Promise<ProposalAnswer> {
  const { database, person, now, newId } = context.var
  if (!mayPropose(person.access.roles)) throw new HttpProblem('not_allowed')
  const body = await parseBody(context, ProposalBody)
  const asked = { tenant: person.tenantId }
  const [[kept] = [], staff = [], open = []] = await database.batch(
    [postSetOf, staffOf, openProposals].map((make) => make(asked)),
  )
  if (body.version !== Number(kept?.version ?? 0)) throw refused(context, [{ field: 'version', code: 'stale' }])
  const [firm, holders] = [postsIn(kept), staff.map(readHolder)]
  const change = changeOf(context, body, firm, holders)
  const against = objections(change, firm, holders)
  if (against.length > 0) throw refused(context, against)
  const about = aboutOf(change)
  if (open.some((one) => one.about === about)) throw new HttpProblem('duplicate')
  if (open.length >= OPEN_MAX) throw refused(context, [{ field: 'post', code: 'too_many' }])

  const proposal: Proposal = {
    id: newId(),
    status: 'open',
    about,
    change,
    proposedBy: person.id,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
  }
  const values = { ...asked, id: proposal.id, about, change: JSON.stringify(change), by: person.id, now }
  await database.batch([told(context, proposal, 1, 'proposed'), keepProposal(values)])
  return toldProposal(context, proposal, firm, holders, namesOf(staff))
}

function changeOf(
  context: AppContext,
  { post, reset, staff }: z.output<typeof ProposalBody>,
  firm: FirmPosts,
  holders: readonly Holder[],
): AccessChange {
  if (post) return postChange(firm, post.key, post as Parameters<typeof postChange>[2]) ?? same(context, 'post')
  if (reset !== undefined) return postReset(firm, reset) ?? same(context, 'reset')
  const holder = holders.find(({ id }) => id === staff?.id)
  if (!holder || !staff) throw refused(context, [{ field: 'staff.id', code: 'unknown_person' }])
  return rolesChange(holder, staff.roles) ?? same(context, 'staff.roles')
}

function same(context: AppContext, field: string): never {
  throw refused(context, [{ field, code: 'same' }])
}

/** Agrees to a proposal, or withdraws it. Of two who decide at once one does; so of two changes at once. */
export async function decide(context: AppContext): Promise<ProposalAnswer> {
  const { database, person, now } = context.var
  if (!keepsAccess(person.access.roles)) throw new HttpProblem('not_allowed')
  const { decision } = await parseBody(context, DecisionBody)
  const asked = { tenant: person.tenantId, id: context.req.param('id') ?? '' }
  const [[row] = [], [kept] = [], staff = [], [subject] = []] = await database.batch([
    proposalById(asked),
    postSetOf(asked),
    staffOf(asked),
    subjectOf(asked),
  ])
  if (!row) throw new HttpProblem('not_found')
  const proposal = readProposal(row)
  if (proposal.status !== 'open') throw new HttpProblem('conflict')
  const [firm, holders] = [postsIn(kept), staff.map(readHolder)]
  const status = decision === 'agree' ? 'agreed' : 'withdrawn'
  const statements = decision === 'agree' ? agreed(context, proposal, { kept, firm, holders, subject }) : []
  try {
    await database.batch([
      ...statements,
      told(context, proposal, 2, status),
      decideProposal({ ...asked, status, by: person.id, now }),
    ])
  } catch (error) {
    if (error instanceof UniqueViolation) throw new HttpProblem('conflict')
    throw error
  }
  const decided: Proposal = { ...proposal, status, decidedBy: person.id, decidedAt: now }
  return toldProposal(context, decided, firm, holders, namesOf(staff))
}

interface Now {
  readonly kept: Row | undefined
  readonly firm: FirmPosts
  readonly holders: readonly Holder[]
  readonly subject: Row | undefined
}

/** What makes a proposal hold, when it may: the number of the change first, by which a second one at once fails. */
function agreed(context: AppContext, proposal: Proposal, { kept, firm, holders, subject }: Now): Statement[] {
  const { person, now } = context.var
  const { change } = proposal
  const consent = consentOf(proposal, person.id, keepersAmong(holders), now)
  if (consent.kind !== 'agrees' && consent.kind !== 'alone') {
    const message = whyNot(consent, context)
    throw new HttpProblem('rejected', [{ field: 'decision', code: consent.kind, message }])
  }
  const against = objections(change, firm, holders)
  if (against.length > 0) throw refused(context, against)
  const version = Number(kept?.version ?? 0) + 1
  const posts = JSON.stringify(changed(firm, change))
  const number = told(context, proposal, version, consent.kind === 'alone' ? 'agreed alone' : 'agreed', ACCESS_CHAIN)
  const keep = keepPosts({ tenant: person.tenantId, version, posts })
  if (change.kind === 'post' || !subject) return [number, keep]
  const before = readRecord('user', subject)
  const update = { kind: 'update', type: 'user', before, values: { roles: change.after } } as const
  return [number, keep, ...writing(writerOf(context, 'api', 'posts changed'), [update])]
}

/** The audit trail: who proposed, agreed to or withdrew what, when and from where. */
function told(context: AppContext, { id, about, change }: Proposal, version: number, action: string, record = id) {
  const { tenantId: tenant, userId: by, now, surface } = writerOf(context, 'api', action)
  const changes = JSON.stringify([{ field: about, old: change.before, new: change.after }])
  return tellAccess({ tenant, record, version, action, now, by, surface, changes })
}

const SENTENCES: Readonly<Record<Objection['code'], Text>> = {
  same: text('It is so already.', '已是如此。'),
  unknown_post: text('There is no such post.', '没有这个岗位。'),
  unknown_person: text('Nobody who works here has this id.', '没有此 ID 的员工。'),
  twice: text('Each of them once.', '不能重复。'),
  held: text('There are people with this post.', '仍有员工担任此岗位。'),
  last_admin: text('An administrator has to be left.', '至少须保留一位管理员。'),
  too_many: text('There can be 20 of them at most.', '最多只能有 20 个。'),
  too_large: text('All posts together are larger than there is room for.', '所有岗位的内容超出可保存的大小。'),
  stale: text('It has changed since you saw it.', '您看到之后，它已被更新。'),
}

function refused({ var: { language } }: AppContext, against: readonly Objection[]): HttpProblem {
  const stale = against.some(({ code }) => code === 'stale')
  const problems = against.map(({ field, code }) => ({ field, code, message: SENTENCES[code][language] }))
  return new HttpProblem(stale ? 'conflict' : 'rejected', problems)
}
