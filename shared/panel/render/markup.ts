/** Finished HTML. Only {@link html} makes it, so that whatever is not of this type gets escaped. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

type Part = string | number | Markup | false | undefined | readonly Part[]

/**
 * HTML from a template: every string put into it is escaped, for text and for quoted attributes alike. A panel is some
 * hundreds of these, and half of what drawing it costs: `hono/html`, which waits for promises as well, takes twice as long.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const lines = unindented(strings)
  let text = lines[0] ?? ''
  for (let at = 0; at < parts.length; at++) text += written(parts[at]) + lines[at + 1]
  return new Markup(text)
}

function written(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.toString()
  if (typeof part === 'number') return String(part)
  let text = ''
  for (const one of part) text += written(one)
  return text
}

const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(EACH, (one) => NAMES[one] ?? one) : text)

const SPECIAL = /[&<>"']/
const EACH = /[&<>"']/g
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The templates' own indentation is for their reader here; a third of every answer would be blanks. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  let short = SHORT.get(strings)
  if (!short) {
    short = strings.map((string) => string.replace(/\s*\n\s*/g, '\n'))
    SHORT.set(strings, short)
  }
  return short
}

const SHORT = new WeakMap<TemplateStringsArray, readonly string[]>()
