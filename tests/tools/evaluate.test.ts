import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateVectors } from '../../tools/evaluate/vectors.ts'

const outputOf = (family: string, input: unknown) =>
  evaluateVectors({ families: { [family]: [{ name: 'one', input }] } }).families[family]?.[0]?.output

describe('a file of vectors', () => {
  test('one bad vector is answered with its error and keeps no other from its answer', () => {
    const good = { name: 'good', input: { total: 1, w: ['1', '1'] } }
    const bad = [
      null,
      7,
      'text',
      [],
      {},
      { name: 'no input' },
      { input: { total: 1.5, w: ['1'] } },
      { name: 'w', input: { total: 1, w: ['-1'] } },
    ]
    const { families } = evaluateVectors({ families: { F10_alloc: [...bad, good] } })
    expect(families.F10_alloc).toHaveLength(bad.length + 1)
    expect(families.F10_alloc?.at(-1)).toEqual({ name: 'good', output: [1, 0] })
    for (const { output } of families.F10_alloc?.slice(0, -1) ?? [])
      expect(output).toEqual({ error: expect.any(String) })
  })

  test('a family that is unknown or no list is left out and named', () => {
    const content = { families: { constructor: [], F99_new: [{ name: 'x' }], F10_alloc: {}, F4_aging: [] } }
    expect(evaluateVectors(content)).toEqual({
      families: { F4_aging: [] },
      leftOut: ['constructor', 'F99_new', 'F10_alloc'],
    })
  })

  test('its own settings for tiers hold, those it leaves out are the standard', () => {
    const input = {
      as_of: '2026-06-30',
      lifetime_amount_base: '1000000.00',
      gross_profit_12m_base: '150000.00',
      orders_12m: 4,
      last_order_date: '2026-05-01',
      first_order_date: '2025-06-30',
    }
    const ask = (tier_config?: object) =>
      evaluateVectors({ ...(tier_config && { tier_config }), families: { F1_tier: [{ name: 'x', input }] } })
    expect(ask().families.F1_tier).toMatchObject([{ output: { score: '77.3', tier: 'A' } }])
    expect(ask({ thresholds: { A: '80.0', B: '45.0' } }).families.F1_tier).toMatchObject([{ output: { tier: 'B' } }])
  })
})

describe('an input that cannot be meant', () => {
  const term = { pct: '100', anchor: 'bl_date' }
  test.for([
    ['part of a cent', 'F3_schedule', { currency: 'USD', total: '1.005', terms: [term] }],
    ['part of a yen', 'F3_schedule', { currency: 'JPY', total: '1.5', terms: [term] }],
    ['a float for a decimal', 'F3_schedule', { currency: 'USD', total: 1.5, terms: [term] }],
    ['a currency nobody has', 'F3_schedule', { currency: 'XYZ', total: '1.00', terms: [term] }],
    ['an exponent', 'F3_schedule', { currency: 'USD', total: '1e9', terms: [term] }],
    [
      'a day that does not exist',
      'F3_schedule',
      { currency: 'USD', total: '1.00', terms: [term], dates: { bl_date: '2026-02-30' } },
    ],
    [
      'more than a number holds',
      'F3b_reschedule',
      { currency: 'USD', new_total: '99999999999999999.00', locked: [], remaining_pct: ['1'] },
    ],
    [
      'percentages of nothing',
      'F3b_reschedule',
      { currency: 'USD', new_total: '1.00', locked: [], remaining_pct: ['0', '0'] },
    ],
  ] as const)('%s is answered with an error', ([, family, input]) => {
    expect(outputOf(family, input)).toEqual({ error: expect.any(String) })
  })

  test('the error says where', () => {
    expect(outputOf('F3_schedule', { currency: 'USD', total: '1.00', terms: [{ ...term, pct: 'half' }] })).toEqual({
      error: 'input.terms.0.pct: a decimal number expected',
    })
  })
})

