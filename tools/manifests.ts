import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { IDS, NAME, PROVIDER } from '../manifests/add-in.ts'
import { iconName, OUTLINE } from '../manifests/icons.ts'
import { lintManifests } from '../manifests/lint.ts'
import { manifestTexts } from '../manifests/manifests.ts'
import { COLOUR_SIZE, outlookZip } from '../manifests/outlook-zip.ts'
import { settingsFor, settingsProblems } from '../manifests/settings.ts'

/**
 * `npm run manifests -- --origin https://… [--out DIR] [--client-id GUID] …`: writes what an administrator installs for an
 * address. Nothing is written unless the settings are right and lint finds nothing; exit code 2 when they are not.
 */
const root = resolve(import.meta.dirname, '..')

const USAGE = `npm run manifests -- --origin https://quayside.example.com
  --out DIR          where to write, .data/manifests
  --client-id GUID   the app registration in Microsoft Entra
  --name NAME        what staff call it, ${NAME}
  --provider NAME    the firm that runs it
  --xml-id GUID      for a second Quayside in one Microsoft 365: ids
  --package-id GUID  of its own
  --local            take an address of this very machine, for trials`

function options() {
  try {
    const { values } = parseArgs({
      options: {
        origin: { type: 'string' },
        out: { type: 'string', default: join(root, '.data/manifests') },
        'client-id': { type: 'string' },
        name: { type: 'string', default: NAME },
        provider: { type: 'string', default: PROVIDER },
        'xml-id': { type: 'string', default: IDS.xml },
        'package-id': { type: 'string', default: IDS.package },
        local: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return refuse([(error as Error).message])
  }
}

function refuse(problems: readonly string[]): never {
  console.error([...problems, '', USAGE].join('\n'))
  process.exit(2)
}

const { origin, out, local, name, provider, ...ids } = options()
if (origin === undefined) refuse(['Say the address: --origin https://…'])

const settings = settingsFor(origin, {
  clientId: ids['client-id'] ?? null,
  name,
  provider,
  ids: { xml: ids['xml-id'], package: ids['package-id'] },
})
const wrong = settingsProblems(settings, { local })
if (wrong.length > 0) refuse(wrong)

const texts = manifestTexts(settings)
const problems = lintManifests(texts, origin)
if (problems.length > 0) refuse(problems)

const icon = (file: string) => readFile(join(root, 'manifests/icons', file)).then((bytes) => new Uint8Array(bytes))
const icons = { color: await icon(iconName(COLOUR_SIZE)), outline: await icon(OUTLINE) }
const files = { ...texts, 'outlook.zip': outlookZip(texts, icons) }
for (const [file, content] of Object.entries(files)) {
  // npm runs scripts in the project's folder; a path is meant from where the person called it.
  const path = resolve(process.env.INIT_CWD ?? '', out, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  console.log(path)
}
