import { button, element } from './element.ts'
import { loginOf, type Staff } from './session.ts'
import type { Surroundings } from './view.ts'
import { WORDS } from './words.ts'

/** Asks who is signing in, as Office would ask for an account. Null when the question is closed without an answer. */
export function askWho({ words }: Pick<Surroundings, 'words'>, staff: readonly Staff[]): Promise<Staff | null> {
  return new Promise((answered) => {
    const dialog = element(
      'dialog',
      {
        className: 'who-dialog',
        attributes: { 'aria-labelledby': 'who-title' },
        onclose: () => {
          dialog.remove()
          answered(staff.find((member) => loginOf(member) === dialog.returnValue) ?? null)
        },
      },
      element('h2', { id: 'who-title' }, words(WORDS.whoAreYou)),
      element('p', {}, words(staff.length > 0 ? WORDS.whoHint : WORDS.noStaff)),
      element(
        'ul',
        {},
        ...staff.map((member) =>
          element(
            'li',
            {},
            button(
              { onclick: () => dialog.close(loginOf(member)) },
              element('span', {}, `${member.name} · ${member.alias}`),
              element('small', {}, member.email),
            ),
          ),
        ),
      ),
      button({ className: 'command', onclick: () => dialog.close() }, words(WORDS.cancel)),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}
