import { z } from '@hono/zod-openapi'
import { fieldsOf } from '#shared/access/field-class.ts'
import type { HistoryAnswer, HistoryEvent } from '#shared/api.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { say } from '#shared/i18n/language.ts'
import type { FieldChange } from '#shared/record/change.ts'
import type { Field } from '#shared/record/field.ts'
import { problem } from '#shared/record/problems.ts'
import type { AnyRecord, RecordType, Source } from '#shared/record/record-type.ts'
import { shownValue } from '#shared/record/shown-value.ts'
import { SURFACES } from '#shared/record/surface.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { deedNamed } from '#shared/workflow/deeds.ts'
import type { Row } from '../store/database.ts'
import { EVENTS_MAX, historyOf, readNames, targetOf } from '../store/history.ts'
import { seenRecord } from '../store/records.ts'
import type { AppContext } from './app-types.ts'
import { component } from './component.ts'
import { NOT_YOURS } from './not-yours.ts'
import { HttpProblem } from './problem.ts'
import { shownChanges } from './shown.ts'

const Change = z.object({
  field: z.string(),
  old: z.unknown().optional(),
  new: z.unknown(),
  label: z.string(),
  oldText: z.string().nullable(),
  newText: z.string().nullable(),
})

/** `old` and `new` are values; the texts say the same as a person reads it, null for nothing. */
const Event = component(
  'Event',
  z.object({
    version: z.int(),
    action: z.string(),
    title: z.string(),
    at: z.int(),
    atText: z.string(),
    actor: z.string(),
    actorName: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    surface: z.string(),
    surfaceText: z.string(),
    changes: z.array(Change),
  }),
)

export const HistorySchema = z.object({
  record: z.object({ label: z.string(), title: z.string().nullable() }),
  events: z.array(Event),
  next: z.int().nullable(),
})

/** A record's changes before a version, as far as the reader may see them and in words they read. */
export async function history(context: AppContext, name: TypeName): Promise<Response> {
  const { database, person, language } = context.var
  const before = beforeOf(context)
  const [[row] = [], rows = [], ...names] = await database.batch(
    historyOf(name, person, context.req.param('id') ?? '', before),
  )
  const record = seenRecord(name, person, row)
  if (!record) throw new HttpProblem('not_found')
  const { label, title }: RecordType = TYPES[name]
  const tell = teller(context, name, record, names.flat())
  const events = rows.map((one) => eventOf(one, shownChanges(name, JSON.parse(String(one.changes)), person), tell))
  const answer: HistoryAnswer = {
    record: {
      label: label[language],
      title: Object.hasOwn(fieldsOf(name, person), title) ? String(record[title]) : null,
    },
    events: events.map((event) => ({
      ...event,
      title: deedNamed(event.action, language),
      atText: dateTime(event.at, person.timezone),
      surfaceText: SURFACES[event.surface as Source]?.[language] ?? event.surface,
    })),
    next: rows.length < EVENTS_MAX ? null : Number(rows.at(-1)?.version),
  }
  return context.json(answer)
}

function beforeOf(context: AppContext): number | null {
  const before = context.req.query('before')
  if (before === undefined) return null
  if (!/^\d{1,15}$/.test(before)) {
    throw new HttpProblem('invalid', [problem('before', 'format', context.var.language)])
  }
  return Number(before)
}

type Tell = (field: string, value: unknown) => string | null

function eventOf(
  { version, action, at, actor, actor_name, absent_name, surface }: Row,
  changes: readonly FieldChange[],
  tell: { readonly label: (field: string) => string; readonly value: Tell },
): Omit<HistoryEvent, 'title' | 'atText' | 'surfaceText'> {
  return {
    version: Number(version),
    action: String(action),
    at: Number(at),
    actor: String(actor),
    actorName: actor_name === null ? null : String(actor_name),
    onBehalfOf: absent_name === null ? null : String(absent_name),
    surface: String(surface),
    changes: changes.map((change) => ({
      ...change,
      label: tell.label(change.field),
      oldText: tell.value(change.field, change.old),
      newText: tell.value(change.field, change.new),
    })),
  }
}

/** What fields are called and what their values say. */
function teller({ var: { person, language } }: AppContext, name: TypeName, record: AnyRecord, rows: readonly Row[]) {
  const fields = fieldsOf(name, person)
  const names = readNames(person, rows)
  const fieldOf = (key: string): Field | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined)
  const nameOf = (type: TypeName, id: unknown) => names.get(`${type}/${id}`) ?? say(NOT_YOURS, language)
  return {
    label: (key: string) => fieldOf(key)?.label[language] ?? key,
    value(key: string, value: unknown): string | null {
      if (value === null || value === undefined) return null
      const field = fieldOf(key)
      const target = field && targetOf(field)
      if (target)
        return [value]
          .flat()
          .map((id) => nameOf(target, id))
          .join(', ')
      return field ? shownValue(field, value, record, { ...person, language }) : String(value)
    },
  }
}
