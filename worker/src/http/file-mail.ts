import { may, mayAtAll } from '#shared/access/access.ts'
import type { Message } from '#shared/api.ts'
import { beginningOf } from '#shared/archive/beginning.ts'
import { type FiledContent, type FiledMail, filedContent, filedItem } from '#shared/archive/filed-item.ts'
import type { BodyPolicy } from '#shared/archive/item-key.ts'
import type { MailPart } from '#shared/archive/mail.ts'
import type { ReadMessage } from '#shared/customer/match/read-message.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { CustomerFile } from '#shared/customer/situation.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { mentionedOrder } from '#shared/order/mentioned.ts'
import { languageOfText } from '#shared/recognition/language.ts'
import type { Change } from '#shared/record/change.ts'
import { problem } from '#shared/record/problems.ts'
import type { Files } from '../files/files.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { type OpenedMail, readMail } from '../mail/read-mail.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { bodyPolicy, filedMail, keepPrivate, ownerOf, readFiled, readPolicy } from '../store/filed.ts'
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
 * `not_found`; `duplicate` where it is filed with a customer that the reader does not see: whose that is, and nothing more (domain 9.1).
 */
export async function fileMail(
  context: AppContext,
  files: Files,
  raw: Uint8Array<ArrayBuffer>,
  asked: MailQuery,
): Promise<FiledMailAnswer> {
  const { person, database } = context.var
  // Who files nothing is not told what is filed.
  if (!mayAtAll(person.access, 'interaction', 'create')) throw new HttpProblem('not_allowed')
  const opened = await readMail(raw)
  if (!opened) throw refused(context, 'mail', NO_MAIL)
  // By the conversation, too, it is known whose it is.
  const mail = { ...opened, message: { ...opened.message, conversationId: asked.thread ?? null } }
  const seen = asked.how === 'plugin_auto' ? await warningly(context, mail) : mail.message
  const record = recordOf(asked)
  const query = situationQuery(person, seen, record)
  const look = filedMail(person, mail.message, mail.contentHash)
  const [[known] = [], [firm] = [], ...rows] = await database.batch([look, bodyPolicy(person), ...query.statements])
  const before = readFiled(person, known)
  if (before && !isBare(before)) return answer('already', before)
  const situation = query.read(rows)
  if (!situation) throw new HttpProblem('not_found')
  if (known && !before) throw await elsewhere(context, known)
  if (situation.kind !== 'customer') {
    if (record) throw new HttpProblem('not_allowed')
    throw refused(context, 'customer', situation.kind === 'several' ? SEVERAL : UNKNOWN)
  }
  const { file } = situation
  if (asked.customer !== undefined && file.customer.id !== asked.customer) {
    throw new HttpProblem('invalid', [problem('order', 'reference', context.var.language)])
  }
  if (!may(person.access, 'interaction', 'create', file.customer.standing)) throw new HttpProblem('not_allowed')
  if (asked.how === 'plugin_auto' && !situation.filesItself) throw refused(context, 'how', NOT_BY_ITSELF)
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
    if (row && !filed) throw await elsewhere(context, row)
    if (!filed) throw new HttpProblem('duplicate')
    return answer('already', filed)
  }
}

/** It is filed with a customer of somebody else: whose, for who wants to ask, and nothing of the customer or the item. */
async function elsewhere({ var: { person, database, language } }: AppContext, known: Row): Promise<HttpProblem> {
  const [[row] = []] = await database.batch([ownerOf(person, String(known.customer_id))])
  const owner = typeof row?.alias === 'string' ? row.alias : null
  const title = owner === null ? NOBODYS[language] : say(COLLEAGUES, language, { owner })
  return new HttpProblem('duplicate', undefined, { title, owner })
}

/** With what its letter tells to beware of: nobody has looked at a mail that is filed by itself. */
async function warningly({ var: { person } }: AppContext, { message, text }: OpenedMail): Promise<ReadMessage> {
  const { readOpenMail } = await import('#shared/recognition/mail-reading.ts')
  const known = { ownDomains: person.domains, customerDomains: [], timezone: person.timezone }
  const read = readOpenMail({ ...message, letter: { text: text.slice(0, LETTER_MAX) } }, known)
  return { ...message, bankChange: read?.bankChange ?? null }
}

/** As much of a letter as is read beside an open mail. */
const LETTER_MAX = 30_000

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
    const language = languageOfText(mail.text)?.language ?? null
    const values = { ...content, content_hash: mail.contentHash, in_reply_to: mail.inReplyTo, language }
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
    reason: asked.reason || null,
    language: languageOfText(mail.text)?.language ?? null,
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

const COLLEAGUES = text(
  'It is filed already, with a customer of {owner}: ask them.',
  '该邮件已归档至 {owner} 的客户名下，请与其联系。',
)
const NOBODYS = text(
  'It is filed already, with a customer that nobody has yet.',
  '该邮件已归档至一个暂无负责人的客户。',
)
const NOT_BY_ITSELF = text('Mails like this are not filed by themselves.', '此类邮件不会自动归档。')
const NO_MAIL = text('This is not a mail: nobody is named who wrote it.', '这不是一封邮件：没有发件人。')
const UNKNOWN = text('No customer is known for this mail: name one.', '无法识别该邮件的客户，请指定客户。')
const SEVERAL = text('More than one customer fits this mail: name one.', '有多个客户与该邮件匹配，请指定一个。')
