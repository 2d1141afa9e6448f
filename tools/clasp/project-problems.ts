import { createContext, runInContext, Script } from 'node:vm'
import { transform } from 'esbuild'
import type { ProjectFiles } from './project.ts'

/** The functions that Google itself calls. */
const CALLED_BY_GOOGLE = ['onOpen', 'onInstall', 'showSidebar'] as const

/** What is wrong with an Apps Script project before anybody pushes it, a sentence each. */
export async function projectProblems(files: ProjectFiles): Promise<string[]> {
  const { 'Code.js': code, 'sidebar.html': page, 'appsscript.json': manifest } = files
  const unparsed = parseProblems(code)
  if (unparsed.length > 0) return unparsed
  return [
    ...loadProblems(code),
    ...(await syntaxProblems(code)),
    ...apiProblems(code),
    ...scopeProblems(code, JSON.parse(manifest)),
    ...pageProblems(page),
  ]
}

function parseProblems(code: string): string[] {
  try {
    new Script(code, { filename: 'Code.js' })
    return []
  } catch (error) {
    return [`Code.js is no script: ${(error as Error).message}`]
  }
}

/** Loaded with nothing of Google's around it, for a menu must appear before anybody has agreed to anything. */
function loadProblems(code: string): string[] {
  const scope = createContext({})
  try {
    runInContext(code, scope)
  } catch (error) {
    return [`Code.js does something when it is loaded: ${(error as Error).message}`]
  }
  return CALLED_BY_GOOGLE.filter((name) => typeof scope[name] !== 'function').map(
    (name) => `Code.js has no global function ${name}, which Google calls.`,
  )
}

/** What would look different if it were written for ES2020 is newer, private names and static fields among it. */
async function syntaxProblems(code: string): Promise<string[]> {
  const [asIs, lowered] = await Promise.all(
    ['esnext', 'es2020'].map((target) => transform(code, { target, minifyWhitespace: true })),
  )
  return asIs?.code === lowered?.code ? [] : ['Code.js holds syntax that is newer than ES2020.']
}

/** Apps Script is V8 without a browser or Node around it, and older than this one. */
const MISSING =
  /(?<![.\w$])(fetch|XMLHttpRequest|URL|URLSearchParams|TextEncoder|TextDecoder|setTimeout|setInterval|queueMicrotask|structuredClone|atob|btoa|crypto|performance|window|document|localStorage|sessionStorage|process|require|Buffer|globalThis)\s*[.(]/g
const YOUNG = /\.(replaceAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|groupBy|hasOwn)\(/g

function apiProblems(code: string): string[] {
  const missing = [...code.matchAll(MISSING)].map(([, name]) => `Apps Script has no ${name}.`)
  const young = [...code.matchAll(YOUNG)].map(([, name]) => `Apps Script may not have ${name}().`)
  return [...new Set([...missing, ...young])]
}

/** What must be allowed for what is used, by developers.google.com/apps-script/reference. */
const SCOPES: readonly (readonly [RegExp, string])[] = [
  [/\bgetIdentityToken\(/, 'openid'],
  [/\bgetEmail\(/, 'https://www.googleapis.com/auth/userinfo.email'],
  [/\bshowSidebar\(|\bcreateAddonMenu\(/, 'https://www.googleapis.com/auth/script.container.ui'],
  [/\bSpreadsheetApp\./, 'https://www.googleapis.com/auth/spreadsheets.currentonly'],
  [/\bgetActiveUserLocale\(/, 'https://www.googleapis.com/auth/script.locale'],
  [/\bUrlFetchApp\./, 'https://www.googleapis.com/auth/script.external_request'],
]
/** Services that ask for no scope, or for one of those above. */
const KNOWN = ['SpreadsheetApp', 'HtmlService', 'ScriptApp', 'Session', 'PropertiesService', 'LockService', 'Utilities']

function scopeProblems(code: string, { oauthScopes }: { readonly oauthScopes?: readonly string[] }): string[] {
  const needed = SCOPES.flatMap(([use, scope]) => (use.test(code) ? [scope] : []))
  const asked = oauthScopes ?? []
  const services = new Set(
    Array.from(code.matchAll(/(?<![.\w$])([A-Z]\w*(?:App|Service))\./g), ([, name = '']) => name),
  )
  return [
    ...needed.filter((scope) => !asked.includes(scope)).map((scope) => `The manifest does not ask for ${scope}.`),
    ...asked.filter((scope) => !needed.includes(scope)).map((scope) => `The manifest asks for ${scope} in vain.`),
    ...[...services]
      .filter((name) => !KNOWN.includes(name) && name !== 'UrlFetchApp')
      .map((name) => `Nobody knows what ${name} asks for.`),
  ]
}

/** HtmlService serves one file, and every script in it must parse. */
function pageProblems(page: string): string[] {
  const foreign = /<(script|link|img)[^>]*\s(src|href)=/.test(page)
  const scripts = Array.from(page.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script = '']) => script)
  return [
    ...(foreign ? ['sidebar.html loads another file.'] : []),
    ...(scripts.length === 0 ? ['sidebar.html has no script.'] : []),
    ...scripts.flatMap((script) => parseProblems(script).map((problem) => problem.replace('Code.js', 'sidebar.html'))),
  ]
}
