import { layoutFor, type PanelLayout, type Placed } from '#shared/panel/layout.ts'
import type { LayoutAnswer } from '#shared/panel/layout-answer.ts'
import type { Role } from '#shared/trade/user.ts'
import { callWorker, type Reply, said } from '../../pane/src/call-worker.ts'
import { element } from './element.ts'
import { layoutView } from './layout-view.ts'
import { layoutWords } from './layout-words.ts'
import { type DeskPage, openPage } from './page.ts'

/** Where a firm sets which sections the panel of a customer has for each post. */
document.body.dataset.page = 'layout'
void openPage(start)

const PATH = '/v1/panel-layout'

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = layoutWords(language)
  named({ label: say('title'), title: null })
  frame.loading(say('title'))

  async function load(): Promise<void> {
    const reply = await callWorker<LayoutAnswer>({ kind: 'session' }, PATH, { language })
    if (reply.kind === 'answer') return show(reply.answer)
    fail(reply, true)
  }

  function fail(reply: Exclude<Reply<LayoutAnswer>, { kind: 'answer' }>, first: boolean): void {
    if (reply.kind === 'signed-out') {
      frame.signedOut('')
      return void signIn()
    }
    const why =
      reply.kind === 'unreachable'
        ? words('unreachable')
        : reply.problem.code === 'stale'
          ? say('stale')
          : words('problem', said(reply.problem))
    if (first) frame.trouble(why, true)
    else frame.tell(why, 'danger')
  }

  function show(answer: LayoutAnswer): void {
    frame.trouble(null)
    frame.showing({ title: say('title') }, null)
    let { version } = answer
    let layout: PanelLayout = answer.layout ?? {}
    const chooser = element('select', '') as HTMLSelectElement
    chooser.id = 'for-whom'
    const label = element('label', '', say('forWhom'))
    label.setAttribute('for', chooser.id)
    const note = element('p', 'line')
    note.setAttribute('role', 'status')
    const save = button(say('save'), 'primary', () => void store(layout))
    const back = button(say('back'), 'secondary', () => {
      forget()
      draw()
      note.textContent = say('unsaved')
    })
    const view = layoutView(answer, say, (changed, told) => {
      keep(changed)
      note.textContent = [told, say('unsaved')].filter(Boolean).join(' · ')
      options()
    })

    const role = (): Role | null => answer.roles.find(({ key }) => key === chooser.value)?.key ?? null
    const ownOf = (one: Role | null) => (one === null ? layout.everybody : layout.roles?.[one])

    function keep(changed: readonly Placed[]): void {
      const one = role()
      layout =
        one === null ? { ...layout, everybody: changed } : { ...layout, roles: { ...layout.roles, [one]: changed } }
    }

    function forget(): void {
      const one = role()
      const { everybody, roles = {} } = layout
      const others = Object.fromEntries(Object.entries(roles).filter(([key]) => key !== one))
      layout = {
        ...(one !== null && everybody ? { everybody } : {}),
        ...(Object.keys(others).length > 0 ? { roles: others } : {}),
      }
    }

    /** The standard of a post is what it has without a layout of the firm's. */
    function draw(): void {
      options()
      view.show(layoutFor(role() === null ? [] : [role() as Role], layout))
    }

    function options(): void {
      const chosen = chooser.value
      const one = (key: string, name: string, isOwn: boolean) => {
        const option = element('option', '', `${name} (${say(isOwn ? 'own' : 'standard')})`) as HTMLOptionElement
        option.value = key
        return option
      }
      chooser.replaceChildren(
        one('', say('everybody'), ownOf(null) !== undefined),
        ...answer.roles.map(({ key, name }) => one(key, name, ownOf(key) !== undefined)),
      )
      chooser.value = chosen
    }

    async function store(now: PanelLayout): Promise<void> {
      const whole = Object.keys(now).length === 0 ? null : now
      const reply = await callWorker<LayoutAnswer>({ kind: 'session' }, PATH, {
        method: 'PUT',
        language,
        body: { layout: whole },
        headers: { 'If-Match': `"${version}"` },
      })
      if (reply.kind !== 'answer') return fail(reply, false)
      version = reply.answer.version
      note.textContent = ''
      frame.tell(say('saved'), 'good')
    }

    chooser.addEventListener('change', draw)
    const controls = element('div', 'layout-bar', label, chooser, ...(answer.mayEdit ? [save, back] : []), note)
    frame.panel.replaceChildren(controls, view.element)
    draw()
  }

  frame.on('refresh', () => void load())
  frame.on('retry', () => void load())
  void load()
}

function button(label: string, weight: string, act: () => void): HTMLButtonElement {
  const made = element('button', weight, label) as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}
