import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { BOARD_STAGES, type BoardAnswer, type BoardCard, CARDS_MAX, COUNTED_MAX } from '#shared/desk/board.ts'
import type { Order } from '#shared/trade/index.ts'
import { aCustomer, anInstallment, anOrder, aTeam, aUser } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { type Answer, aFirm, type Firm, newId, plant } from '../firm.ts'

type Query = Readonly<Record<string, string>>

const LATE = '2026-10-18'

const ask = (firm: Firm, query: Query = {}, as: 'mia' | 'david' | string = 'mia', headers = {}): Promise<Answer> =>
  firm.call('GET', `/v1/board?${new URLSearchParams(query)}`, undefined, { as, headers })
const board = async (...asked: Parameters<typeof ask>): Promise<BoardAnswer> => (await ask(...asked)).body
const columnOf = ({ columns }: BoardAnswer, key: string) => columns.find((one) => one.key === key)
const cardsOf = ({ columns }: BoardAnswer): BoardCard[] => columns.flatMap(({ cards }) => cards)
const titles = (answer: BoardAnswer): string[] => cardsOf(answer).map(({ title }) => title)

/** A firm whose first order is out of the way, and a maker of Mia's orders. */
async function aBoard() {
  const firm = await aFirm()
  await env.DB.prepare("UPDATE orders SET status = 'completed' WHERE tenant_id = ?").bind(firm.tenantId).run()
  const order = (doc_no: string, given: Partial<Order> = {}): Order =>
    anOrder({ id: newId(), doc_no, customer_id: firm.customer.id, owner_id: firm.mia.id, ...given })
  const put = (...orders: Order[]) => plant(firm.tenantId, { order: orders })
  return { firm, order, put }
}

/** Follows a column to its end. */
async function wholeColumn(firm: Firm, query: Query, as = 'mia'): Promise<{ titles: string[]; pages: number }> {
  const found: string[] = []
  let pages = 0
  for (let cursor: string | null = ''; cursor !== null; pages++) {
    const answer: BoardAnswer = await board(firm, { ...query, ...(cursor ? { cursor } : {}) }, as)
    found.push(...titles(answer))
    cursor = answer.columns[0]?.next ?? null
  }
  return { titles: found, pages }
}

