import { sql } from 'drizzle-orm'
import { type Change, changedId } from '#shared/record/change.ts'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { type Clock, clocksOf, dueAt, hasClocks } from '#shared/sla/clock.ts'
import { tables, timers } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * The clocks of a record after a write of it, in the write's own batch. A clock that goes on keeps its level; one with
 * another start begins anew; one whose record has left the state that it waits in is gone. A write that changes
 * nothing of this costs nothing.
 */
export function timersAfter(tenant: string, change: Change): Statement[] {
  if (!hasClocks(change.type)) return []
  const record = changedId(change)
  const before = change.kind === 'create' ? [] : clocksOf(change.type, change.before)
  const after = clocksOf(change.type, recordAfter(change))
  const ended = before.filter((clock) => !after.some(({ rule }) => rule === clock.rule))
  const begun = after.filter((clock) => !before.some((other) => isSame(clock, other)))
  return [
    ...ended.map(({ rule }) => endTimer({ tenant, record, rule })),
    ...begun.map((clock) => startTimer({ tenant, record, type: change.type, ...firstOf(clock) })),
  ]
}

const recordAfter = (change: Change): object =>
  change.kind === 'create' ? change.values : { ...change.before, ...change.values }

const isSame = (one: Clock, other: Clock): boolean => one.rule === other.rule && one.startedAt === other.startedAt

const firstOf = (clock: Clock) => ({ rule: clock.rule, start: clock.startedAt, due: dueAt(clock, 0) })

const endTimer = prepared<'tenant' | 'record' | 'rule'>(sql`DELETE FROM ${timers}
  WHERE tenant_id = ${given('tenant')} AND record_id = ${given('record')} AND rule = ${given('rule')}`)

const startTimer = prepared<'tenant' | 'record' | 'rule' | 'type' | 'start' | 'due'>(sql`
  INSERT OR REPLACE INTO ${timers} (tenant_id, record_id, rule, type, started_at, level, due_at)
  VALUES (${given('tenant')}, ${given('record')}, ${given('rule')}, ${given('type')}, ${given('start')}, 0, ${given('due')})`)

/**
 * The clocks of a whole firm, after planting, after a restore or to repair: those that run on keep their level. It says
 * in SQL what `clocksOf` says of one record; a test holds the two together.
 */
export const timersAnew = (tenant: string): Statement[] => ANEW.map((make) => make({ tenant }))

const { inquiry } = tables
const isUnclaimed = sql.raw("status IN ('received','assigned','pooled')")
const firstMs = sql.raw(String((claimRule.levels[0]?.afterMinutes ?? 0) * 60_000))
const ANEW = [
  sql`DELETE FROM ${timers} WHERE tenant_id = ${given('tenant')} AND rule = 'claim' AND NOT EXISTS (
    SELECT 1 FROM ${inquiry} i WHERE i.tenant_id = ${timers.tenant_id} AND i.id = ${timers.record_id}
      AND i.${isUnclaimed} AND i.received_at = ${timers.started_at})`,
  sql`INSERT OR IGNORE INTO ${timers} (tenant_id, record_id, rule, type, started_at, level, due_at)
    SELECT tenant_id, id, 'claim', 'inquiry', received_at, 0, received_at + ${firstMs} FROM ${inquiry}
    WHERE tenant_id = ${given('tenant')} AND ${isUnclaimed}`,
].map((template) => prepared<'tenant'>(template))
