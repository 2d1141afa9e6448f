import { may } from '#shared/access/access.ts'
import type { Message } from '#shared/api.ts'
import { beginningOf } from '#shared/archive/beginning.ts'
import { type FiledContent, type FiledMail, filedContent, filedItem } from '#shared/archive/filed-item.ts'
import type { BodyPolicy } from '#shared/archive/item-key.ts'
import type { MailPart } from '#shared/archive/mail.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { CustomerFile } from '#shared/customer/situation.ts'
import { type Language, type Text, text } from '#shared/i18n/language.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import type { Change } from '#shared/record/change.ts'
import { problem } from '#shared/record/problems.ts'
import type { Files } from '../files/files.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { type OpenedMail, readMail } from '../mail/read-mail.ts'
import { UniqueViolation } from '../store/database.ts'
import { bodyPolicy, filedMail, keepPrivate, readFiled, readPolicy } from '../store/filed.ts'
import { keepFile, type StoredFile } from '../store/files.ts'
import { situationQuery } from '../store/situation.ts'
import type { Statement } from '../store/statement.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import type { FiledMailAnswer, MailQuery } from './mail-shapes.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/**
 * Files a mail: one round trip to see whom it is with and whether it is filed, then its bytes into their places, and one to
 * write it down. Throws {@link HttpProblem}: `rejected` for what is no mail or whose customer is not clear, `not_allowed`,
 * `not_found`; `duplicate` where it is filed with a customer that the reader does not see.
 */
export async function fileMail(
  context: AppContext,
  files: Files,
  raw: Uint8Array<ArrayBuffer>,
  asked: MailQuery,
): Promise<FiledMailAnswer> {
  const { person, database } = context.var
  const mail = await readMail(raw)
  if (!mail) throw refused(context, 'mail', NO_MAIL)
  const record = recordOf(asked)
  const query = situationQuery(person, mail.message, record)
  const look = filedMail(person, mail.message, mail.contentHash)
  const [[known] = [], [firm] = [], ...rows] = await database.batch([look, bodyPolicy(person), ...query.statements])
  const before = readFiled(person, known)
  if (before && !isBare(before)) return answer('already', before)
  if (known && !before) throw new HttpProblem('duplicate')
  const situation = query.read(rows)
  if (!situation) throw new HttpProblem('not_found')
  if (situation.kind !== 'customer') {
    if (record) throw new HttpProblem('not_allowed')
    throw refused(context, 'customer', situation.kind === 'several' ? SEVERAL : UNKNOWN)
  }
  const { file } = situation
  if (asked.customer !== undefined && file.customer.id !== asked.customer) {
    throw new HttpProblem('invalid', [problem('order', 'reference', context.var.language)])
  }
  if (!may(person.access, 'interaction', 'create', file.customer.standing)) throw new HttpProblem('not_allowed')
  if (person.erasureKey !== null) await refuseErased(context, person.erasureKey, mail.message)
  const policy = readPolicy(firm)
  const filing = { file, policy, asked, before }
  const { changes, more } = await filingOf(context, files, { raw, mail }, filing)
  try {
    const [[stored] = []] = await commit(
      database,
      writerOf(context, asked.host, 'file-mail'),
      changes,
      null,
      [look],
      null,
      more,
    )
    const filed = readFiled(person, stored)
    if (!filed) throw new HttpProblem('not_found')
    return answer('filed', filed)
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    // Somebody was faster with the same mail: it is the one item, and theirs.
    const [[row] = []] = await database.batch([look])
    const filed = readFiled(person, row)
    if (!filed) throw new HttpProblem('duplicate')
    return answer('already', filed)
  }
}

/** Before its bytes are put anywhere. */
async function refuseErased({ var: { person, database } }: AppContext, secret: string, { from, to, cc }: Message) {
  const { refuseErased: refuse } = await import('../store/erased.ts')
  await refuse(database, { tenantId: person.tenantId, secret }, { from, to, cc })
}

const recordOf = ({ customer, order }: MailQuery) =>
  order !== undefined
    ? ({ type: 'order', id: order } as const)
    : customer !== undefined
      ? ({ type: 'customer', id: customer } as const)
      : undefined

/** Only its headers are filed: whoever has the mail itself adds the rest. */
const isBare = ({ item }: FiledMail): boolean => item.content_hash === null && item.visibility !== 'private'

interface Filing {
  readonly file: CustomerFile
  readonly policy: BodyPolicy
  readonly asked: MailQuery
  readonly before: FiledMail | null
}

