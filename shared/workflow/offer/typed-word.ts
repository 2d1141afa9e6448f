/** What was typed into a field, as far as something can be looked for by it; it has not been checked yet. */
export const typedWord = (typed: unknown): string => (typeof typed === 'string' ? typed.slice(0, 254) : '')