describe('the columns', () => {
  test('are the stages of the way, with every open order in its own, the most urgent first, those without a date last', async () => {
    const { firm, order, put } = await aBoard()
    await put(
      order('undated', { planned_finish: null }),
      order('later', { planned_finish: '2026-11-20' }),
      order('late', { planned_finish: '2026-10-01' }),
      order('today', { planned_finish: '2026-10-20' }),
      order('soon', { planned_finish: '2026-10-23' }),
      order('fresh', { exec_status: 'not_started', order_date: '2026-10-19' }),
      order('sailing', { exec_status: 'shipped', eta: '2026-10-12' }),
      order('draft', { status: 'draft' }),
      order('cancelled', { status: 'cancelled' }),
      order('closed', { exec_status: 'closed' }),
    )
    const answer = await board(firm)
    expect(answer.columns.map(({ key, name, cards, count }) => [key, name, cards.length, count?.all])).toEqual([
      ['not_started', 'Not started', 1, 1],
      ['waiting_deposit', 'Waiting for deposit', 0, 0],
      ['waiting_material', 'Waiting for material', 0, 0],
      ['in_production', 'In production', 5, 5],
      ['inspection', 'Inspection', 0, 0],
      ['ready', 'Ready to ship', 0, 0],
      ['shipped', 'Shipped', 1, 1],
    ])
    const column = columnOf(answer, 'in_production')
    expect(column?.cards.map(({ title, tone }) => [title, tone])).toEqual([
      ['late', 'danger'],
      ['today', 'warning'],
      ['soon', 'warning'],
      ['later', 'neutral'],
      ['undated', 'neutral'],
    ])
    expect(column?.count).toEqual({ late: 1, soon: 2, all: 5, atLeast: false })
    const chinese = await board(firm, {}, 'mia', { 'Accept-Language': 'zh-CN' })
    expect(columnOf(chinese, 'in_production')).toMatchObject({
      name: '生产中',
      cards: [{ step: '生产完工', dueText: '逾期19天 · 10-01' }, {}, {}, {}, {}],
    })
  })

  test('a card says what is next, by when, for whom, how much, and why it is stuck', async () => {
    const { firm, order } = await aBoard()
    const waiting = order('waiting', { exec_status: 'waiting_deposit' })
    const deposit = { order_id: waiting.id, customer_id: firm.customer.id, guards: 'production_start' } as const
    const held = order('held', { exec_status: 'ready', promised_date: '2026-10-22', status: 'on_hold' })
    await plant(firm.tenantId, {
      order: [waiting, held],
      installment: [anInstallment({ id: newId(), ...deposit, amount: 925_500, due_date: '2026-10-18' })],
    })
    expect(cardsOf(await board(firm))).toEqual([
      {
        type: 'order',
        id: waiting.id,
        title: 'waiting',
        customer: firm.customer.name,
        productLine: 'lanterns',
        owner: 'Mia Zhao',
        step: 'Deposit',
        due: '2026-10-18',
        dueText: '2 days late · 10-18',
        tone: 'danger',
        total: 'USD 30,850.00',
        onHold: false,
        stuck: 'Deposit USD 9,255.00 not received yet.',
      },
      expect.objectContaining({ title: 'held', onHold: true, step: 'Ship by', stuck: 'The order is on hold.' }),
    ])
  })

  test('follow every write at once: a step, a date, a deposit, an owner, the end', async () => {
    const { firm, order, put } = await aBoard()
    const one = order('one', { planned_finish: '2026-10-12', owner_id: firm.david.id })
    await put(one)
    const path = `/v1/orders/${one.id}`
    const patch = (body: object, version: number) =>
      firm.call('PATCH', path, body, { headers: { 'If-Match': `"${version}"` } })
    const where = async () =>
      (await board(firm)).columns.flatMap(({ key, count }) => (count?.all ? [`${key} ${count.late}`] : []))
    expect(await where()).toEqual(['in_production 1'])
    await patch({ planned_finish: '2026-12-12' }, 1)
    expect(await where()).toEqual(['in_production 0'])
    const target = { type: 'order', id: one.id, version: 2 }
    const input = { inspection_on: '2026-10-19' }
    await firm.call('POST', '/v1/actions/advance-order', { target, input }, { headers: { 'Idempotency-Key': 'k' } })
    expect(await where()).toEqual(['inspection 1'])
    await firm.call(
      'PATCH',
      `/v1/customers/${firm.customer.id}`,
      { owner_id: firm.david.id },
      { headers: { 'If-Match': '"1"' } },
    )
    expect(await where()).toEqual([])
    await patch({ merchandiser_id: firm.mia.id }, 3)
    expect(await where()).toEqual(['inspection 1'])
    await change(firm.tenantId, 'order', one.id, { status: 'cancelled' })
    expect(await where()).toEqual([])
  })
})

describe('a column goes on', () => {
  test('page by page to its end, dated and undated, each order once and in order', async () => {
    const { firm, order, put } = await aBoard()
    const dates = Array.from({ length: 34 }, (_, n) => (n < 21 ? `2026-10-${String(10 + (n % 4))}` : null))
    await put(...dates.map((planned_finish, n) => order(`o${n}`, { planned_finish })))
    const sorted = dates
      .map((date, n) => ({ date: date ?? '~', n }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.n - b.n))
    for (const as of ['mia', 'david']) {
      const { titles, pages } = await wholeColumn(firm, { stage: 'in_production' }, as)
      expect(titles).toEqual(sorted.map(({ n }) => `o${n}`))
      expect(pages).toBe(4)
    }
    const first = await board(firm, { stage: 'in_production' })
    expect(first.columns[0]?.count).toEqual({ late: 21, soon: 0, all: 34, atLeast: false })
    const second = await board(firm, { stage: 'in_production', cursor: first.columns[0]?.next ?? '' })
    expect([second.columns[0]?.count, second.choices]).toEqual([null, null])
  })

  test('and says that there are more than it counts', async () => {
    const { firm, order, put } = await aBoard()
    await put(...Array.from({ length: 60 }, (_, n) => order(`o${n}`, { planned_finish: '2026-10-01' })))
    const column = columnOf(await board(firm), 'in_production')
    expect(column?.count).toEqual({ late: COUNTED_MAX, soon: 0, all: COUNTED_MAX, atLeast: true })
    expect(column?.cards).toHaveLength(CARDS_MAX)
  })
})

