import type { MailToRead } from '#shared/archive/mail-to-read.ts'
import { callWorker, said } from '../../pane/src/call-worker.ts'
import { mailView } from './mail-view.ts'
import { mailWords } from './mail-words.ts'
import { type DeskPage, openPage } from './page.ts'

/** A filed mail, to be read. */
document.body.dataset.page = 'mail'
void openPage(start)

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = mailWords(language)
  const id = location.pathname.split('/').at(-1) ?? ''
  named({ label: say('mail'), title: null })

  async function load(): Promise<void> {
    frame.loading(say('mail'))
    const reply = await callWorker<MailToRead>({ kind: 'session' }, `/v1/mails/${id}`, { language })
    switch (reply.kind) {
      case 'answer':
        return show(reply.answer)
      case 'signed-out':
        return frame.signedOut(words('notAccepted'))
      case 'unreachable':
        return frame.trouble(words('unreachable'), true)
      case 'problem':
        return frame.trouble(words('problem', said(reply.problem)), true)
    }
  }

  async function show(mail: MailToRead): Promise<void> {
    const title = mail.subject ?? say('privateMail')
    frame.trouble(null)
    named({ label: say('mail'), title: null })
    document.title = `${title} · Quayside`
    frame.panel.replaceChildren(...(await mailView(mail, say, language)))
    frame.showing({ title }, null)
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  void load()
}
