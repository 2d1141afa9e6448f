import { ulid } from 'ulid'

/** A new ULID. By itself the library asks for random bytes one by one, sixteen times an id; here they come many at once. */
export const newId = (): string => ulid(undefined, random)

const bytes = new Uint8Array(1_024)
let left = 0

/** From 0 to just below 1, of 256 steps: eight for each of the 32 letters. */
function random(): number {
  if (left === 0) {
    crypto.getRandomValues(bytes)
    left = bytes.length
  }
  left -= 1
  return (bytes[left] ?? 0) / 256
}
