/** What is missing for what the code does, and what is asked for in excess of it. */
export const scopeProblems = (given: readonly string[], needed: readonly string[]): string[] => [
  ...needed.flatMap((scope) => (given.includes(scope) ? [] : [`oauthScopes: ${scope} is missing`])),
  ...given.flatMap((scope) => (needed.includes(scope) ? [] : [`oauthScopes: nothing needs ${scope}`])),
]
