import { button, element } from '../page/element.ts'
import type { Surroundings } from '../page/view.ts'
import { SCOPE_WORDS } from './scopes.ts'
import { WORDS } from './words.ts'

/** Asks, as Google would, whether the add-on may have what it asks for. False when it is closed without an answer. */
export function askConsent(
  { words }: Pick<Surroundings, 'words'>,
  email: string,
  scopes: readonly string[],
): Promise<boolean> {
  return new Promise((answered) => {
    const sheet = element(
      'dialog',
      {
        className: 'consent gmail',
        attributes: { 'aria-labelledby': 'consent-title' },
        onclose: () => {
          sheet.remove()
          answered(sheet.returnValue === ALLOWED)
        },
      },
      element('h2', { id: 'consent-title' }, words(WORDS.consent)),
      element('p', { className: 'account' }, email),
      element('p', {}, words(WORDS.wants)),
      element('ul', {}, ...scopes.map((scope) => element('li', {}, inWords(scope)))),
      element('p', { className: 'imitation' }, words(WORDS.imitation)),
      element(
        'div',
        { className: 'buttons' },
        button({ onclick: () => sheet.close() }, words(WORDS.cancel)),
        button({ className: 'filled', onclick: () => sheet.close(ALLOWED) }, words(WORDS.allow)),
      ),
    )
    document.body.append(sheet)
    sheet.showModal()
  })

  function inWords(scope: string): string {
    const known = SCOPE_WORDS[scope]
    return known ? words(known) : scope
  }
}

const ALLOWED = 'allowed'
