import { changed, type Effect } from './effect.ts'

/** What was made and inspected releases the order's line that it was made for. */
export const linesInspected: Effect = ({ file, record }) => ({
  changes: file.parts.order_line
    .filter(({ id }) => id === record.order_line_id)
    .map((line) => changed('order_line', line, { inspection_result: record.inspection_result ?? 'accept' })),
})
