import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { FONTS, type FontFile } from './src/paper/pdf/fonts.ts'

const packages = resolve(import.meta.dirname, '../node_modules/@embedpdf')
const FOLDERS = { latin: 'fonts-latin', arabic: 'fonts-arabic', chinese: 'fonts-sc' } as const

/** Where each font of papers comes from (SIL Open Font License). */
export const FONT_PATHS = Object.fromEntries(
  Object.entries(FONTS).flatMap(([face, files]) =>
    Object.values(files).map((file) => [file, join(packages, FOLDERS[face as keyof typeof FOLDERS], 'fonts', file)]),
  ),
) as Record<FontFile, string>

/** Puts the fonts of papers among a Worker's static files, 19 MB in six; no route serves them to anybody. */
export async function buildFonts(assets: string): Promise<void> {
  await mkdir(join(assets, 'fonts'), { recursive: true })
  await Promise.all(Object.entries(FONT_PATHS).map(([file, path]) => copyFile(path, join(assets, 'fonts', file))))
}
