import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appsScriptManifest } from '../../manifests/apps-script.ts'
import { jsonText } from '../../manifests/manifests.ts'
import { buildSheets, type SheetsFiles } from '../../sheets-sidebar/build.ts'

export type ProjectFiles = SheetsFiles & { readonly 'appsscript.json': string }

/** The whole Apps Script project of the sidebar for a Worker's address, as text by file name. */
export async function projectFiles(origin: string): Promise<ProjectFiles> {
  return { ...(await buildSheets({ origin })), 'appsscript.json': jsonText(appsScriptManifest({ origin })) }
}

/**
 * Writes the project into a folder as clasp reads one: the files under `project/`, and beside them `.clasp.json`, which says
 * into which script they go.
 */
export async function writeProject(folder: string, files: ProjectFiles, scriptId: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'project'), { recursive: true })
  await Promise.all([
    writeFile(join(folder, '.clasp.json'), jsonText({ scriptId, rootDir: 'project' })),
    ...Object.entries(files).map(([name, text]) => writeFile(join(folder, 'project', name), text)),
  ])
}
