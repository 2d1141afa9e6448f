import { accessOf, may } from '#shared/access/access.ts'
import { toBeLookedAt } from '#shared/access/blanked.ts'
import { exampleSituation } from '#shared/access/example-file.ts'
import { keepsAccess } from '#shared/access/keepers.ts'
import { comparedTo, hiddenFrom, shownOf } from '#shared/access/looked-at.ts'
import { changed } from '#shared/access/proposing.ts'
import { INVOLVED, OWN, type Standing, SUBTREE, TEAM } from '#shared/access/standing.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { etagOf } from '#shared/panel/etag.ts'
import type { Section } from '#shared/panel/panel.ts'
import { renderSectionHtml } from '#shared/panel/render/html.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { problem } from '#shared/record/problems.ts'
import { postSetOf, proposalById, readProposal, tellLook } from '../store/access.ts'
import type { Row } from '../store/database.ts'
import { peopleNamed } from '../store/people.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { situationQuery } from '../store/situation.ts'
import { postsIn } from './access-answer.ts'
import { type NEAR, type PreviewAnswer, PreviewBody } from './access-shapes.ts'
import type { AppContext, Person } from './app-types.ts'
import { personOf } from './authenticate.ts'
import { viewFor } from './panel-answer.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/**
 * A customer as a member of staff sees it, by the code that draws it for them, today and with a proposal. Who looks is
 * shown no value that they do not see themselves: see `shared/access/looked-at.ts`. Without a customer of their own to
 * look at it is an example. It is kept who looked as whom.
 */
export async function preview(context: AppContext): Promise<PreviewAnswer> {
  const { database, person, language, now } = context.var
  if (!keepsAccess(person.access.roles)) throw new HttpProblem('not_allowed')
  const asked = await parseBody(context, PreviewBody)
  const { customer, near = null, proposal = null, user } = asked
  const [[row] = [], [kept] = [], [proposed] = [], [wanted] = []] = await database.batch([
    peopleNamed({ people: JSON.stringify([[person.tenantId, user]]) }),
    postSetOf({ tenant: person.tenantId }),
    proposalById({ tenant: person.tenantId, id: proposal }),
    ...(customer === undefined ? [] : [recordById('customer', person, customer)]),
  ])
  if (customer !== undefined && !seenRecord('customer', person, wanted)) throw new HttpProblem('not_found')
  if (!row) throw new HttpProblem('invalid', [problem('user', 'reference', language)])
  if (proposal !== null && !proposed) throw new HttpProblem('invalid', [problem('proposal', 'reference', language)])

  const before = personOf(row, now)
  const after = proposed ? withProposal(before, kept, proposed) : null
  const people = [before, ...(after ? [after] : []), person]
  const look = tellLook(lookOf(context, asked))
  const situations = near === null ? await read(context, people, customer ?? '', look) : null
  if (near !== null) await database.batch([look])

  const own = situations?.at(-1) ?? null
  const shown = people.slice(0, -1).map((one, at) => {
    const situation = situations?.[at] ?? null
    const standing = near === null ? standingIn(situation) : NEARNESS[near]
    if (near === null ? situation === null : !may(one.access, 'customer', 'view', standing)) return null
    const ownStanding = near === null ? standingIn(own) : null
    return shownOf({
      theirs: situation ? sections(context, one, situation) : [],
      own: own ? sections(context, person, own) : [],
      example: sections(context, one, exampleFor(one, now, standing)),
      ownExample: ownStanding === null ? [] : sections(context, person, exampleFor(person, now, ownStanding)),
    })
  })
  const [was = null, will = null] = shown
  const title = own?.kind === 'customer' ? own.file.customer.name : ''
  const drawn = (seen: Section[] | null, other: Section[] | null, side: 'before' | 'after', of: Person) => ({
    title: seen && title,
    sections: seen ? comparedTo(seen, other ?? [], side, language).map((one) => html(one, side)) : [],
    hidden: hiddenFrom(of, language),
  })
  const html = ({ section, change, told }: ReturnType<typeof comparedTo>[number], side: string) => ({
    key: section.key,
    title: section.title,
    html: renderSectionHtml({ ...section, key: `${side}-${section.key}` }, etagOf(section), language),
    change,
    told: [...told],
  })
  return {
    as: before.alias,
    example: near !== null,
    before: drawn(was, after ? will : was, 'before', before),
    after: after && drawn(will, was, 'after', after),
  }
}

/** Each reads for themselves; that somebody looked is kept in the same trip. */
async function read(
  { var: { database } }: AppContext,
  people: readonly Person[],
  id: string,
  look: ReturnType<typeof tellLook>,
): Promise<(Situation | null)[]> {
  const queries = people.map((one) => situationQuery(one, undefined, { type: 'customer', id }))
  const [, ...rows] = await database.batch([look, ...queries.flatMap(({ statements }) => statements)])
  return queries.map(({ statements, read }) => read(rows.splice(0, statements.length)))
}

/** Somebody as they would be, were the proposal agreed to. */
function withProposal(person: Person, kept: Row | undefined, row: Row): Person {
  const { change } = readProposal(row)
  const roles = change.kind === 'roles' && change.user === person.id ? change.after : person.access.roles
  return { ...person, access: accessOf(roles, changed(postsIn(kept), change)) }
}

const sections = ({ var: { now, language } }: AppContext, person: Person, situation: Situation): Section[] =>
  toBeLookedAt(situationPanel(situation, viewFor(person, now, language, null)))

const exampleFor = ({ fields, today }: Person, now: number, standing: Standing): Situation =>
  exampleSituation({ fields, now, today }, standing)

const standingIn = (situation: Situation | null): Standing =>
  situation?.kind === 'customer' ? (situation.file.customer.standing ?? 0) : 0

const NEARNESS: Readonly<Record<(typeof NEAR)[number], Standing>> = {
  own: OWN | SUBTREE,
  involved: INVOLVED,
  team: TEAM,
  below: SUBTREE,
  other: 0,
}

function lookOf(context: AppContext, { user, customer, near, proposal }: PreviewBody) {
  const { tenantId: tenant, userId: by, now, surface } = writerOf(context, 'api', 'looked')
  const changes = [
    { field: 'as', new: user },
    { field: 'customer', new: customer ?? near },
    ...(proposal === undefined ? [] : [{ field: 'proposal', new: proposal }]),
  ]
  return { tenant, action: 'looked', now, by, surface, changes: JSON.stringify(changes) }
}
