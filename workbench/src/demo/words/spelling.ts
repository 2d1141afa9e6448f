const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ı: 'i', ø: 'o', đ: 'd', æ: 'ae' }

/** A name in the letters of a mail address: `Łukasz Dąbrowska` is `lukaszdabrowska`. */
export function latin(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[ßłıøđæ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '')
}

/** A word of a list: as it is written, and in Latin letters. */
export function spelt(word: string | readonly [string, string]): readonly [written: string, latin: string] {
  return typeof word === 'string' ? [word, latin(word)] : word
}
