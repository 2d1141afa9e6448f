import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailSource } from './mail.ts'

/** The `.eml` files of a folder, as mails of the inbox. Their ids are the file names, made safe for an address. */
export async function readMailFolder(path: string): Promise<MailSource[]> {
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.eml')).sort()
  const ids = new Set<string>()
  return Promise.all(
    names.map(async (name) => {
      const id = freeId(name.slice(0, -'.eml'.length).replace(/[^\w-]+/g, '_'), ids)
      return { id, raw: await readFile(join(path, name)), folder: 'inbox' as const }
    }),
  )
}

/** Two names may look alike once they are safe; the second one gets a number. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
