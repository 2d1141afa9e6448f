/** Whether a value may be stored as one line of text: no NUL, no line break, no half character, not too long. */
export const isText = (value: string, max: number): boolean => value.length <= max && /^[^\0\r\n\p{Cs}]*$/u.test(value)
