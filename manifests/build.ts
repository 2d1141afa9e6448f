import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ICON_NAMES } from './icons.ts'

const HERE = import.meta.dirname

/** Writes what is served as it is: `<outDir>/icons/*.png`, and the style of the install page. */
export async function buildInstall(outDir: string): Promise<void> {
  const [icons, install] = [join(outDir, 'icons'), join(outDir, 'install')]
  await Promise.all([icons, install].map((folder) => mkdir(folder, { recursive: true })))
  await Promise.all([
    ...ICON_NAMES.map((name) => copyFile(join(HERE, 'icons', name), join(icons, name))),
    copyFile(join(HERE, 'install.css'), join(install, 'page.css')),
  ])
}
