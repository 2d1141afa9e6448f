import type { Context } from 'hono'

/**
 * A header of whatever is answered, an error too. Said before there is an answer: `context.header` on one that is
 * there makes it anew each time, and its body a stream.
 */
export const toEvery = ({ res }: Context, name: string, value: string): void => res.headers.set(name, value)
