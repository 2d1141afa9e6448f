import { writeListPage } from '#shared/customer/list-page.ts'
import { deskPath, listAt, recordAt } from '#shared/desk/path.ts'
import { startPane } from '../../pane/src/start.ts'
import { historyOf } from './history.ts'
import { type DeskPage, openPage } from './page.ts'
import type { SignedIn } from './session.ts'

/** A wide page of the desk: the panel of the record in its address, or of none, and the record's history. */
const list = listAt(location.pathname)
const record = list ? { type: 'customer' as const, id: list.customerId } : recordAt(location.pathname)
document.body.dataset.page = list ? 'list' : (record?.type ?? 'home')
void openPage(record === undefined ? null : start)

function start({ language, words, own, frame, signIn, named }: DeskPage, { id }: SignedIn): void {
  const history = record && !list ? historyOf({ record, language, words: own, named }) : null
  if (list) named({ label: own(list.plural), title: null })
  startPane({
    beside: {
      surface: 'desk',
      wide: true,
      place: () => ({ account: id, message: null, ...(record ? { shown: record } : {}), name: null }),
      // Each has a page of its own: the browser's way back is the way back.
      open: (opened) => location.assign(deskPath(opened.type, opened.id)),
      saved: () => void history?.load(),
      ...(list ? { see: writeListPage({ plural: list.plural, before: null }) } : {}),
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
  // A conversation is brought to a customer; nobody else has to wait for what reads one.
  if (record) void import('./chat-picker.ts').then(({ offerChatFiles }) => offerChatFiles(frame, language))
  void history?.load()
  frame.on('refresh', () => void history?.load())
}
