/** What was read in a mail: never without the words it came from, and never said more surely than it was read. */
export interface Found<Value> {
  readonly value: Value
  /** An excerpt as it stands in the mail: its text, a header, or the name of an attachment. */
  readonly words: string
  /** False where the words can be read in two ways, or say it only by what they imply. */
  readonly certain: boolean
}

export const found = <Value>(value: Value, words: string, certain = true): Found<Value> => ({
  value,
  words: words.trim(),
  certain,
})

/** The first that is certain, else the first. */
export function best<Value>(candidates: readonly (Found<Value> | null | undefined)[]): Found<Value> | null {
  const there = candidates.filter((one) => one !== null && one !== undefined)
  return there.find(({ certain }) => certain) ?? there[0] ?? null
}
