import type { Language } from '#shared/i18n/language.ts'
import type { MailAttachment, WorkbenchMail } from '../mailbox/mail.ts'
import { avatar } from './avatar.ts'
import { fullDate, senderClock } from './dates.ts'
import { element, fill } from './element.ts'
import { htmlBody } from './html-body.ts'
import { icon } from './icon.ts'
import { sourceOf } from './load-mails.ts'
import { person } from './person.ts'
import { replyForm } from './reply-form.ts'
import type { Scene } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** The open mail: who, when, what. */
export function readingView(around: Surroundings): View {
  const { words } = around
  const reply = replyForm(around)
  const notices = element('div', { className: 'notices', attributes: { role: 'status' } })
  const content = element('div', { className: 'content' })
  let shown: WorkbenchMail | null | undefined

  return {
    element: element(
      'section',
      { className: 'reading', ariaLabel: words(WORDS.mail) },
      notices,
      reply.element,
      content,
    ),
    show(scene: Scene) {
      const { mail, mailId, notices: lines, language } = scene
      reply.show(scene)
      fill(notices, ...lines.map((line) => element('p', { dir: 'auto' }, line)))
      if (mail === shown && mail !== null) return
      shown = mail
      fill(content, ...(mail ? mailParts(mail, language) : [nothing(mailId)]))
      content.scrollTop = 0
    },
  }

  function nothing(mailId: string | null): HTMLElement {
    return element(
      'p',
      { className: 'empty' },
      icon('mail'),
      words(mailId === null ? WORDS.nothingSelected : WORDS.noMail),
    )
  }

  function mailParts(mail: WorkbenchMail, language: Language): HTMLElement[] {
    return [
      element('h2', { className: 'subject', dir: 'auto' }, mail.subject || words(WORDS.noSubject)),
      element(
        'div',
        { className: 'envelope' },
        avatar(mail.from),
        element('div', { className: 'sender' }, mail.from ? person(mail.from) : words(WORDS.noSender)),
        when(mail, language),
        people(mail),
      ),
      ...(mail.attachments.length > 0 ? [attachments(mail.attachments, language)] : []),
      mail.html === null
        ? element('div', { className: 'body', dir: 'auto' }, mail.text)
        : htmlBody(mail.html, words(WORDS.bodyFrame)),
    ]
  }

  function when({ id, sentAt }: WorkbenchMail, language: Language): HTMLElement {
    const clock = sentAt && senderClock(sentAt)
    return element(
      'div',
      { className: 'when' },
      sentAt && element('time', { dateTime: sentAt }, fullDate(sentAt, language)),
      clock && element('span', {}, words(WORDS.senderClock, clock)),
      element('a', { href: sourceOf(id), download: `${id}.eml` }, words(WORDS.source)),
    )
  }

  function people({ to, cc, replyTo }: WorkbenchMail): HTMLElement {
    const lines = [
      { label: WORDS.to, addresses: to },
      { label: WORDS.cc, addresses: cc },
      { label: WORDS.replyTo, addresses: replyTo },
    ].filter(({ addresses }) => addresses.length > 0)
    return element(
      'dl',
      {},
      ...lines.map(({ label, addresses }) =>
        element('div', {}, element('dt', {}, words(label)), element('dd', {}, ...addresses.map(person))),
      ),
    )
  }

  function attachments(files: readonly MailAttachment[], language: Language): HTMLElement {
    return element(
      'ul',
      { className: 'attachments', ariaLabel: words(WORDS.attachments) },
      ...files.map(({ name, bytes }) =>
        element('li', {}, icon('paperclip'), element('bdi', {}, name), element('span', {}, size(bytes, language))),
      ),
    )
  }
}

function size(bytes: number, language: Language): string {
  const kilobytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })
  return kilobytes.format(bytes / 1000)
}
