import type { OfficeColours } from './host.ts'

export type Theme = 'light' | 'dark' | 'contrast'

/** What the page itself is told: the system's wish, which Outlook's own theme goes before. */
export interface Wishes {
  readonly dark: boolean
  readonly contrast: boolean
}

/**
 * The theme beside Outlook's colours. Outlook names none, so it is read from how light its background
 * is; pure black is the background of the contrast themes alone.
 */
export function themeOf(colours: OfficeColours | null, wishes: Wishes): Theme {
  if (wishes.contrast) return 'contrast'
  const background = colours && luminance(colours.bodyBackgroundColor)
  if (background === null) return wishes.dark ? 'dark' : 'light'
  if (background === 0) return 'contrast'
  return background < 0.4 ? 'dark' : 'light'
}

/** From 0 for black to 1 for white, near enough to tell dark from light; null for what is not like `#1f1f1f`. */
function luminance(colour: string): number | null {
  const digits = /^#?([0-9a-f]{6})/i.exec(colour)?.[1]
  if (digits === undefined) return null
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}
