import { strToU8, zipSync } from 'fflate'
import { type IconSize, OUTLINE } from './icons.ts'
import type { ManifestTexts } from './manifests.ts'
import { CHINESE_FILE, COLOUR_ICON } from './outlook-package.ts'

/** The size of the package's icon in colour. */
export const COLOUR_SIZE = 192 satisfies IconSize

/** The app package: everything at the root of the zip. The same manifests give the same bytes, at any time and place. */
export const outlookZip = (
  texts: ManifestTexts,
  icons: { readonly color: Uint8Array<ArrayBuffer>; readonly outline: Uint8Array<ArrayBuffer> },
): Uint8Array<ArrayBuffer> =>
  zipSync(
    {
      'manifest.json': strToU8(texts['package/manifest.json']),
      [CHINESE_FILE]: strToU8(texts[`package/${CHINESE_FILE}`]),
      [COLOUR_ICON]: icons.color,
      [OUTLINE]: icons.outline,
    },
    // Zips hold local time, so the beginning of their calendar is said in local time.
    { mtime: new Date(1980, 0, 1) },
  )
