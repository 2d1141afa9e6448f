import { env } from 'cloudflare:test'
import { TEMPLATE_KINDS } from '#shared/paper/template-kind.ts'
import type { Role } from '#shared/trade/user.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { FILED } from '../../../worker/src/store/files.ts'
import { allowedAtAll, seesField } from '../../fixtures/posts.ts'
import { NOW, newId } from '../firm.ts'
import { ABSENT, type Cell, eachRole, type Met, metBy, pathIds, SOME_ROLES } from './cell.ts'
import { CONTENT } from './filed.ts'
import type { Ask, LargeFirm } from './large-firm.ts'

/** `GET /v1/files/:id`: an address, for whoever may see what the file is about and every class of field in it. */
export function fileCells(firm: LargeFirm): Cell[] {
  const at = (id: string): Ask => ({ method: 'GET', path: `/v1/files/${id}` })
  const foreign = firm.files.theirs.template
  return [
    ...eachRole((role) => [
      ...FILED.flatMap((type) =>
        metBy(firm, role, type).map((met): Cell => {
          const file = fileOf(firm, met) ?? ABSENT
          const may = met.seen && seesField(role, { access: 'sales' })
          const cell = { role, what: `of ${met.whose} ${type}`, ask: at(file) }
          return may ? { ...cell, status: 200, says: '/files/' } : { ...cell, status: 404, absent: at(ABSENT) }
        }),
      ),
      {
        role,
        what: 'a template',
        ask: at(firm.files.ours.template),
        ...(keeps(role) ? { status: 200 } : { status: 404, absent: at(ABSENT) }),
      },
      { role, what: "another firm's template", ask: at(foreign), status: 404, absent: at(ABSENT) },
    ]),
    ...SOME_ROLES.flatMap((role) =>
      Object.entries(pathIds(foreign)).map(([what, id]) => ({
        role,
        what,
        ask: at(id),
        status: 404,
        absent: at(ABSENT),
      })),
    ),
  ]
}

/** `GET /files/:token`: the file, for who was given the address and may still see it; a token of one's own opens nothing. */
export async function linkCells(firm: LargeFirm): Promise<Cell[]> {
  const at = (token: string): Ask => ({ method: 'GET', path: `/files/${token}` })
  const absent = at('nonsense')
  const given = eachFiled(firm).flatMap(([role, met]) => {
    const file = fileOf(firm, met)
    const may = met.seen && seesField(role, { access: 'sales' })
    const address = { role, met, file: file ?? '', firm: firm.tenantId, user: firm.people.readers[role].id }
    return file ? [{ ...address, may, until: NOW + 1 }, ...(may ? [{ ...address, may: false, until: NOW }] : [])] : []
  })
  const tokens = await addresses(given)
  const cells = given.map(
    ({ role, met, may, until }, index): Cell => ({
      role: null,
      what: `${role}’s address of ${met.whose} ${met.type}${until === NOW ? ', run out' : ''}`,
      ask: at(tokens[index] ?? ''),
      ...(may ? { status: 200, says: CONTENT } : { status: 404, absent }),
    }),
  )
  const strangers = [...SOME_ROLES, null].map(
    (role): Cell => ({ role, what: 'a made-up address', ask: at('A'.repeat(43)), status: 404, absent }),
  )
  return [...cells, ...strangers]
}

/** `GET /v1/templates`: for who keeps them and who makes quotations; of the own firm alone. */
export function templateListCells(): Cell[] {
  return eachRole((role): Cell[] => [
    {
      role,
      what: 'the list',
      ask: { method: 'GET', path: '/v1/templates' },
      ...(keeps(role) || allowedAtAll(role, 'quotation', 'create')
        ? { status: 200, says: '"ours"', hides: ['theirs'] }
        : { status: 403 }),
    },
  ])
}

/** `POST /v1/templates`: by who keeps them alone; what is wrong is told and not kept. */
export const templateCells = (): Cell[] =>
  eachRole((role) => {
    const ask = (body: object, key = `by-${role.replaceAll('_', '-')}`): Ask => ({
      method: 'POST',
      path: `/v1/templates?key=${key}&kind=letterhead&name=letterhead.json`,
      headers: { 'Content-Type': TEMPLATE_KINDS.letterhead.mime },
      body,
    })
    if (!keeps(role)) return [{ role, what: 'a letterhead', ask: ask({}), status: 403 }]
    return [
      { role, what: 'a letterhead with a fault', ask: ask({ colour: 'red' }), status: 400, says: 'colour' },
      { role, what: 'a key that is none', ask: ask({}, '..%2F'), status: 400, says: 'key' },
      { role, what: 'a letterhead', ask: ask({ colour: '#112233' }), status: 201, writes: true },
    ]
  })

const fileOf = ({ files }: LargeFirm, { id }: Met): string | undefined =>
  files.ours.of.get(id) ?? files.theirs.of.get(id)

const keeps = (role: Role): boolean => (['admin', 'sales_manager', 'gm'] satisfies Role[] as Role[]).includes(role)

const eachFiled = (firm: LargeFirm): [Role, Met][] =>
  SOME_ROLES.concat('merchandiser', 'purchaser').flatMap((role) =>
    FILED.flatMap((type) => metBy(firm, role, type).map((met): [Role, Met] => [role, met])),
  )

/** Addresses as they would have been given; answers with their tokens. */
async function addresses(
  given: readonly { readonly firm: string; readonly user: string; readonly file: string; readonly until: number }[],
): Promise<string[]> {
  const tokens = given.map(() => newId())
  const hashes = await Promise.all(tokens.map((token) => sha256(token)))
  const insert = env.DB.prepare(
    'INSERT INTO file_links (token_hash, tenant_id, user_id, file_id, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  await env.DB.batch(
    given.map(({ firm, user, file, until }, index) => insert.bind(hashes[index], firm, user, file, until)),
  )
  return tokens
}
