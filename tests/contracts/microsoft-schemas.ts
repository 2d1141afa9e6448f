import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import words from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
}
import manifest from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with {
  type: 'json',
}
import { Ajv } from 'ajv'
import { validateXML } from 'xmllint-wasm'

/** The add-in-only manifest's schemas. They lie beside the repository, not in it. */
const FOLDER = join(import.meta.dirname, '../../../shared/schemas/office-xml-manifest-xsd')

export const xmlSchemasAreThere = existsSync(FOLDER)

const MAIN = 'OfficeAppManifestV1_1.xsd'
const SCHEMAS = ['OfficeAppBasicTypesV1_0.xsd', 'MailAppVersionOverridesV1_0.xsd', 'MailAppVersionOverridesV1_1.xsd']

/** What the schemas find wrong in each add-in-only manifest, one list a document. */
export async function xmlProblems(documents: readonly string[]): Promise<string[][]> {
  const file = (fileName: string) => ({ fileName, contents: readFileSync(join(FOLDER, fileName), 'utf8') })
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema: file(MAIN), preload: SCHEMAS.map(file) })
  return xml.map(({ fileName }) =>
    errors.filter(({ rawMessage }) => rawMessage.startsWith(fileName)).map(({ message }) => message),
  )
}

/**
 * Microsoft's own schemas of the unified manifest. Their validator cannot be loaded (it wants a package that it does not
 * name), so they are compiled here; they are of draft 4, of which they use nothing that later drafts read otherwise.
 */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false })

const compiled = ({ $schema: _, ...schema }: object & { $schema?: string }) => {
  const validate = ajv.compile(schema)
  return (value: unknown): string[] =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What they find wrong in a unified manifest, and in a file of its words in another language. */
export const packageProblems = compiled(manifest)
export const wordsProblems = compiled(words)
