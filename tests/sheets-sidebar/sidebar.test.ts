import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SheetPush } from '#shared/sheet/api.ts'
import type { PushRow } from '#shared/sheet/table.ts'
import type { Post, Reply } from '../../pane/src/call-worker.ts'
import type { Glance, Unanswered } from '../../sheets-sidebar/calls.ts'
import { batches } from '../../sheets-sidebar/sidebar/batches.ts'
import type { Call } from '../../sheets-sidebar/sidebar/host.ts'
import { push } from '../../sheets-sidebar/sidebar/pushing.ts'
import { watchSelection } from '../../sheets-sidebar/sidebar/selection.ts'
import { tokenKeeper } from '../../sheets-sidebar/sidebar/sign-in.ts'

const aRow = (id: string, key = id): PushRow => ({ key, id, version: 1, changes: { remark: { from: null, to: id } } })

describe('the identity token', () => {
  const tokenUntil = (ms: number) => `a.${btoa(JSON.stringify({ exp: ms / 1000 }))}.c`
  let asked = 0
  let token: string | null = null
  let now = 0
  const keeper = () =>
    tokenKeeper(
      (async () => {
        asked++
        return token
      }) as Call,
      () => now,
    )

  beforeEach(() => {
    asked = now = 0
    token = tokenUntil(3_600_000)
  })

  test('is asked for once, and anew well before it ends', async () => {
    const signIn = keeper()
    for (now of [0, 1_800_000, 3_200_000]) await signIn({ prompt: false })
    expect(asked).toBe(1)
    now = 3_310_000
    await signIn({ prompt: false })
    expect(asked).toBe(2)
  })

  test('is asked for anew when the person presses the button', async () => {
    const signIn = keeper()
    await signIn({ prompt: false })
    await signIn({ prompt: true })
    expect(asked).toBe(2)
  })

  test('without one nobody is signed in; a script that fails is no answer, and neither is kept', async () => {
    token = null
    const signIn = keeper()
    expect((await signIn({ prompt: false })).kind).toBe('signed-out')
    token = tokenUntil(3_600_000)
    expect((await signIn({ prompt: false })).kind).toBe('signed-in')
    const failing = tokenKeeper((() => Promise.reject(new Error('server error'))) as Call, () => now)
    expect((await failing({ prompt: false })).kind).toBe('no-answer')
  })
})

describe('a push', () => {
  let kept: Unanswered | null = null
  let keys: (string | undefined)[] = []
  let made = 0
  const call = (async (name: string, push: Unanswered | null) => {
    if (name === 'keepUnanswered') kept = push
    return name === 'unanswered' ? kept : undefined
  }) as Call
  const postTo =
    (reply: Reply<SheetPush>): Post =>
    async (_path, _body, headers) => {
      keys.push(headers?.['Idempotency-Key'])
      return reply as Reply<never>
    }
  const send = (rows: readonly PushRow[], reply: Reply<SheetPush>) =>
    push(
      [{ sheet: 1, type: 'order', pullId: 'p', rows, names: {}, labels: {}, strangers: 0 }],
      call,
      postTo(reply),
      () => `key-${++made}`,
    )
  const ANSWER = { kind: 'answer', answer: { rows: [] } } as const
  const problem = (status: number) => ({ kind: 'problem', problem: { status } }) as Reply<SheetPush>

  beforeEach(() => {
    kept = null
    keys = []
    made = 0
  })

  test('that was not answered keeps its key for the very same changes, and for no others', async () => {
    await send([aRow('a')], { kind: 'unreachable' })
    await send([aRow('a')], problem(500))
    await send([aRow('a'), aRow('b')], { kind: 'unreachable' })
    await send([aRow('a'), aRow('b')], ANSWER)
    expect(keys).toEqual(['key-1', 'key-1', 'key-2', 'key-2'])
  })

  test('that was answered or refused is over: the same changes are another push', async () => {
    await send([aRow('a')], ANSWER)
    await send([aRow('a')], problem(404))
    await send([aRow('a')], ANSWER)
    expect([keys, kept]).toEqual([['key-1', 'key-2', 'key-3'], null])
  })

  test('goes out in parts of 200 rows, the copies of one row together', () => {
    const rows = Array.from({ length: 450 }, (_, at) => aRow(`id-${at % 399}`, `key-${at}`))
    const parts = batches(rows)
    expect(parts.map((part) => part.length).every((length) => length <= 200)).toBe(true)
    expect(parts.flat()).toHaveLength(450)
    for (const id of new Set(rows.map((row) => row.id))) {
      expect(parts.filter((part) => part.some((row) => row.id === id))).toHaveLength(1)
    }
  })

  test('of long texts goes out in parts that the Worker takes', () => {
    const text = '长'.repeat(2_000)
    const rows = Array.from({ length: 450 }, (_, at) => ({
      ...aRow(`id-${at}`),
      changes: { remark: { from: text, to: `${text}了` } },
    }))
    const parts = batches(rows)
    expect(parts.flat()).toEqual(rows)
    expect(parts.length).toBeLessThan(10)
    for (const part of parts) expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThan(2_000_000)
  })
})

describe('looking at the selection', () => {
  const page = {
    hidden: false,
    heard: () => {},
    addEventListener: (_: string, heard: () => void) => (page.heard = heard),
  }
  let looks = 0
  let answer: () => Promise<Glance> = async () => ({ at: 'A1' })
  const moved: string[] = []

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', page)
    page.hidden = false
    looks = moved.length = 0
    answer = async () => ({ at: 'A1' })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const watch = () =>
    watchSelection(
      () => {
        looks++
        return answer()
      },
      ({ at }) => void moved.push(at),
    )

  test('happens once a second, and tells of each new cell once', async () => {
    watch()
    await vi.advanceTimersByTimeAsync(3_500)
    answer = async () => ({ at: 'B2' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect([looks, moved]).toEqual([6, ['A1', 'B2']])
  })

  test('tells of the next cell once the last one is dealt with: the panel is never that of an earlier row', async () => {
    let found = () => {}
    watchSelection(
      () => answer(),
      async ({ at }) => {
        moved.push(at)
        if (at === 'A1') await new Promise<void>((done) => (found = done))
        moved.push(`${at} shown`)
      },
    )
    await vi.advanceTimersByTimeAsync(0)
    answer = async () => ({ at: 'B2' })
    await vi.advanceTimersByTimeAsync(3_000)
    found()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(moved).toEqual(['A1', 'A1 shown', 'B2', 'B2 shown'])
  })

  test('stops while nobody can see the page, and begins again at once', async () => {
    watch()
    await vi.advanceTimersByTimeAsync(500)
    page.hidden = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks).toBe(1)
    page.hidden = false
    page.heard()
    expect(looks).toBe(2)
  })

  test('becomes rarer while it fails, to once in half a minute, and is back when it succeeds', async () => {
    answer = () => Promise.reject(new Error('server error'))
    watch()
    await vi.advanceTimersByTimeAsync(300_000)
    expect(looks).toBeLessThan(16)
    answer = async () => ({ at: 'A1' })
    await vi.advanceTimersByTimeAsync(30_000)
    const before = looks
    await vi.advanceTimersByTimeAsync(5_000)
    expect(looks - before).toBe(5)
  })
})
