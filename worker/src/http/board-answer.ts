import { mayAtAll } from '#shared/access/access.ts'
import { seenRecord } from '#shared/access/seen-record.ts'
import { BOARD_STAGES, type BoardAnswer, type BoardColumn, BoardQuery } from '#shared/desk/board.ts'
import { orderCard } from '#shared/desk/board-card.ts'
import { problem } from '#shared/record/problems.ts'
import { isDate } from '#shared/time/civil-date.ts'
import { order } from '#shared/trade/order.ts'
import { boardColumn, type FoundColumn, readColumn } from '../store/board.ts'
import { boardChoices, readChoices } from '../store/board-choices.ts'
import type { Place } from '../store/board-walk.ts'
import type { AppContext } from './app-types.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { NOT_YOURS } from './not-yours.ts'
import { parseValue, singles } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** The columns that the query asks for, each from its most urgent card or behind a cursor. */
export async function board(context: AppContext): Promise<BoardAnswer> {
  const { database, person, language } = context.var
  const { stage, cursor, ...filter } = parseValue(context, BoardQuery, singles(context))
  const after = cursor === undefined ? null : placeOf(context, cursor)
  if (after && !stage) throw new HttpProblem('invalid', [problem('stage', 'required', language)])
  if (!mayAtAll(person.access, 'order', 'view')) throw new HttpProblem('not_allowed')

  const stages = BOARD_STAGES.filter((one) => stage === undefined || one === stage)
  const found = await database.batch([
    ...stages.map((one) => boardColumn(person, one, filter, after)),
    ...(stage ? [] : [boardChoices(person, filter)]),
  ])
  return {
    columns: stages.map((one, at) => {
      const { count, ...column } = columnOf(context, one, readColumn(person, found[at] ?? []))
      return { ...column, count: after ? null : count }
    }),
    choices: stage ? null : readChoices(person, filter, found.at(-1) ?? [], NOT_YOURS[language]),
  }
}

function placeOf(context: AppContext, cursor: string): Place {
  const { value, id } = readCursor(context, cursor)
  if (value !== null && (typeof value !== 'string' || !isDate(value))) {
    throw new HttpProblem('invalid', [problem('cursor', 'format', context.var.language)])
  }
  return { due: value, id }
}

function columnOf(
  { var: { person, language } }: AppContext,
  stage: (typeof BOARD_STAGES)[number],
  found: FoundColumn,
): BoardColumn {
  const { orders, count, next } = found
  return {
    key: stage,
    name: order.fields.exec_status.choices[stage][language],
    count,
    cards: orders.map(({ order, ...rest }) =>
      orderCard({ ...rest, order: seenRecord('order', order, person) }, { today: person.today, language }),
    ),
    next: next && writeCursor(next.due, next.id),
  }
}
