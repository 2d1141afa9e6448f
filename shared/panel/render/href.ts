/** `https:`, this very machine, or a path of our own origin; two slashes at the start would leave it. */
const SAFE = /^(?:https:\/\/[^/]|http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/?#]|$)|\/(?!\/))/i

/**
 * The address when a reader may be led there, else undefined: `javascript:` and its kin never become a
 * link. Backslashes and blanks are refused outright, for browsers read `/\` as `//` and drop line breaks.
 */
export function safeHref(href: string): string | undefined {
  return SAFE.test(href) && !/[\\\s\p{Cc}]/u.test(href) ? href : undefined
}
