import type { Draft, DraftFile, WorkbenchMail } from '../mailbox/mail.ts'
import { button, element, fill } from './element.ts'
import { htmlBody } from './html-body.ts'
import { person } from './person.ts'
import type { Scene } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** The reply that a host would open over the mail, with what Quayside put into it. Nothing is sent from here. */
export function replyForm({ words, change }: Surroundings): View {
  const place = element('section', { className: 'reply-form', hidden: true, ariaLabel: words(WORDS.reply) })
  let shown: Draft | null = null

  return {
    element: place,
    show({ draft }: Scene) {
      if (draft === shown) return
      shown = draft
      place.hidden = draft === null
      fill(place, ...(draft ? parts(draft) : []))
    },
  }

  function parts({ to, subject, html, files }: Draft): HTMLElement[] {
    const discard = button({ className: 'quiet', onclick: () => change({ draft: null }) }, words(WORDS.discard))
    const people = to.length > 0 ? to.map(person) : ['–']
    return [
      element(
        'header',
        {},
        element(
          'dl',
          {},
          element('div', {}, element('dt', {}, words(WORDS.to)), element('dd', {}, ...people)),
          element('div', {}, element('dt', {}, words(WORDS.subject)), element('dd', { dir: 'auto' }, subject)),
          ...(files.length > 0
            ? [element('div', {}, element('dt', {}, words(WORDS.files)), element('dd', {}, ...files.map(fileOf)))]
            : []),
        ),
        discard,
      ),
      htmlBody(html, words(WORDS.replyFrame)),
    ]
  }
}

/** A file by its name and size, which opens. */
function fileOf({ name, bytes, url }: DraftFile): HTMLElement {
  const size = bytes === null ? '–' : `${Math.ceil(bytes / 1024)} kB`
  const link = element('a', { href: url, download: name, dir: 'auto' }, name)
  return element('span', { className: 'file' }, link, ` ${size} `)
}

/** A reply as Outlook begins one. */
export function replyTo(
  { from, replyTo, subject }: WorkbenchMail,
  html: string,
  files: readonly DraftFile[] = [],
): Draft {
  return {
    to: replyTo.length > 0 ? replyTo : from ? [from] : [],
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    html,
    files,
  }
}
