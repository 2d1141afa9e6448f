import { compileExpression } from '#shared/expression/compile.ts'
import type { FactSchema } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import { isTimezone } from '#shared/time/zone.ts'
import type { ClockSpec } from './clock-spec.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import { asText } from './sentence.ts'
import { untilFields } from './until-fields.ts'
import type { WorkflowClock } from './workflow.ts'

export function compileClocks(specs: readonly ClockSpec[], at: string, reader: Reader): WorkflowClock[] {
  return specs.map((spec, index) => compileClock(spec, pointer(at, index), reader))
}

/** What a clock may end by, in which amounts. */
const ENDS = ['minutes', 'working_days', 'days', 'ladder_days', 'until_date', 'until_field'] as const
const FITTING: Readonly<Record<ClockSpec['clock'], readonly (typeof ENDS)[number][]>> = {
  elapsed: ['minutes', 'until_date', 'until_field'],
  business: ['minutes', 'working_days', 'until_date', 'until_field'],
  days: ['days', 'ladder_days', 'until_date', 'until_field'],
}

function compileClock(spec: ClockSpec, at: string, reader: Reader): WorkflowClock {
  checkEnd(spec, at, reader)
  for (const [tier, limits] of Object.entries(spec.by_tier ?? {}))
    checkEnd({ ...spec, ...limits }, pointer(at, 'by_tier', tier), reader)
  const each = listOf(spec, reader.schema)
  const schema = each === null ? reader.schema : single(reader.schema, each)
  const moment = (key: 'from' | 'from_date' | 'until_date' | 'tighten_by' | 'override_field') =>
    reader.value(spec[key], pointer(at, key), key === 'from_date' ? ['date', 'instant'] : ['instant', 'date'], schema)
  return {
    spec,
    name: spec.name === undefined ? text(spec.key, spec.key) : asText(spec.name),
    each,
    when: reader.condition(spec.when, pointer(at, 'when'), schema),
    from: moment('from'),
    fromDate: moment('from_date'),
    until: reader.value(spec.until, pointer(at, 'until'), [], schema),
    untilDate: moment('until_date'),
    untilFields: untilFields(spec.until_field, pointer(at, 'until_field'), reader, schema),
    tightenBy: moment('tighten_by'),
    override: moment('override_field'),
    zone: zoneOf(spec.tz, pointer(at, 'tz'), reader),
  }
}

function checkEnd(spec: ClockSpec, at: string, reader: Reader): void {
  const given = ENDS.filter((key) => spec[key] !== undefined)
  const fitting = FITTING[spec.clock]
  if (given.length > 1) reader.refuse('two_limits', at, { given: given.join(', ') })
  else if (!given.some((key) => fitting.includes(key))) reader.refuse('no_limit', at, { needed: fitting.join(' / ') })
  // Before a date that is known there can be a day; before the beginning of a stage there is none.
  if (spec.days !== undefined && spec.days < 1 && spec.from_date === undefined)
    reader.refuse('too_small', pointer(at, 'days'), { minimum: 1 })
  if (spec.ladder_days !== undefined && spec.from_date === undefined)
    reader.refuse('no_limit', at, { needed: 'from_date' })
}

const READS = [
  'when',
  'from',
  'from_date',
  'until',
  'until_date',
  'tighten_by',
  'override_field',
  'until_field',
] as const

/** The list that a clock reads as if it were one record: it runs for each record of it. */
function listOf(spec: ClockSpec, schema: FactSchema): string | null {
  for (const key of READS) {
    const source = spec[key]
    if (
      source === undefined ||
      (key !== 'until_field' && compileExpression(source, schema, key === 'when' ? 'condition' : 'value').ok)
    )
      continue
    for (const [, name = ''] of source.matchAll(/\b([a-z][a-z0-9_]*)\./g))
      if (Object.hasOwn(schema.records, name) && schema.records[name]?.many) return name
  }
  return null
}

/** The same names, with one list as a single record: that which the clock is of. */
function single(schema: FactSchema, list: string): FactSchema {
  const record = schema.records[list]
  return record ? { ...schema, records: { ...schema.records, [list]: { ...record, many: false } } } : schema
}

/** The zone of whoever is meant, where the facts have it; else that of the calendar. */
function zoneOf(tz: string | undefined, at: string, reader: Reader): WorkflowClock['zone'] {
  if (tz === undefined || tz === 'tenant') return null
  if (tz === 'customer') {
    const zone = compileExpression('customer.timezone', reader.schema, 'value')
    return zone.ok ? zone.expression : null
  }
  return isTimezone(tz) ? tz : reader.refuse('unknown_zone', at, { name: tz })
}
