import { POST_NAMES } from '#shared/access/post-names.ts'
import { choices } from './choices.ts'
import { button, element } from './element.ts'
import { icon } from './icon.ts'
import { loginOf, type Staff } from './session.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

interface Actions {
  selectNothing(): void
  openPane(): void
}

/** The controls of the scene: the pane's button, who is signed in, and what the host is like. */
export function ribbon({ words, change }: Surroundings, staff: readonly Staff[], actions: Actions): View {
  const pane = button(
    { id: 'open-pane', className: 'command', onclick: actions.openPane },
    icon('quay'),
    words(WORDS.openPane),
  )
  const nothing = button(
    { id: 'select-nothing', className: 'command', onclick: actions.selectNothing },
    icon('nothing'),
    words(WORDS.selectNothing),
  )
  const person = element(
    'select',
    { id: 'person', onchange: () => change({ as: person.value || null }) },
    element('option', { value: '' }, words(WORDS.signedOut)),
    ...staff.map((member) => element('option', { value: loginOf(member) }, titleOf(member))),
  )
  const host = choices('host', words(WORDS.host), { outlook: 'Outlook', gmail: 'Gmail' }, (chosen) =>
    change({ host: chosen }),
  )
  const theme = choices(
    'theme',
    words(WORDS.theme),
    { light: words(WORDS.light), dark: words(WORDS.dark), contrast: words(WORDS.contrast) },
    (chosen) => change({ theme: chosen }),
  )
  // Each language is named in itself.
  const language = choices('language', words(WORDS.language), { 'zh-CN': '中文', en: 'English' }, (chosen) =>
    change({ language: chosen }),
  )
  const network = element('input', {
    id: 'cut-network',
    type: 'checkbox',
    attributes: { role: 'switch' },
    onchange: () => change({ networkCut: network.checked }),
  })

  return {
    element: element(
      'section',
      { className: 'ribbon', ariaLabel: words(WORDS.controls) },
      host.element,
      element('div', { className: 'commands' }, pane, nothing),
      element('div', { className: 'person' }, element('label', { htmlFor: 'person' }, words(WORDS.signedInAs)), person),
      theme.element,
      language.element,
      element('label', { className: 'switch' }, network, element('span', {}, words(WORDS.cutNetwork))),
    ),
    show(scene) {
      pane.classList.toggle('active', scene.paneOpen)
      nothing.disabled = scene.mailId === null
      person.value = scene.as ?? ''
      host.choose(scene.host)
      theme.choose(scene.theme)
      language.choose(scene.language)
      network.checked = scene.networkCut
    },
  }

  function titleOf({ name, alias, roles }: Staff): string {
    return `${name} · ${alias} (${roles.map((role) => words(POST_NAMES[role])).join(', ')})`
  }
}
