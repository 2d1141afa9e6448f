import { CLASS_NAMES, postName, SCOPE_NAMES, typeName, VERB_NAMES } from '#shared/access/access-words.ts'
import { toldChange } from '#shared/access/change-told.ts'
import { type FirmPosts, postOf } from '#shared/access/firm-posts.ts'
import { GRANTED_TYPES, scopesOf, verbsOf } from '#shared/access/grantable.ts'
import { keepsAccess, mayPropose } from '#shared/access/keepers.ts'
import { canonical } from '#shared/access/post-schema.ts'
import { type Consent, consentOf, type Holder } from '#shared/access/proposal.ts'
import { STANDARD_POSTS } from '#shared/access/standard-posts.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import {
  agreedProposals,
  lastLooks,
  openProposals,
  type Proposal,
  postSetOf,
  readProposal,
  staffOf,
  withdrawnProposals,
} from '../store/access.ts'
import type { Row } from '../store/database.ts'
import type { AccessAnswer, ProposalAnswer } from './access-shapes.ts'
import type { AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** Everything about who may do what in the firm: one round trip. */
export async function whole(context: AppContext): Promise<AccessAnswer> {
  const { database, person, language } = context.var
  if (!keepsAccess(person.access.roles)) throw new HttpProblem('not_allowed')
  const asked = { tenant: person.tenantId }
  const [[kept] = [], staff = [], open = [], agreed = [], withdrawn = [], looks = []] = await database.batch(
    [postSetOf, staffOf, openProposals, agreedProposals, withdrawnProposals, lastLooks].map((make) => make(asked)),
  )
  const firm = postsIn(kept)
  const holders = staff.map(readHolder)
  const decided = [...agreed, ...withdrawn].map(readProposal).sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0))
  const name = namesOf(staff)
  const choices = <K extends string>(names: Readonly<Record<K, Text>>) =>
    Object.fromEntries(Object.entries<Text>(names).map(([key, label]) => [key, label[language]]))
  return {
    version: Number(kept?.version ?? 0),
    mayPropose: mayPropose(person.access.roles),
    types: GRANTED_TYPES.map((key) => ({
      key,
      label: typeName(key, language),
      verbs: [...verbsOf(key)],
      scopes: [...scopesOf(key)],
    })).filter(({ verbs }) => verbs.length > 0),
    verbs: choices(VERB_NAMES),
    scopes: choices(SCOPE_NAMES),
    classes: choices(CLASS_NAMES),
    posts: keysOf(firm).map((key) => toldPost(key, firm, context)),
    staff: holders.map(({ id, roles, active }, at) => ({
      id,
      alias: String(staff[at]?.alias),
      name: String(staff[at]?.display_name),
      roles: [...roles],
      active,
    })),
    proposals: [...open.map(readProposal), ...decided].map((one) => toldProposal(context, one, firm, holders, name)),
    looks: looks.map(({ at, actor, changes }) => ({
      at: Number(at),
      by: name(String(actor)),
      as: name(String((JSON.parse(String(changes)) as { new: unknown }[])[0]?.new)),
    })),
  }
}

/** What the firm has made of its posts; nothing where it has no row. */
export const postsIn = (kept: Row | undefined): FirmPosts => JSON.parse(String(kept?.posts ?? '{}')) as FirmPosts

/** The keys of all posts: the standard ones, then what the firm has added. */
export const keysOf = (firm: FirmPosts): string[] => [
  ...new Set([...Object.keys(STANDARD_POSTS), ...Object.keys(firm)]),
]

export const readHolder = (row: Row): Holder => ({
  id: String(row.id),
  roles: JSON.parse(String(row.roles)) as string[],
  active: row.status === 'active',
})

/** Those who may agree to something now. */
export const keepersAmong = (holders: readonly Holder[]): string[] =>
  holders.filter(({ roles, active }) => active && keepsAccess(roles)).map(({ id }) => id)

export function namesOf(staff: readonly Row[]): (id: string) => string {
  const names = new Map(staff.map((row) => [String(row.id), String(row.alias)]))
  return (id) => names.get(id) ?? '–'
}

function toldPost(key: string, firm: FirmPosts, { var: { language } }: AppContext): AccessAnswer['posts'][number] {
  const { label, grants, sees } = canonical(postOf(key, firm) ?? { grants: {}, sees: [] })
  return {
    key,
    label: postName(key, firm, language),
    names: label ?? null,
    changed: Object.hasOwn(firm, key) && Object.hasOwn(STANDARD_POSTS, key),
    grants: grants as AccessAnswer['posts'][number]['grants'],
    sees: [...sees],
  }
}

/** A proposal for whoever reads it, and whether they may agree to it. */
export function toldProposal(
  context: AppContext,
  proposal: Proposal,
  firm: FirmPosts,
  holders: readonly Holder[],
  name: (id: string) => string,
): ProposalAnswer {
  const { person, language, now } = context.var
  const { change, status } = proposal
  const consent = consentOf(proposal, person.id, keepersAmong(holders), now)
  const may = consent.kind === 'agrees' || consent.kind === 'alone'
  const added = change.kind === 'post' && change.after?.label ? { ...firm, [change.key]: change.after } : firm
  return {
    id: proposal.id,
    status,
    about: change.kind === 'post' ? postName(change.key, added, language) : name(change.user),
    told: toldChange(change, firm, language),
    by: name(proposal.proposedBy),
    at: proposal.proposedAt,
    decidedBy: proposal.decidedBy && name(proposal.decidedBy),
    decidedAt: proposal.decidedAt,
    mayAgree: status === 'open' && may,
    waits: status === 'open' && !may ? whyNot(consent, context) : null,
    user: change.kind === 'roles' ? change.user : null,
    post: change.kind === 'post' ? change.key : null,
  }
}

const OWN = text('Somebody else has to agree: you proposed it.', '这是您提出的，须由其他人同意。')
const SUBJECT = text('Somebody else has to agree: it is about yourself.', '此项涉及您本人，须由其他人同意。')
const WAITS = text(
  'There is nobody else who could agree. You may do it yourself from {time}.',
  '没有其他人可以同意。{time} 之后您可以自行确认。',
)

/** Why somebody may not agree, for them to read. */
export function whyNot(consent: Consent, { var: { person, language } }: AppContext): string {
  if (consent.kind === 'waits') {
    return say(WAITS, language, { time: dateTime(consent.until, person.timezone) })
  }
  return (consent.kind === 'subject' ? SUBJECT : OWN)[language]
}
