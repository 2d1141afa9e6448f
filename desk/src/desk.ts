import { deskPath, recordAt } from '#shared/desk/path.ts'
import { startPane } from '../../pane/src/start.ts'
import { offerChatFiles } from './chat-picker.ts'
import { historyOf } from './history.ts'
import { type DeskPage, openPage } from './page.ts'
import type { SignedIn } from './session.ts'

/** A wide page of the desk: the panel of the record in its address, or of none, and the record's history. */
const record = recordAt(location.pathname)
document.body.dataset.page = record?.type ?? 'home'
void openPage(record === undefined ? null : start)

function start({ language, words, own, frame, signIn, named }: DeskPage, { id }: SignedIn): void {
  const history = record && historyOf({ record, language, words: own, named })
  startPane({
    beside: {
      surface: 'desk',
      wide: true,
      place: () => ({ account: id, message: null, ...(record ? { shown: record } : {}), name: null }),
      // Each has a page of its own: the browser's way back is the way back.
      open: (opened) => location.assign(deskPath(opened.type, opened.id)),
      saved: () => void history?.load(),
    },
    signIn: async ({ prompt }) => (prompt ? signIn() : { kind: 'session' }),
    frame: {
      ...frame,
      signedOut(why) {
        history?.clear()
        named(null)
        frame.signedOut(why)
      },
    },
    words,
    language,
  })
  offerChatFiles(frame, language)
  void history?.load()
  frame.on('refresh', () => void history?.load())
}
