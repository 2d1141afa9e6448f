import type { SheetPull, SheetType } from '#shared/sheet/api.ts'
import { type Post, type Reply, said } from '../../pane/src/call-worker.ts'
import type { Words } from '../../pane/src/words.ts'
import type { CellPlace, SheetChanges } from '../calls.ts'
import { cellName, type Finding, findingsOf, stillOpen } from './findings.ts'
import { type Call, focusSheet } from './host.ts'
import { push } from './pushing.ts'
import type { SheetView } from './sheet-view.ts'
import type { SheetWords } from './words.ts'

interface Surroundings {
  readonly view: SheetView
  readonly call: Call
  readonly post: Post
  readonly words: SheetWords
  /** Those of the frame, for problems of the Worker. */
  readonly frameWords: Words
  readonly moment: (ms: number) => string
  /** Records have changed: what is shown of them is old. */
  readonly changed: () => void
  readonly signedOut: () => void
}

/** Rows into the sheet, changes out of it, and every conflict decided. */
export function sheetPart(around: Surroundings) {
  const { view, call, post, words, moment } = around
  let findings: readonly Finding[] = []
  let working = false

  /** One thing at a time. Whatever goes wrong is said, and the buttons come back. */
  async function work(task: () => Promise<void>): Promise<void> {
    working = true
    view.busy(true)
    try {
      await task()
    } catch {
      view.say(words('sheetFailed'), 'danger')
    }
    working = false
    view.busy(false)
  }

  async function recount(): Promise<readonly SheetChanges[]> {
    const all = await call('changes')
    view.count(total(all))
    return all
  }

  function refused(reply: Exclude<Reply<unknown>, { kind: 'answer' }>, unreachable: 'notSent' | 'notGot'): void {
    if (reply.kind === 'problem') view.say(around.frameWords('problem', said(reply.problem)), 'danger')
    else if (reply.kind === 'unreachable') view.say(words(unreachable), 'danger')
    else {
      view.say(words('signedOut'), 'warning')
      around.signedOut()
    }
  }

  async function get(type: SheetType): Promise<void> {
    view.say(words('getting'))
    const reply = await post<SheetPull>('/v1/sheets/pulls', { type })
    if (reply.kind !== 'answer') return refused(reply, 'notGot')
    const { rows, isWhole } = reply.answer
    view.say(words('writing', { count: rows.length }))
    const written = await call('writePull', reply.answer)
    show(findings.filter((finding) => finding.type !== type))
    await recount()
    const parts = [
      words(isWhole ? 'got' : 'gotSome', { count: written.rows }),
      written.unsent > 0 ? words('unsent', { count: written.unsent }) : '',
    ]
    view.say(parts.filter(Boolean).join(' '), isWhole ? 'good' : 'warning')
  }

  /** Everything that was changed, or of it what `only` lets through. */
  async function send(only: (cell: CellPlace) => boolean = () => true) {
    const all = (await recount()).map((changes) => chosen(changes, only))
    const count = total(all)
    if (count === 0) return view.say(words('nothingToSend'))
    view.say(words('sending', { count }))
    const pushed = await push(all, call, post, () => crypto.randomUUID())
    const outcome = findingsOf(pushed, words, moment)
    const left = await recount()
    show([...stillOpen(findings, pushed, left), ...outcome.findings])
    if (outcome.saved > 0) around.changed()
    if (pushed.stopped) return refused(pushed.stopped, 'notSent')
    const strangers = left.reduce((sum, { strangers }) => sum + strangers, 0)
    const parts = [
      words('saved', { count: outcome.saved }),
      findings.length > 0 ? words('open', { count: findings.length }) : '',
      strangers > 0 ? words('strangers', { count: strangers }) : '',
    ]
    view.say(parts.filter(Boolean).join(' '), findings.length > 0 ? 'warning' : 'good')
  }

  async function decide(finding: Finding, take: 'mine' | 'theirs'): Promise<void> {
    const { theirs = null } = finding
    await call('settle', placeOf(finding), { theirs, take })
    show(findings.filter((one) => one !== finding))
    if (take === 'mine') return send((cell) => cellName(cell) === cellName(finding))
    await recount()
    view.say('')
  }

  function show(all: readonly Finding[]): void {
    findings = all
    view.findings(all)
  }

  view.on({
    get: (type) => void work(() => get(type)),
    send: () => void work(() => send()),
    decide: (finding, take) => void work(() => decide(finding, take)),
    show: (finding) =>
      void work(async () => {
        await call('show', placeOf(finding))
        focusSheet()
      }),
  })

  return {
    /** The first look: what waits to be sent, or what there is to do where nothing is here yet. */
    begin: () =>
      work(async () => {
        if ((await recount()).length === 0) view.say(words('empty'))
      }),
    /** The selection has moved: something may have been typed. */
    async look(): Promise<void> {
      if (!working) await recount().catch(() => {})
    },
  }
}

const placeOf = ({ sheet, key, field }: Finding): CellPlace => ({ sheet, key, field })

const total = (all: readonly SheetChanges[]): number =>
  all.reduce((sum, { rows }) => sum + rows.reduce((cells, { changes }) => cells + Object.keys(changes).length, 0), 0)

function chosen(all: SheetChanges, only: (cell: CellPlace) => boolean): SheetChanges {
  const rows = all.rows.map((row) => ({
    ...row,
    changes: Object.fromEntries(
      Object.entries(row.changes).filter(([field]) => only({ sheet: all.sheet, key: row.key, field })),
    ),
  }))
  const ids = new Set(rows.flatMap(({ id, changes }) => (Object.keys(changes).length > 0 ? [id] : [])))
  return { ...all, rows: rows.filter(({ id }) => ids.has(id)) }
}
