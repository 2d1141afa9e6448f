import type { Standing } from '#shared/access/standing.ts'
import type { Problem } from '#shared/api.ts'
import type { Values } from '#shared/record/change.ts'
import { dateOrderProblems } from '#shared/record/date-order.ts'
import { problem } from '#shared/record/problems.ts'
import { rateProblems } from '#shared/record/rates.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from '../store/database.ts'
import { recordById, seenRecord } from '../store/records.ts'
import type { Statement } from '../store/statement.ts'
import type { AppContext } from './app-types.ts'

/** What has to be read to know whether a write is right, beside the record itself; and whether it is. */
export interface WriteCheck {
  readonly statements: readonly Statement[]
  readonly problems: (rows: readonly Row[][], whole: Values) => Problem[]
  /** How the person stands to what each field refers to. */
  readonly standings: (rows: readonly Row[][]) => Readonly<Record<string, Standing>>
}

/**
 * Checks that what a record refers to is there for the person who says so, and agrees with it where its definition
 * says so, and that its exchange rates can be ones. Another firm's record, or one they may not see, is no record here.
 */
export function referenceCheck(context: AppContext, type: TypeName, values: Values): WriteCheck {
  const fields: RecordType['fields'] = TYPES[type].fields
  const references = Object.entries(fields).flatMap(([key, field]) => {
    const id = values[key]
    return field.kind === 'reference' && typeof id === 'string' ? [{ key, id, ...field }] : []
  })
  const { language, person } = context.var
  return {
    statements: references.map(({ to, id }) => recordById(to as TypeName, person, id)),
    standings: (rows) =>
      Object.fromEntries(references.map(({ key }, index) => [key, Number(rows[index]?.[0]?.standing ?? 0)])),
    problems: (rows, whole) => [
      ...dateOrderProblems(fields, whole, language),
      ...rateProblems(type, values, whole, person.currency, language),
      ...references.flatMap(({ key, to, agrees = {} }, index) => {
        const row = seenRecord(to as TypeName, person, rows[index]?.[0])
        if (!row) return [problem(key, 'reference', language)]
        const record = TYPES[to as TypeName].label[language]
        return Object.entries(agrees)
          .filter(([own, theirs]) => (whole[own] ?? null) !== (row[theirs] ?? null))
          .map(([own]) => problem(own, 'disagrees', language, { record }))
      }),
    ],
  }
}
