export type Theme = 'light' | 'dark' | 'contrast'

/** Colours around the pane, as a host tells them: `#1f1f1f`. */
export interface HostColours {
  readonly bodyBackgroundColor: string
}

/** What the page itself is told: the system's wish, which the host's own theme goes before. */
export interface Wishes {
  readonly dark: boolean
  readonly contrast: boolean
}

/**
 * The theme beside the host's colours. Outlook names none, so it is read from how light its background
 * is; pure black is the background of the contrast themes alone.
 */
export function themeOf(colours: HostColours | null, wishes: Wishes): Theme {
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

/** The pane looks like the host around it, and changes with it. What comes back is told the host's new colours. */
export function keepTheme(first: HostColours | null): (changed: HostColours) => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)')
  let colours = first
  const apply = () => {
    document.body.dataset.theme = themeOf(colours, { dark: dark.matches, contrast: contrast.matches })
  }
  for (const wish of [dark, contrast]) wish.addEventListener('change', apply)
  apply()
  return (changed) => {
    colours = changed
    apply()
  }
}
