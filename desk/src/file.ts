import { callWorker, said } from '../../pane/src/call-worker.ts'
import { element } from './element.ts'
import { mailWords } from './mail-words.ts'
import { type DeskPage, openPage } from './page.ts'

/** A file that somebody may see: the address in the page lasts, the one that opens it is theirs for two minutes. */
document.body.dataset.page = 'file'
void openPage(start)

interface FileLink {
  readonly url: string
  readonly name: string
}

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = mailWords(language)
  const id = location.pathname.split('/').at(-1) ?? ''
  named({ label: say('file'), title: null })
  frame.loading(say('file'))

  async function open(): Promise<void> {
    const reply = await callWorker<FileLink>({ kind: 'session' }, `/v1/files/${id}`, { language })
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

  function show({ url, name }: FileLink): void {
    frame.trouble(null)
    document.title = `${name} · Quayside`
    const again = element('button', 'secondary', say('again'))
    again.setAttribute('type', 'button')
    again.addEventListener('click', () => void open())
    frame.panel.replaceChildren(element('section', '', element('p', 'note', say('opened')), again))
    frame.showing({ title: name }, null)
    location.assign(url)
  }

  frame.on('retry', () => void open())
  frame.on('refresh', () => void open())
  frame.on('sign-in', () => void signIn())
  void open()
}
