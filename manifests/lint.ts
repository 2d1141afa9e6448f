import { lintAppsScript } from './lint/apps-script.ts'
import { lintGmailDeployment } from './lint/gmail-deployment.ts'
import { readJson, textsAt } from './lint/json.ts'
import { lintOutlookPackage } from './lint/outlook-package.ts'
import { lintOutlookXml } from './lint/outlook-xml.ts'
import { readXml, textOf } from './lint/read-xml.ts'
import type { ManifestTexts } from './manifests.ts'
import { CHINESE_FILE } from './outlook-package.ts'

/**
 * What is wrong with the manifests of one origin, each as `file: place: what`; empty when they may be installed. It says
 * what no schema says: names that name nothing, addresses of somebody else, permissions that nobody uses.
 */
export function lintManifests(texts: ManifestTexts, origin: string): string[] {
  const chinese = { [CHINESE_FILE]: texts[`package/${CHINESE_FILE}`] }
  return [
    ...inFile('outlook.xml', lintOutlookXml(texts['outlook.xml'], origin)),
    ...inFile('package', lintOutlookPackage(texts['package/manifest.json'], chinese, origin)),
    ...inFile('gmail-deployment.json', lintGmailDeployment(texts['gmail-deployment.json'], origin)),
    ...inFile('appsscript.json', lintAppsScript(texts['appsscript.json'], origin)),
    ...inFile('package', pairProblems(texts)),
  ]
}

const inFile = (file: string, problems: readonly string[]): string[] => problems.map((problem) => `${file}: ${problem}`)

/** The XML and the package are two add-ins of one version, and the second hides the first. */
function pairProblems(texts: ManifestTexts): string[] {
  const root = readXml(texts['outlook.xml'])
  const manifest = readJson(texts['package/manifest.json'])
  if (!root) return []
  const id = textOf(root, 'Id')
  const [version = ''] = textsAt(manifest, 'version')
  const hidden = textsAt(manifest, 'extensions[].alternates[].hide.customOfficeAddin.officeAddinId')
  return [
    ...(textsAt(manifest, 'id')[0] === id ? ['id: it is the id of the XML, which is another add-in'] : []),
    ...(hidden.every((one) => one === id) ? [] : ['alternates: what gives way is not the add-in of the XML']),
    ...(textOf(root, 'Version') === `${version}.0` ? [] : [`version: ${version} is not that of the XML`]),
  ]
}
