import type { Post } from '../../pane/src/call-worker.ts'

/** Finds the order that a line belongs to, and asks once for each; undefined when nobody says. */
export function orderOfLine(post: Post): (line: string) => Promise<string | undefined> {
  const known = new Map<string, string>()
  return async (line) => {
    const order = known.get(line)
    if (order !== undefined) return order
    const reply = await post<{ readonly order_id?: string }>(`/v1/order_lines/${encodeURIComponent(line)}`)
    if (reply.kind !== 'answer' || reply.answer.order_id === undefined) return undefined
    known.set(line, reply.answer.order_id)
    return reply.answer.order_id
  }
}
