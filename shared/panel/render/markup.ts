import { html as compose } from 'hono/html'

/** Finished HTML. Only {@link html} makes it, so that whatever is not of this type gets escaped. */
export type Markup = Exclude<ReturnType<typeof compose>, Promise<unknown>>

type Part = string | number | Markup | false | undefined | readonly Part[]

/**
 * HTML from a template: every string put into it is escaped, for text and for quoted attributes alike.
 * No part is ever a promise, so neither is the whole; `hono/html` cannot say that in its own type.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return compose(unindented(strings), ...parts) as Markup
}

/** The templates' own indentation is for their reader here; a third of every answer would be blanks. */
function unindented(strings: TemplateStringsArray): TemplateStringsArray {
  let short = SHORT.get(strings)
  if (!short) {
    const lines = strings.map((string) => string.replace(/\s*\n\s*/g, '\n'))
    short = Object.assign(lines, { raw: lines }) as TemplateStringsArray
    SHORT.set(strings, short)
  }
  return short
}

const SHORT = new WeakMap<TemplateStringsArray, TemplateStringsArray>()
