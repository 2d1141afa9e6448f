import { appsScriptManifest } from './apps-script.ts'
import { gmailDeployment } from './gmail-deployment.ts'
import { CHINESE_FILE, chineseWords, outlookPackage } from './outlook-package.ts'
import { outlookXml } from './outlook-xml.ts'
import type { Settings } from './settings.ts'

/** Everything that is installed, as text by the name of its file; what is under `package/` goes into one zip. */
export const manifestTexts = (settings: Settings): ManifestTexts => ({
  'outlook.xml': outlookXml(settings),
  'package/manifest.json': jsonText(outlookPackage(settings)),
  [`package/${CHINESE_FILE}`]: jsonText(chineseWords(settings)),
  'gmail-deployment.json': jsonText(gmailDeployment(settings)),
  'appsscript.json': jsonText(appsScriptManifest(settings)),
})

export type ManifestTexts = Readonly<
  Record<
    | 'outlook.xml'
    | 'package/manifest.json'
    | `package/${typeof CHINESE_FILE}`
    | 'gmail-deployment.json'
    | 'appsscript.json',
    string
  >
>

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
