/** px, square. Outlook's ribbons take some of them, its phones others, Google's toolbar and the package one each. */
export const ICON_SIZES = [16, 20, 24, 25, 32, 40, 48, 50, 64, 75, 80, 96, 128, 144, 192] as const
export type IconSize = (typeof ICON_SIZES)[number]

export const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const satisfies readonly IconSize[]

/** Each in three densities: nine files, which are what it says times the scale. */
export const PHONE_ICONS = [
  { size: 25, pixels: [25, 50, 75] },
  { size: 32, pixels: [32, 64, 96] },
  { size: 48, pixels: [48, 96, 144] },
] as const satisfies readonly { readonly size: number; readonly pixels: readonly IconSize[] }[]

/** White on nothing, 32 px: the package's second icon. */
export const OUTLINE = 'outline.png'

export const iconName = (size: IconSize): string => `quayside-${size}.png`

/** Every icon that is served, by name. */
export const ICON_NAMES: readonly string[] = [...ICON_SIZES.map(iconName), OUTLINE]

export const iconUrl = (origin: string, size: IconSize): string => `${origin}/icons/${iconName(size)}`