describe('a filter', () => {
  async function aCrowd() {
    const { firm, order, put } = await aBoard()
    const elsewhere = aTeam({ id: newId(), key: 'europe', name: 'Europe' })
    const leo = aUser({ id: newId(), email: 'leo@bluewhale-outdoor.example', alias: 'Leo Sun', team_id: elsewhere.id })
    const nova = aCustomer({ id: newId(), name: 'Nova', domains: [], owner_id: leo.id })
    await plant(firm.tenantId, { team: [elsewhere], user: [leo], customer: [nova] })
    await put(
      order('mia'),
      order('mia tents', { product_line: 'tents' }),
      order('leo', { owner_id: leo.id, customer_id: nova.id }),
      order('leo for mia', { owner_id: leo.id, customer_id: nova.id, merchandiser_id: firm.mia.id }),
      order('leo for Trilha', { owner_id: leo.id, product_line: 'tents' }),
      order('david', { owner_id: firm.david.id, customer_id: nova.id, product_line: null }),
    )
    return { firm, leo, nova, elsewhere }
  }

  test.each<[string, (crowd: Awaited<ReturnType<typeof aCrowd>>) => Query, string[], string[]]>([
    [
      'none',
      () => ({}),
      ['david', 'leo', 'leo for Trilha', 'leo for mia', 'mia', 'mia tents'],
      ['leo for Trilha', 'leo for mia', 'mia', 'mia tents'],
    ],
    ['mine', () => ({ owner: 'me' }), ['david'], ['leo for Trilha', 'leo for mia', 'mia', 'mia tents']],
    [
      'owner',
      ({ leo }) => ({ owner: leo.id }),
      ['leo', 'leo for Trilha', 'leo for mia'],
      ['leo for Trilha', 'leo for mia'],
    ],
    [
      'team',
      ({ elsewhere }) => ({ team: elsewhere.id }),
      ['leo', 'leo for Trilha', 'leo for mia'],
      ['leo for Trilha', 'leo for mia'],
    ],
    ['customer', ({ nova }) => ({ customer: nova.id }), ['david', 'leo', 'leo for mia'], ['leo for mia']],
    [
      'product line',
      () => ({ product_line: 'tents' }),
      ['leo for Trilha', 'mia tents'],
      ['leo for Trilha', 'mia tents'],
    ],
    ['owner and line', ({ leo }) => ({ owner: leo.id, product_line: 'tents' }), ['leo for Trilha'], ['leo for Trilha']],
    ['mine and line', () => ({ owner: 'me', product_line: 'tents' }), [], ['leo for Trilha', 'mia tents']],
    [
      'team and customer',
      ({ elsewhere, nova }) => ({ team: elsewhere.id, customer: nova.id }),
      ['leo', 'leo for mia'],
      ['leo for mia'],
    ],
    [
      'team and line',
      ({ elsewhere }) => ({ team: elsewhere.id, product_line: 'tents' }),
      ['leo for Trilha'],
      ['leo for Trilha'],
    ],
    ['mine and customer', ({ nova }) => ({ owner: 'me', customer: nova.id }), ['david'], ['leo for mia']],
    [
      'everything',
      ({ leo, elsewhere, nova }) => ({
        owner: leo.id,
        team: elsewhere.id,
        customer: nova.id,
        product_line: 'lanterns',
      }),
      ['leo', 'leo for mia'],
      ['leo for mia'],
    ],
    ['nobody', () => ({ owner: newId() }), [], []],
    ['no customer', () => ({ customer: newId() }), [], []],
    ['what is in no line', () => ({ product_line: 'stoves' }), [], []],
  ])('%s: what who sees all finds, and what a rep finds of theirs', async (_, query, all, own) => {
    const crowd = await aCrowd()
    const asked = query(crowd)
    expect(titles(await board(crowd.firm, asked, 'david')).sort()).toEqual(all)
    expect(titles(await board(crowd.firm, asked, 'mia')).sort()).toEqual(own)
    const counted = ({ columns }: BoardAnswer) => columns.reduce((sum, { count }) => sum + (count?.all ?? 0), 0)
    expect(counted(await board(crowd.firm, asked, 'david'))).toBe(all.length)
  })

  test('the choices are those of the reader’s own board, and what it is narrowed by is among them in any case', async () => {
    const { firm, leo, nova } = await aCrowd()
    const named = (answer: BoardAnswer) =>
      Object.fromEntries(
        Object.entries(answer.choices ?? {}).map(([key, list]) => [
          key,
          (list as readonly { name: string }[]).map(({ name }) => name),
        ]),
      )
    expect(named(await board(firm, { product_line: 'tents' }, 'david'))).toEqual({
      owner: ['David Chen', 'Leo Sun', 'Mia Zhao'],
      team: ['Americas', 'Europe'],
      customer: ['Nova', firm.customer.name],
      product_line: ['lanterns', 'tents'],
    })
    expect(named(await board(firm, { owner: firm.david.id, customer: newId(), product_line: 'stoves' }))).toEqual({
      owner: ['David Chen', 'Leo Sun', 'Mia Zhao'],
      team: ['Americas', 'Europe'],
      customer: ['(not yours to see)', 'Nova', firm.customer.name],
      product_line: ['lanterns', 'stoves', 'tents'],
    })
    const own = await board(firm, { customer: nova.id })
    expect(own.choices?.owner).toContainEqual({ value: leo.id, name: 'Leo Sun' })
  })

  test('looks far, but not without end: what lies further down is found by going on', async () => {
    const { firm, order, put } = await aBoard()
    const hay = Array.from({ length: 230 }, (_, n) => order(`hay ${n}`, { planned_finish: '2026-10-01' }))
    await put(...hay, order('needle', { product_line: 'tents', planned_finish: '2026-11-01' }))
    const query = { stage: 'in_production', product_line: 'tents' }
    const first = await board(firm, query)
    expect(first.columns[0]).toMatchObject({ cards: [], count: { all: 0, atLeast: true } })
    expect(await wholeColumn(firm, query)).toEqual({ titles: ['needle'], pages: 3 })
    expect(await wholeColumn(firm, query, 'david')).toEqual({ titles: ['needle'], pages: 1 })
  })

  test.each<[string, Query, string]>([
    ['no id', { owner: 'Mia' }, 'owner'],
    ['no stage', { stage: 'closed' }, 'stage'],
    ['nothing', { product_line: '' }, 'product_line'],
    ['unknown', { sort: 'id' }, 'sort'],
    ['a cursor of no column', { cursor: btoa('[null,"01K00000000000000000000000"]') }, 'stage'],
    ['a cursor of nothing', { stage: 'ready', cursor: 'x' }, 'cursor'],
    ['a cursor of no date', { stage: 'ready', cursor: btoa('[5,"01K00000000000000000000000"]') }, 'cursor'],
  ])('that is %s is refused by its name', async (_, query, field) => {
    const { firm } = await aBoard()
    const answer = await ask(firm, query)
    expect([answer.status, answer.body.problems[0].field]).toEqual([400, field])
  })

  test('given twice is refused', async () => {
    const { firm } = await aBoard()
    const answer = await firm.call('GET', '/v1/board?owner=me&owner=me')
    expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'owner'])
  })
})

