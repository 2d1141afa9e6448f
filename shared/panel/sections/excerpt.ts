const EXCERPT = 160

/** The beginning of a text, on one line. */
export function excerpt(whole: string): string {
  const letters = [...whole.replace(/\s+/g, ' ').trim()]
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT - 1).join('')}…` : letters.join('')
}
