import type { MailSettings } from '#shared/archive/mail-settings.ts'
import { callWorker, said } from '../../pane/src/call-worker.ts'
import { element } from './element.ts'
import { type MailsWords, mailsWords } from './mails-words.ts'
import { type DeskPage, openPage } from './page.ts'

/** How mails are kept, and which are filed by themselves: seen by everybody, changed by who keeps the house. */
document.body.dataset.page = 'mails'
void openPage(start)

const PATH = '/v1/mail_settings'
const POLICIES = ['metadata', 'snippet', 'full'] as const
const SWITCHES = ['files_threads', 'files_replies'] as const
const LETTERS = ['acknowledges'] as const

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = mailsWords(language)
  named({ label: say('title'), title: null })

  async function load(): Promise<void> {
    frame.loading(say('title'))
    const reply = await callWorker<MailSettings>({ kind: 'session' }, PATH, { language })
    if (reply.kind === 'answer') return show(reply.answer)
    if (reply.kind === 'signed-out') return frame.signedOut(words('notAccepted'))
    frame.trouble(reply.kind === 'problem' ? words('problem', said(reply.problem)) : words('unreachable'), true)
  }

  function show(settings: MailSettings): void {
    frame.trouble(null)
    const form = formOf(settings, say)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void save(form, settings)
    })
    frame.panel.replaceChildren(form)
    frame.showing({ title: say('title') }, null)
  }

  async function save(form: HTMLFormElement, { version }: MailSettings): Promise<void> {
    const typed = new FormData(form)
    const body = {
      body_policy: typed.get('body_policy'),
      ...Object.fromEntries([...SWITCHES, ...LETTERS].map((name) => [name, typed.has(name)])),
    }
    form.setAttribute('aria-busy', 'true')
    const headers = { 'If-Match': `"${version}"` }
    const reply = await callWorker<MailSettings>({ kind: 'session' }, PATH, {
      method: 'PATCH',
      language,
      body,
      headers,
    })
    form.removeAttribute('aria-busy')
    if (reply.kind === 'answer') {
      show(reply.answer)
      return frame.tell(say('saved'), 'good')
    }
    if (reply.kind === 'signed-out') return frame.signedOut(words('notAccepted'))
    if (reply.kind === 'unreachable') return frame.tell(words('notSent'), 'danger')
    if (reply.problem.code !== 'stale') return frame.tell(words('problem', said(reply.problem)), 'danger')
    show(reply.problem.current as unknown as MailSettings)
    frame.tell(say('stale'), 'warning')
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  void load()
}

function formOf(settings: MailSettings, say: MailsWords): HTMLFormElement {
  const choices = POLICIES.map((name) => choice('radio', 'body_policy', name, settings.body_policy === name, say(name)))
  const switches = SWITCHES.map((name) => choice('checkbox', name, 'on', settings[name], say(name)))
  const letters = LETTERS.map((name) => choice('checkbox', name, 'on', settings[name], say(name)))
  const button = element('button', 'primary', say('save'))
  button.setAttribute('type', 'submit')
  const form = element(
    'form',
    'settings',
    group(say('kept'), say('keptHint'), choices),
    group(say('itself'), say('itselfHint'), switches),
    group(say('letters'), say('lettersHint'), letters),
    settings.may_edit ? button : element('p', 'note', say('readOnly')),
  ) as HTMLFormElement
  form.noValidate = true
  if (!settings.may_edit) for (const input of form.querySelectorAll('input')) input.disabled = true
  return form
}

function group(title: string, hint: string, choices: readonly HTMLElement[]): HTMLElement {
  const fields = element('fieldset', '', element('legend', '', title), element('p', 'note', hint), ...choices)
  return element('section', '', fields)
}

function choice(type: 'radio' | 'checkbox', name: string, value: string, checked: boolean, label: string): HTMLElement {
  const input = Object.assign(document.createElement('input'), { type, name, value, checked })
  return element('label', 'choice', input, element('span', '', label))
}
