import type { FiledPart, Participant } from '#shared/archive/filed-item.ts'
import type { MailToRead } from '#shared/archive/mail-to-read.ts'
import { deskPath, filePath, leavePath } from '#shared/desk/path.ts'
import type { Language } from '#shared/i18n/language.ts'
import { element, isolated } from './element.ts'
import { mailText } from './mail-text.ts'
import type { MailWords } from './mail-words.ts'

/** A filed mail: who wrote what to whom and when, what is attached, and its letter. */
export async function mailView(mail: MailToRead, words: MailWords, language: Language): Promise<HTMLElement[]> {
  if (mail.subject === null)
    return [part(words('mail'), note(words('privateOfOther'), 'info'), headOf(mail, words, language))]
  return [
    part(words('mail'), headOf(mail, words, language)),
    ...(mail.attachments.length > 0 ? [attachmentsOf(mail.attachments, words)] : []),
    part(words('text'), ...(await bodyOf(mail, words, language))),
  ]
}

function part(title: string, ...content: Node[]): HTMLElement {
  return element('section', '', element('h2', '', title), ...content)
}

function note(said: string, tone?: 'info' | 'warning'): HTMLElement {
  const made = element('p', 'note', said)
  if (tone) made.dataset.tone = tone
  return made
}

function headOf(mail: MailToRead, words: MailWords, language: Language): HTMLElement {
  const { participants, occurred_at, customer, filed_at, filed_by_name, filed_how, visibility } = mail
  const of = (role: Participant['role']) => participants.filter((one) => one.role === role)
  // On the reader's own clock.
  const at = (moment: number, style: 'full' | 'medium') =>
    new Intl.DateTimeFormat(language, { dateStyle: style, timeStyle: style === 'full' ? 'long' : 'short' }).format(
      moment,
    )
  const when = at(filed_at, 'medium')
  const filed =
    filed_how !== null && filed_how !== 'manual'
      ? words('byItself', { when })
      : words('filedBy', { who: filed_by_name ?? 'Quayside', when })
  return element(
    'dl',
    '',
    ...(['from', 'to', 'cc'] as const).flatMap((role) =>
      of(role).length > 0 ? [fact(words(role), peopleOf(of(role)))] : [],
    ),
    fact(words('date'), [isolated(at(occurred_at, 'full'), 'value')]),
    ...(customer ? [fact(words('customer'), [customerLink(customer)])] : []),
    fact(words('filed'), [
      isolated(filed, 'value'),
      ...(visibility === 'private' && mail.subject !== null ? [isolated(words('isPrivate'), 'detail')] : []),
    ]),
  )
}

const fact = (label: string, values: readonly (Node | string)[]): HTMLElement =>
  element('div', 'fact', element('dt', '', label), element('dd', '', ...values))

/** The address always, for a name can say anything. */
const peopleOf = (people: readonly Participant[]): Node[] =>
  people.map(({ name, address }) =>
    element(
      'span',
      'value person',
      ...(name ? [isolated(name), ' '] : []),
      isolated(name ? `<${address}>` : address, 'detail'),
    ),
  )

function customerLink({ id, name }: { readonly id: string; readonly name: string }): HTMLElement {
  const link = element('a', '', isolated(name))
  link.setAttribute('href', deskPath('customer', id))
  return link
}

function attachmentsOf(attachments: readonly FiledPart[], words: MailWords): HTMLElement {
  const list = element('ul', 'attachments', ...attachments.map((one) => element('li', '', ...attachmentOf(one, words))))
  list.setAttribute('role', 'list')
  return part(words('attachments', { count: String(attachments.length) }), list)
}

function attachmentOf({ name, bytes, file_id }: FiledPart, words: MailWords): (Node | string)[] {
  const detail = isolated([sizeOf(bytes), file_id ? '' : words('notKept')].filter(Boolean).join(' · '), 'detail')
  if (!file_id) return [isolated(name), ' ', detail]
  const link = element('a', '', isolated(name))
  link.setAttribute('href', filePath(file_id))
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener')
  return [link, ' ', detail]
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

async function bodyOf(
  { body, kept, shortened, subject }: MailToRead,
  words: MailWords,
  language: Language,
): Promise<HTMLElement[]> {
  const told = [
    ...(kept === 'full' ? [] : [note(words(kept))]),
    ...(shortened ? [note(words('shortened'), 'info')] : []),
  ]
  if (body === null) return told
  if (body.kind === 'text') return [...told, body.text.trim() ? mailText(body.text) : note(words('empty'))]
  const { cleanMail } = await import('./clean-mail.ts')
  const leave = (address: string) => location.origin + leavePath(address)
  const { document, blocked } = cleanMail(body.html, body.pictures, { leave, language })
  const count = blocked === 1 ? words('blockedOne') : words('blocked', { count: String(blocked) })
  return [...told, ...(blocked > 0 ? [note(count, 'info')] : []), frameOf(document, subject ?? words('text'))]
}

/** A page of nobody: it runs nothing, has no origin, and asks for nothing. What it links to opens beside it, as a page of its own. */
function frameOf(document: string, title: string): HTMLElement {
  const frame = element('iframe', 'mail-frame') as HTMLIFrameElement
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')
  frame.referrerPolicy = 'no-referrer'
  frame.title = title
  frame.srcdoc = document
  return frame
}