async function filingOf(
  context: AppContext,
  files: Files,
  { raw, mail }: { readonly raw: Uint8Array<ArrayBuffer>; readonly mail: OpenedMail },
  { file, policy, asked, before }: Filing,
): Promise<{ changes: Change[]; more: Statement[] }> {
  const { person, newId, now } = context.var
  const { contact, customer, orders } = file
  const isPrivate = asked.visibility === 'private' && before === null
  const id = before?.item.id ?? newId()
  const kept = await keptFiles(files, person.tenantId, { raw, mail }, { policy, isPrivate, id, newId })
  const attachments = mail.attachments.map((part) => {
    const stored = kept.parts.get(part)
    return stored ? { ...part, file_id: stored.id } : part
  })
  const bodyRef = kept.whole?.id ?? null
  const snippet = policy === 'metadata' ? null : beginningOf(mail.text) || null
  const content: FiledContent = filedContent(mail.message, attachments, { snippet, bodyRef, contact })
  const statements = [...(kept.whole ? [kept.whole] : []), ...kept.parts.values()].map((one) =>
    keepFile(person, one, now),
  )
  if (before) {
    const values = { ...content, content_hash: mail.contentHash, in_reply_to: mail.inReplyTo }
    return { changes: [{ kind: 'update', type: 'interaction', before: before.item, values }], more: statements }
  }
  const order = asked.order ?? mentionedOrder(mail.message.subject ?? '', orders)?.id ?? null
  const values = filedItem(mail, mail.message, content, {
    customerId: customer.id,
    orderId: order,
    contact,
    parties: partiesOf(mail.message, person.domains),
    isPrivate,
    how: asked.how,
    thread: asked.thread ?? null,
    filer: person.id,
    now,
  })
  return {
    changes: [{ kind: 'create', type: 'interaction', id, values }],
    more: [...statements, ...(isPrivate ? [keepPrivate(person, id, content)] : [])],
  }
}

interface Kept {
  /** The mail itself, as a file like those in it. */
  readonly whole: StoredFile | null
  readonly parts: ReadonlyMap<MailPart, StoredFile>
}

/** Puts what the firm keeps into its place, one after another: of the parts no two are held at once. */
async function keptFiles(
  files: Files,
  tenantId: string,
  { raw, mail }: { readonly raw: Uint8Array<ArrayBuffer>; readonly mail: OpenedMail },
  {
    policy,
    isPrivate,
    id,
    newId,
  }: { readonly policy: BodyPolicy; readonly isPrivate: boolean; readonly id: string; readonly newId: () => string },
): Promise<Kept> {
  const parts = new Map<MailPart, StoredFile>()
  if (policy === 'metadata') return { whole: null, parts }
  const about = { type: isPrivate ? 'private_mail' : 'interaction', id } as const
  const keep = (name: string, mime: string, bytes: Uint8Array<ArrayBuffer>) =>
    keepBytes(files, tenantId, { id: newId(), name, mime, bytes, about, shows: [] })
  const whole = policy === 'full' ? await keep('mail.eml', 'message/rfc822', raw) : null
  for (const part of mail.attachments) parts.set(part, await keep(part.name, part.mime, mail.bytesOf(part)))
  return { whole, parts }
}

function answer(outcome: FiledMailAnswer['outcome'], { item, filer }: FiledMail): FiledMailAnswer {
  return {
    outcome,
    id: item.id,
    version: item.version,
    customer_id: item.customer_id,
    order_id: item.order_id,
    contact_id: item.contact_id,
    subject: item.subject,
    occurred_at: item.occurred_at,
    filed_by: item.filed_by,
    filed_by_name: filer,
    filed_at: item.created_at,
    visibility: item.visibility ?? 'team',
    attachments: (item.attachments ?? []) as FiledMailAnswer['attachments'],
    body_ref: item.body_ref,
  }
}

const refused = ({ var: { language } }: { readonly var: { readonly language: Language } }, field: string, why: Text) =>
  new HttpProblem('rejected', [{ field, code: 'mail', message: why[language] }])

const NO_MAIL = text('This is not a mail: nobody is named who wrote it.', '这不是一封邮件：没有发件人。')
const UNKNOWN = text('No customer is known for this mail: name one.', '无法识别该邮件的客户，请指定客户。')
const SEVERAL = text('More than one customer fits this mail: name one.', '有多个客户与该邮件匹配，请指定一个。')
