/**
 * The check digit of a container (ISO 6346) from owner code, category and serial, such as `CSQU305438`; null for what
 * is no such number. Letters count from 10 on and leave out the multiples of 11.
 */
export function containerCheckDigit(ownerAndSerial: string): number | null {
  if (!/^[A-Z]{4}\d{6}$/.test(ownerAndSerial)) return null
  let sum = 0
  for (const [position, character] of [...ownerAndSerial].entries()) sum += letterValue(character) * 2 ** position
  return (sum % 11) % 10
}

/** Whether a whole number, such as `CSQU3054383`, ends in its check digit. */
export const isContainerNumber = (number: string): boolean =>
  number.length === 11 && String(containerCheckDigit(number.slice(0, 10))) === number.slice(10)

function letterValue(character: string): number {
  if (character <= '9') return Number(character)
  const place = character.charCodeAt(0) - 'A'.charCodeAt(0)
  // 10 is A, 12 is B: 11, 22 and 33 stand for no letter.
  return 10 + place + Math.floor((place + 9) / 10)
}
