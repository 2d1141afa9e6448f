import { html as compose } from 'hono/html'

/** Finished HTML. Only {@link html} makes it, so that whatever is not of this type gets escaped. */
export type Markup = Exclude<ReturnType<typeof compose>, Promise<unknown>>

type Part = string | number | Markup | false | undefined | readonly Part[]

/**
 * HTML from a template: every string put into it is escaped, for text and for quoted attributes alike.
 * No part is ever a promise, so neither is the whole; `hono/html` cannot say that in its own type.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return compose(strings, ...parts) as Markup
}
