import { sql } from 'drizzle-orm'
import { type Change, changedId, valuesAfter } from '#shared/record/change.ts'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { type Clock, clocksOf, goesOnWith, hasClocks, timesOf } from '#shared/sla/clock.ts'
import { tables, timers } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * The clocks of a record after a write of it at `now`, in the write's own batch. A clock that goes on keeps its level; one
 * with another start begins anew, and one whose times have moved goes on with the levels that are still to come; one whose
 * record has left the state that it waits in is gone, unless it goes on under another name. A write that changes nothing of
 * this costs nothing.
 */
export function timersAfter(tenant: string, change: Change, now: number): Statement[] {
  if (!hasClocks(change.type)) return []
  const record = changedId(change)
  const before = change.kind === 'create' ? [] : clocksOf(change.type, change.before)
  const after = change.kind === 'remove' ? [] : clocksOf(change.type, valuesAfter(change))
  const ended = before.filter((clock) => !after.some(({ rule }) => rule === clock.rule))
  const begun = after.filter((clock) => !before.some((other) => isSame(clock, other)))
  const renamed = begun.flatMap((clock) => {
    const former = before.some(({ rule }) => rule === clock.rule)
      ? undefined
      : ended.find((one) => goesOnWith(clock, one))
    return former ? [{ former, clock }] : []
  })
  const goingOn = renamed.flatMap(({ former, clock }) => (hasTimesOf(clock, former) ? [clock] : []))
  return [
    ...renamed.map(({ former, clock }) => renameTimer({ tenant, record, former: former.rule, rule: clock.rule })),
    ...ended.map(({ rule }) => endTimer({ tenant, record, rule })),
    ...begun
      .filter((clock) => !goingOn.includes(clock))
      .map((clock) => startTimer({ tenant, record, type: change.type, ...startOf(clock, now) })),
  ]
}

const isSame = (one: Clock, other: Clock): boolean =>
  one.rule === other.rule && one.startedAt === other.startedAt && hasTimesOf(one, other)

const hasTimesOf = (one: Clock, other: Clock): boolean =>
  JSON.stringify(timesOf(one)) === JSON.stringify(timesOf(other))

function startOf(clock: Clock, now: number) {
  const times = timesOf(clock)
  const past = times.filter((at) => at <= now).length
  return { rule: clock.rule, start: clock.startedAt, times: JSON.stringify(times), past }
}

const endTimer = prepared<'tenant' | 'record' | 'rule'>(sql`DELETE FROM ${timers}
  WHERE tenant_id = ${given('tenant')} AND record_id = ${given('record')} AND rule = ${given('rule')}`)

const renameTimer = prepared<'tenant' | 'record' | 'former' | 'rule'>(sql`UPDATE OR IGNORE ${timers}
  SET rule = ${given('rule')}
  WHERE tenant_id = ${given('tenant')} AND record_id = ${given('record')} AND rule = ${given('former')}`)

/** Of levels that were done before and are past in the new times too nobody is told again. */
const level = sql`CAST(min(${timers.level}, ${given('past')}) AS INTEGER)`

const startTimer = prepared<'tenant' | 'record' | 'rule' | 'type' | 'start' | 'times' | 'past'>(sql`
  INSERT INTO ${timers} (tenant_id, record_id, rule, type, started_at, level, due_at)
  VALUES (${given('tenant')}, ${given('record')}, ${given('rule')}, ${given('type')}, ${given('start')}, 0,
    json_extract(${given('times')}, '$[0]'))
  ON CONFLICT (tenant_id, record_id, rule) DO UPDATE SET started_at = excluded.started_at, level = ${level},
    due_at = json_extract(${given('times')}, '$[' || ${level} || ']')`)

/**
 * The clocks of a whole firm, after planting, after a restore or to repair: those that run on keep their level. It says
 * in SQL what `clocksOf` says of one record; a test holds the two together.
 */
export const timersAnew = (tenant: string): Statement[] => ANEW.map((make) => make({ tenant }))

const { deal, inquiry } = tables
const isUnclaimed = sql.raw("status IN ('received','assigned','pooled')")
const firstMs = sql.raw(String((claimRule.levels[0]?.afterMinutes ?? 0) * 60_000))
const ofClock = (path: string) => `iif(c.type = 'object', json_extract(c.value, '$.${path}'), NULL)`
const planned = sql.raw(`${ofClock('key')} AS rule, ${ofClock('levels[#-1].at')} AS started_at,
  ${ofClock('levels[0].at')} AS due_at`)
const ANEW = [
  sql`DELETE FROM ${timers} WHERE tenant_id = ${given('tenant')} AND rule = 'claim' AND NOT EXISTS (
    SELECT 1 FROM ${inquiry} i WHERE i.tenant_id = ${timers.tenant_id} AND i.id = ${timers.record_id}
      AND i.${isUnclaimed} AND i.deal_id IS NULL AND i.received_at = ${timers.started_at})`,
  sql`INSERT OR IGNORE INTO ${timers} (tenant_id, record_id, rule, type, started_at, level, due_at)
    SELECT tenant_id, id, 'claim', 'inquiry', received_at, 0, received_at + ${firstMs} FROM ${inquiry}
    WHERE tenant_id = ${given('tenant')} AND ${isUnclaimed} AND deal_id IS NULL`,
  sql`DELETE FROM ${timers} WHERE tenant_id = ${given('tenant')} AND type = 'deal' AND NOT EXISTS (
    SELECT 1 FROM (SELECT ${planned} FROM ${deal} d CROSS JOIN json_each(d.clocks) c
      WHERE d.tenant_id = ${timers.tenant_id} AND d.id = ${timers.record_id}) p
    WHERE p.rule = ${timers.rule} AND p.started_at = ${timers.started_at})`,
  sql`INSERT OR IGNORE INTO ${timers} (tenant_id, record_id, rule, type, started_at, level, due_at)
    SELECT p.tenant_id, p.id, p.rule, 'deal', p.started_at, 0, p.due_at
    FROM (SELECT d.tenant_id, d.id, ${planned} FROM ${deal} d CROSS JOIN json_each(d.clocks) c
      WHERE d.tenant_id = ${given('tenant')} AND d.clocks IS NOT NULL) p`,
].map((template) => prepared<'tenant'>(template))