describe('what is not for the reader is not there', () => {
  async function withPosts(...roles: string[]) {
    const { firm, order } = await aBoard()
    await env.DB.prepare('UPDATE users SET roles = ? WHERE tenant_id = ? AND id = ?')
      .bind(JSON.stringify(roles), firm.tenantId, firm.mia.id)
      .run()
    const one = order('one', { exec_status: 'waiting_deposit' })
    const part = { order_id: one.id, customer_id: firm.customer.id, guards: 'production_start' } as const
    const deposit = anInstallment({ id: newId(), ...part, amount: 925_500, due_date: '2026-10-18' })
    await plant(firm.tenantId, { order: [one], installment: [deposit] })
    return firm
  }
  const WHOLE = { customer: 'Trilha Sul Comércio Ltda.', total: 'USD 30,850.00', stuck: /9,255/ }

  test.each<[string, string[], { customer: string | null; total: string | null; stuck: RegExp }]>([
    ['a rep', ['sales_rep'], WHOLE],
    ['finance', ['finance'], WHOLE],
    ['a merchandiser', ['merchandiser'], { ...WHOLE, stuck: /^Deposit not received yet/ }],
    ['a planner', ['planner'], { customer: null, total: null, stuck: /^Deposit not received yet/ }],
    ['a purchaser', ['purchaser'], { customer: null, total: null, stuck: /^Deposit not received yet/ }],
    ['a planner who is also a rep', ['planner', 'sales_rep'], WHOLE],
  ])('%s: customer, price, and how much is waited for', async (_, roles, { customer, total, stuck }) => {
    const answer = await board(await withPosts(...roles))
    expect(cardsOf(answer)).toMatchObject([{ title: 'one', customer, total, stuck: expect.stringMatching(stuck) }])
    expect(answer.choices?.customer.map(({ name }) => name)).toEqual(customer ? [customer] : [])
  })

  test.each(['admin', 'dpo'])('%s has no board', async (role) => {
    expect((await ask(await withPosts(role))).status).toBe(403)
  })

  test('another firm’s orders are nobody’s here, whatever is asked for', async () => {
    const [ours, theirs] = [await aBoard(), await aBoard()]
    await theirs.put(theirs.order('theirs'))
    for (const query of [
      {},
      { owner: theirs.firm.mia.id },
      { customer: theirs.firm.customer.id },
      { team: theirs.firm.team.id },
    ]) {
      expect(cardsOf(await board(ours.firm, query as Query, 'david'))).toEqual([])
    }
    const answer = await ask(ours.firm, { owner: theirs.firm.mia.id, customer: theirs.firm.customer.id }, 'david')
    expect(answer.text).not.toContain('Mia Zhao')
    expect(answer.text).not.toContain('Trilha')
  })
})