describe('an outcome that is an error of the trade keeps the form of the vectors', () => {
  test('a negative installment', () => {
    const terms = [
      { fixed: '800.00', anchor: 'order_confirmed' },
      { pct: '100', anchor: 'bl_date' },
    ]
    expect(outputOf('F3_schedule', { currency: 'USD', total: '500.00', terms, dates: {} })).toEqual({
      error: 'negative_installment',
      line: 2,
    })
  })

  test('too much collected', () => {
    const input = { currency: 'USD', new_total: '3000.00', locked: ['3703.70'], remaining_pct: ['70'] }
    expect(outputOf('F3b_reschedule', input)).toEqual({ error: 'over_collected', credit: '703.70' })
  })

  test('an anchor without a date, or one that nobody knows, waits', () => {
    const terms = ['etd', 'moon_landing'].map((anchor) => ({ pct: '30', anchor }))
    const rows = ['0.30', '0.70'].map((amount) => ({ amount, due_date: null, status: 'awaiting_anchor' }))
    expect(outputOf('F3_schedule', { currency: 'USD', total: '1.00', terms, dates: { etd: null } })).toEqual({
      rows,
      sum: '1.00',
    })
  })
})

describe('the command line', () => {
  const script = fileURLToPath(new URL('../../tools/evaluate.ts', import.meta.url))
  const evaluate = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quayside-evaluate-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('prints JSON on stdout, what was left out on stderr, and ends well', () => {
    const file = join(folder, 'vectors.json')
    writeFileSync(
      file,
      `\uFEFF${JSON.stringify({ families: { F10_alloc: [{ name: '一分', input: { total: 1, w: ['3', '3'] } }], F99: [] } })}`,
    )
    const { status, stdout, stderr } = evaluate('vectors', file)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ families: { F10_alloc: [{ name: '一分', output: [1, 0] }] } })
    expect(stderr).toBe('evaluate: left out, not implemented: F99\n')
  })

  test('walks each workflow of a folder, whatever is wrong with another', () => {
    const runs = mkdtempSync(join(folder, 'runs-'))
    const road = { key: 'a', version: 1, name: 'A', subject: 'deal', edges: [{ from: 'start', to: 'done' }] }
    const nodes = [
      { key: 'start', type: 'start' },
      { key: 'done', type: 'end' },
    ]
    const run = { definition: { ...road, nodes }, at: '2026-10-20T01:00:00Z', commands: ['start'] }
    writeFileSync(join(runs, 'b.json'), JSON.stringify(run))
    writeFileSync(join(runs, 'a.json'), '{}')
    const { status, stdout } = evaluate('workflow', runs)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      'a.json': { error: expect.stringContaining('definition') },
      'b.json': { definition: { ok: true }, outcomes: [{ outcome: 'moved', finished: { node: 'done' } }] },
    })
  })

  test('reads each mail of a folder, and says what it is not sure of', () => {
    const { status, stdout } = evaluate('mails', fileURLToPath(new URL('../../workbench/mails', import.meta.url)))
    expect(status).toBe(0)
    const answers = JSON.parse(stdout)
    expect(Object.keys(answers)).toHaveLength(8)
    expect(answers['02_de_anfrage.eml']).toMatchObject({
      company: 'Gartenwelt Baumann GmbH & Co. KG',
      lines: [{ qty: 1200, unit: 'St.' }, { qty: 300 }, { qty: 2500 }],
      incoterms: [
        { code: 'FCA', place: 'Shenzhen', locode: 'CNSNZ?' },
        { code: 'DAP', locode: 'DEPAD' },
      ],
      uncertain: ['incoterms.0.locode'],
    })
  })

  test.for([
    ['nothing at all', []],
    ['an unknown command', ['profit', 'x']],
    ['no file', ['vectors']],
    ['too much', ['vectors', 'a', 'b']],
    ['a file that is not there', ['vectors', '/nowhere.json']],
    ['a file that is no JSON', ['vectors', script]],
    ['a mail that is not there', ['mails', '/nowhere.eml']],
    ['a workflow file that is not there', ['workflow', '/nowhere.json']],
  ] as const)('answers %s with one line and exit code 2', ([, args]) => {
    const { status, stdout, stderr } = evaluate(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^evaluate: [^\n]+\n$/)
  })
})
