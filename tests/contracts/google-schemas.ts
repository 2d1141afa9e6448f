import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Google's cards and answers as JSON Schema. They lie beside the repository, not in it. */
const FOLDER = join(import.meta.dirname, '../../../shared/schemas/google')

export const schemasAreThere = existsSync(FOLDER)

export type Schema = { readonly [name: string]: unknown }

export const schema = (name: string): Schema => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

/** Nothing for the side panel, whatever the schema's marks say: research by name of the member. */
const AVOIDED = new Set(['columns', 'chipList', 'overflowMenu', 'collapseControl', 'carousel', 'horizontalAlignment'])

/** The paths in a card of what Gmail's side panel does not show: what the schema marks as Chat's alone, and the rest. */
export function absentFromGmail(root: Schema, value: unknown, part: Schema = root, path = ''): string[] {
  const here = resolved(root, part)
  if (here['x-availability'] === 'chat-only') return [path]
  if (Array.isArray(value)) {
    return value.flatMap((one, at) => absentFromGmail(root, one, (here.items ?? {}) as Schema, `${path}/${at}`))
  }
  if (typeof value !== 'object' || value === null) return []
  const properties = (here.properties ?? {}) as Readonly<Record<string, Schema>>
  return Object.entries(value).flatMap(([name, one]) => {
    const at = `${path}/${name}`
    const property = properties[name] ?? {}
    if (AVOIDED.has(name) || property['x-availability'] === 'chat-only') return [at]
    return absentFromGmail(root, one, property, at)
  })
}

function resolved(root: Schema, part: Schema): Schema {
  const name = typeof part.$ref === 'string' ? part.$ref.replace('#/$defs/', '') : null
  return name === null ? part : resolved(root, (root.$defs as Readonly<Record<string, Schema>>)[name] ?? {})
}
