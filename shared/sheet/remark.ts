/** Ours among the notes of a cell, which are its readers'. One line. */
const OURS = /(^|\n\n)Quayside: [^\n]*/

/** A cell's note with our remark in it, or without one: what somebody else wrote there stays. */
export function withRemark(note: string, remark: string | null): string {
  const theirs = note.replace(OURS, '')
  if (remark === null) return theirs
  return [theirs, `Quayside: ${remark.replace(/\s*\n\s*/g, ' ')}`].filter(Boolean).join('\n\n')
}

export const isRemarked = (note: string | undefined): boolean => note !== undefined && OURS.test(note)