describe('what a board reads', () => {
  const DATES = { material_due: LATE, inspection_on: LATE, promised_date: LATE, eta: LATE }

  /** A firm in which Mia and everybody below her have more in every stage than an answer holds. */
  async function aFullFirm(below: number): Promise<Firm> {
    const { firm, order } = await aBoard()
    const staff = Array.from({ length: below }, (_, n) =>
      aUser({ id: newId(), email: `${n}@bluewhale-outdoor.example`, manager_id: firm.mia.id }),
    )
    const customers = staff.map(({ id }) => aCustomer({ id: newId(), domains: [], owner_id: id }))
    const orders = [firm.customer, ...customers].flatMap(({ id, owner_id }) =>
      BOARD_STAGES.flatMap((exec_status) =>
        Array.from({ length: 110 }, (_, n) =>
          order(newId(), {
            customer_id: id,
            owner_id,
            exec_status,
            product_line: n % 2 ? 'tents' : 'lanterns',
            ...DATES,
          }),
        ),
      ),
    )
    const parts = orders.flatMap(({ id, customer_id }) =>
      (['production_start', 'loading'] as const).map((guards, seq) =>
        anInstallment({ id: newId(), order_id: id, customer_id, guards, seq: seq + 1, due_date: LATE }),
      ),
    )
    await plant(firm.tenantId, { user: staff, customer: customers, order: orders, installment: parts })
    return firm
  }

  const QUERIES: Readonly<Record<string, (firm: Firm) => Query>> = {
    'the whole board': () => ({}),
    'one column': () => ({ stage: 'ready' }),
    mine: () => ({ owner: 'me' }),
    'of an owner': ({ mia }) => ({ owner: mia.id }),
    'of a team': ({ team }) => ({ team: team.id }),
    'of a customer': ({ customer }) => ({ customer: customer.id }),
    'of a line': () => ({ product_line: 'tents' }),
    'of nothing there is': ({ mia }) => ({ owner: mia.id, product_line: 'stoves' }),
  }

  /** The most rows that the whole board reads with at most one filter that its list answers, and with any others. */
  const BOUNDS = {
    gm: [1_900, 2_500],
    planner: [1_900, 2_500],
    sales_manager: [4_100, 9_000],
    sales_rep: [2_700, 4_500],
  } as const
  const LISTED = ['the whole board', 'one column', 'mine']

  test('is two round trips and a bounded number of rows, the same in a firm ten times as large', async () => {
    const [small, large] = [await aFullFirm(1), await aFullFirm(10)]
    for (const [role, [listed, searched]] of Object.entries(BOUNDS)) {
      await env.DB.prepare("UPDATE users SET roles = ?1 WHERE alias = 'Mia Zhao' AND tenant_id IN (?2, ?3)")
        .bind(JSON.stringify([role]), small.tenantId, large.tenantId)
        .run()
      for (const [name, query] of Object.entries(QUERIES)) {
        const [inSmall, inLarge] = [await ask(small, query(small)), await ask(large, query(large))]
        expect([role, name, inLarge.status, inLarge.trips]).toEqual([role, name, 200, 2])
        expect(inSmall.rowsRead).toBeLessThanOrEqual(LISTED.includes(name) ? listed : searched)
        expect([role, name, inLarge.rowsRead]).toEqual([role, name, inSmall.rowsRead])
      }
    }
  })
})
