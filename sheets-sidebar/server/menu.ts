import { type Language, languageOf, say } from '#shared/i18n/language.ts'
import * as host from './host.ts'
import { WORDS } from './words.ts'

/** Called by Google when a spreadsheet is opened, perhaps before anybody has agreed to anything. */
export function onOpen(): void {
  host.addMenu({ label: say(WORDS.menu, menuLanguage()), call: 'showSidebar' })
}

/** Without a menu nobody could even agree: it comes in English where the language may not be asked yet. */
function menuLanguage(): Language {
  try {
    return languageOf(host.language())
  } catch {
    return 'en'
  }
}

/** Called by Google once the add-on is installed, in the spreadsheet where that was done. */
export function onInstall(): void {
  onOpen()
}

export function showSidebar(): void {
  host.showPage('sidebar', 'Quayside')
}
