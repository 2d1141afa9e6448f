import { dateTime } from '#shared/i18n/dates.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { poster } from '../../pane/src/call-worker.ts'
import { paneFrame } from '../../pane/src/frame.ts'
import type { Place } from '../../pane/src/place.ts'
import { startPane } from '../../pane/src/start.ts'
import { keepTheme } from '../../pane/src/theme.ts'
import { wordsIn } from '../../pane/src/words.ts'
import type { Glance } from '../calls.ts'
import { callScript } from './host.ts'
import { orderOfLine } from './order-of-line.ts'
import { watchSelection } from './selection.ts'
import { sheetPart } from './sheet-part.ts'
import { sheetView } from './sheet-view.ts'
import { tokenKeeper } from './sign-in.ts'
import { FRAME_WORDS, sheetWords } from './words.ts'

/** The Worker's address, put in when the page is built; empty where it serves this page itself. */
declare const WORKER_ORIGIN: string

/** The sidebar of a spreadsheet: what was changed in it, and the panel of the selected row. */
keepTheme(null)
void start()

async function start(): Promise<void> {
  const begun = await callScript('begin').catch(() => null)
  const language = languageOf(begun?.language ?? navigator.language)
  document.documentElement.lang = language
  const frameWords = wordsIn(language, FRAME_WORDS)
  const frame = paneFrame(frameWords)
  if (!begun) {
    frame.trouble(frameWords('noAnswer'), true)
    document.getElementById('retry')?.addEventListener('click', () => void start(), { once: true })
    return
  }
  const signIn = tokenKeeper(callScript, Date.now)
  const post = poster(() => signIn({ prompt: false }), language, WORKER_ORIGIN)
  let place: Place = { account: begun.account, message: null, name: null }
  const pane = startPane({
    beside: { surface: 'sheets', place: () => place },
    signIn,
    frame,
    words: frameWords,
    language,
    origin: WORKER_ORIGIN,
  })
  const words = sheetWords(language)
  const sheet = sheetPart({
    view: sheetView(words),
    call: callScript,
    post,
    words,
    frameWords,
    moment: (ms) => dateTime(ms, Intl.DateTimeFormat().resolvedOptions().timeZone),
    changed: () => void pane.refresh(),
    signedOut: () => pane.signOut(),
  })
  await sheet.begin()
  const orderOf = orderOfLine(post)
  watchSelection((last) => callScript('glance', last), moved)

  async function moved({ row }: Glance): Promise<void> {
    if (row !== undefined) {
      const id = row?.type === 'order_line' ? await orderOf(row.id) : row?.id
      const { account } = place
      place = {
        account,
        message: null,
        name: row && id ? row.name : null,
        ...(id ? { shown: { type: 'order', id } } : {}),
      }
      pane.look()
    }
    void sheet.look()
  }
}
