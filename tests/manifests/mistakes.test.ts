import { describe, expect, test } from 'vitest'
import { IDS } from '../../manifests/add-in.ts'
import { lintManifests } from '../../manifests/lint.ts'
import type { ManifestTexts } from '../../manifests/manifests.ts'
import { packageProblems, wordsProblems, xmlProblems, xmlSchemasAreThere } from '../contracts/microsoft-schemas.ts'
import { ORIGIN, textsOf } from './installations.ts'

/** A mistake: what stands in the file, what stands there instead, and how it is called. */
type Mistake = readonly [was: string | RegExp, becomes: string, why: RegExp]

const XML_MISTAKES: readonly Mistake[] = [
  ['<OfficeApp', '<OfficeAp', /outlook\.xml: OfficeApp: this is no manifest/],
  [/<Id>.*<\/Id>/, `<Id>${IDS.package}</Id>`, /package: id: it is the id of the XML/],
  [/<Id>.*<\/Id>/, '<Id>quayside</Id>', /outlook\.xml: Id: it must be a GUID/],
  ['<Version>1.0.0.0<', '<Version>1.0.0<', /Version: 1\.0\.0 has not four parts/],
  ['<Version>1.0.0.0<', '<Version>1.0.1.0<', /package: version: 1\.0\.0 is not that of the XML/],
  ['>ReadItem<', '>ReadWriteMailbox<', /Permissions: ReadWriteMailbox is not what the pane needs/],
  ['>ReadItem<', '>ReadEverything<', /Permissions: ReadEverything is not/],
  ['<AppDomain>https://quayside.example.com<', '<AppDomain>https://elsewhere.example<', /AppDomains: .* is missing/],
  ['<AppDomain>https://quayside.example.com<', '<AppDomain>https://elsewhere.example<', /AppDomain: .* is not at/],
  [
    'DefaultValue="https://quayside.example.com/outlook',
    'DefaultValue="http://quayside.example.com/outlook',
    /is not https/,
  ],
  [
    'DefaultValue="https://quayside.example.com/outlook',
    'DefaultValue="https://cdn.example/outlook',
    /SourceLocation: .* is not at/,
  ],
  [
    'DefaultValue="https://quayside.example.com/outlook',
    'DefaultValue="https://quayside.example.com.evil.example/outlook',
    /is not at/,
  ],
  ['icons/quayside-64.png', 'icons/quayside-65.png', /IconUrl: there is no icon quayside-65\.png/],
  ['icons/quayside-64.png', 'icons/quayside-32.png', /IconUrl: it must be the icon of 64 px/],
  ['icons/quayside-128.png', 'icons/quayside-64.png', /HighResolutionIconUrl: it must be the icon of 128 px/],
  [/<Requirements>\s*<Sets>[\s\S]*?<\/Requirements>/, '', /Requirements: they are missing/],
  [/<Requirements>\s*<bt:Sets[\s\S]*?<\/Requirements>/, '', /VersionOverridesV1_0: its Requirements are missing/],
  ['<bt:Sets DefaultMinVersion="1.5">', '<bt:Sets DefaultMinVersion="1.13">', /requires Mailbox 1\.13, not 1\.5/],
  ['<SourceLocation resid="pane"/>', '<SourceLocation resid="pain"/>', /SourceLocation: its resid pain names nothing/],
  [
    '<SourceLocation resid="pane"/>',
    '<SourceLocation resid="tip"/>',
    /SourceLocation: its resid tip is in bt:LongStrings/,
  ],
  [' id="tip"', ` id="${'tip'.repeat(11)}"`, /more than 32 characters/],
  [' id="tip"', ' id="button"', /the id button is there twice/],
  [/(<bt:String id="button" DefaultValue=")[^"]*/, `$1${'x'.repeat(126)}`, /button has more than 125 characters/],
  [
    /(id="button"[^>]*>\s*<bt:Override Locale="zh-CN" Value=")[^"]*/,
    `$1${'客'.repeat(126)}`,
    /button has more than 125/,
  ],
  [/(<bt:String id="tip" DefaultValue=")[^"]*/, `$1${'x'.repeat(251)}`, /tip has more than 250 characters/],
  ['<bt:Override Locale="zh-CN"', '<bt:Override Locale="en-US"', /en-US is the default already/],
  ['<bt:Override Locale="zh-CN"', '<bt:Override Locale="zh"', /nobody wrote anything in zh/],
  ['<bt:Image size="16" resid="icon.16"/>', '', /Icon: the image of 16x1 is missing/],
  ['<bt:Image size="16" resid="icon.16"/>', '<bt:Image size="16" resid="icon.80"/>', /the image of 16x1 has not 16 px/],
  ['<bt:Image size="16" resid="icon.16"/>', '<bt:Image size="18" resid="icon.16"/>', /nobody takes an image of 18x1/],
  [/<bt:Image size="48" scale="3"[^>]*>/, '', /Icon: the image of 48x3 is missing/],
  [/<bt:Image size="48" scale="3"[^>]*>/, '<bt:Image size="48" scale="3" resid="icon.48"/>', /48x3 has not 144 px/],
  ['id="quayside.read.open"', 'id="quayside.read"', /the id quayside\.read is there twice/],
  ['<SupportsPinning>true</SupportsPinning>', '', /SupportsPinning: the pane cannot be pinned/],
  ['xsi:type="VersionOverridesV1_1"', 'xsi:type="VersionOverridesV1_2"', /VersionOverridesV1_1: it is missing/],
  [
    '<ExtensionPoint xsi:type="MessageReadCommandSurface">',
    '<ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents><LaunchEvent Type="OnMessageRead" FunctionName="f"/></LaunchEvents></ExtensionPoint><ExtensionPoint xsi:type="MessageReadCommandSurface">',
    /LaunchEvent: there is no event OnMessageRead/,
  ],
]

const PACKAGE_MISTAKES: readonly Mistake[] = [
  ['{', '', /manifest\.json: this is no JSON/],
  [IDS.package, IDS.xml, /package: id: it is the id of the XML/],
  [IDS.package, IDS.package.toUpperCase(), /id: it must be a GUID in small letters/],
  [IDS.xml, '11111111-2222-4333-8444-555555555555', /what gives way is not the add-in of the XML/],
  [/"alternates": \[[\s\S]*?\]/, '"alternates": []', /alternates: the add-in of the XML does not give way/],
  ['"version": "1.0.0"', '"version": "1.0.0.0"', /version: 1\.0\.0\.0 has not three parts/],
  ['"actionId": "open"', '"actionId": "opne"', /actionId: there is no action opne/],
  ['"actionId": "open"', '"actionId": "opne"', /actions: nothing starts open/],
  ['MailboxItem.Read.User', 'MailboxItem.Reed.User', /authorization: MailboxItem\.Read\.User is missing/],
  ['MailboxItem.Read.User', 'Mailbox.ReadWrite.User', /authorization: the pane needs no Mailbox\.ReadWrite\.User/],
  ['"scopes": [\n          "mail"\n        ]', '"scopes": ["workbook"]', /requirements: they must name the scope mail/],
  [/"capabilities": \[[\s\S]*?\],/, '"capabilities": [],', /requirements: they must name Mailbox 1\.5/],
  ['"quayside.example.com"', '"https://quayside.example.com"', /validDomains: it must be quayside\.example\.com alone/],
  ['https://quayside.example.com/outlook', 'http://quayside.example.com/outlook', /code\.page: .* is not https/],
  ['https://quayside.example.com/outlook', 'https://cdn.example/outlook', /code\.page: .* is not at/],
  [
    'https://quayside.example.com/install/#data',
    'https://other.example/privacy',
    /developer\.privacyUrl: .* is not at/,
  ],
  ['icons/quayside-80.png', 'icons/80.png', /there is no icon 80\.png/],
  ['icons/quayside-80.png', 'icons/quayside-64.png', /the image of 80 px has another size/],
  [/\{\s*"size": 32,[^}]*\},/, '', /icons: the image of 32 px is missing/],
  ['"color": "color.png"', '"color": "colour.png"', /icons\.color: it must be color\.png/],
  ['"outline": "outline.png"', '"outline": "color.png"', /icons\.outline: it must be outline\.png/],
  ['"id": "read.open"', '"id": "read"', /ribbons: the id read is there twice/],
  ['"pinnable": true', '"pinnable": false', /pinnable: the pane cannot be pinned/],
  ['"file": "zh-cn.json"', '"file": "chinese.json"', /localizationInfo: there is no file chinese\.json/],
  ['"languageTag": "zh-cn"', '"languageTag": "fr-fr"', /localizationInfo: zh-CN is missing/],
  [
    '"alternates":',
    '"autoRunEvents": [{"events": [{"type": "messageRead", "actionId": "open"}]}], "alternates":',
    /there is no event messageRead/,
  ],
]

const WORDS_MISTAKES: readonly Mistake[] = [
  ['{', '', /zh-cn\.json: this is no JSON/],
  ['tabs[0].groups[0].label', 'tabs[0].groups[1].label', /zh-cn\.json: the manifest has no .*groups\[1\]\.label/],
]

const DEPLOYMENT_MISTAKES: readonly Mistake[] = [
  ['{', '', /gmail-deployment\.json: this is no JSON/],
  ['gmail.addons.execute', 'gmail.addons.exec', /gmail\.addons\.execute is missing/],
  ['gmail.addons.current.message.readonly', 'gmail.readonly', /current\.message\.readonly is missing/],
  ['gmail.addons.current.message.readonly', 'gmail.readonly', /nothing needs .*\/gmail\.readonly/],
  ['https://quayside.example.com/gmail/home', 'http://quayside.example.com/gmail/home', /runFunction: .* is not https/],
  ['https://quayside.example.com/gmail/home', 'https://cdn.example/gmail/home', /runFunction: .* is not at/],
  ['/gmail/message', '/gmail/open', /onTriggerFunction: it must be .*\/gmail\/message/],
  ['/desk/', '/desk', /openLinkUrlPrefixes: .* that ends with \//],
  ['"https://quayside.example.com/desk/"', '"*"', /openLinkUrlPrefixes: \* is no https address/],
  ['quayside-128.png', 'quayside.svg', /logoUrl: Gmail shows PNG/],
  ['SYSTEM_ID_TOKEN', 'NONE', /authorizationHeader: it must be SYSTEM_ID_TOKEN/],
  ['OPT_IN', 'OPT_OUT', /granularOauthPermissionSupport: it must be OPT_IN/],
]

const SCRIPT_MISTAKES: readonly Mistake[] = [
  ['{', '', /appsscript\.json: this is no JSON/],
  ['"openid",', '', /oauthScopes: openid is missing/],
  ['spreadsheets.currentonly', 'spreadsheets', /spreadsheets\.currentonly is missing/],
  ['spreadsheets.currentonly', 'spreadsheets', /nothing needs .*\/spreadsheets$/m],
  ['"V8"', '"STABLE"', /runtimeVersion: it must be V8/],
  ['Asia/Shanghai', 'Asia/Shangai', /timeZone: there is no zone Asia\/Shangai/],
  ['https://quayside.example.com/', 'https://cdn.example/', /urlFetchWhitelist: .* is not at/],
  ['https://quayside.example.com/', 'https://quayside.example.com', /urlFetchWhitelist: .* does not end with \//],
  ['"dependencies"', '"addOns": {}, "dependencies"', /addOns: an editor add-on has none/],
]

const mistaken = (file: keyof ManifestTexts, [was, becomes]: Mistake): ManifestTexts => {
  const texts = textsOf()
  const text = texts[file].replace(was, becomes)
  if (text === texts[file]) throw new Error(`${file} holds no ${was}`)
  return { ...texts, [file]: text }
}

describe.each([
  ['outlook.xml', XML_MISTAKES],
  ['package/manifest.json', PACKAGE_MISTAKES],
  ['package/zh-cn.json', WORDS_MISTAKES],
  ['gmail-deployment.json', DEPLOYMENT_MISTAKES],
  ['appsscript.json', SCRIPT_MISTAKES],
] as const)('a mistake in %s is found and named', (file, mistakes) => {
  test.each(mistakes.map((mistake) => [mistake[2], mistake] as const))('%s', (why, mistake) => {
    expect(lintManifests(mistaken(file, mistake), ORIGIN).join('\n')).toMatch(why)
  })
})

/** The same manifests, once for every place where the pattern is found, with something else in that one place. */
function* inEveryPlace(pattern: RegExp, other: (was: string) => string) {
  const texts = textsOf({ clientId: '11111111-2222-4333-8444-555555555555' })
  for (const [file, text] of Object.entries(texts) as [keyof ManifestTexts, string][]) {
    for (const { 0: was, index } of text.matchAll(pattern)) {
      const changed = text.slice(0, index) + other(was) + text.slice(index + was.length)
      yield { ...texts, [file]: changed }
    }
  }
}

describe('wherever it is, it is found:', () => {
  test.each([
    ['an address of somebody else', /https:\/\/quayside\.example\.com/g, () => 'https://quayside.example.org', 40],
    ['an address without TLS', /https:\/\/quayside\.example\.com/g, () => 'http://quayside.example.com', 40],
    ['an icon that is not there', /quayside-\d+\.png/g, () => 'quayside-17.png', 30],
    ['a name that names nothing', /resid="[^"]*"/g, () => 'resid="nothing"', 30],
    ['a thing that nothing names', /<bt:(Image|Url|String) id="/g, (was: string) => `${was}no`, 20],
    ['a scope with a slip', /"https:\/\/www\.googleapis\.com\/auth\/[^"]*/g, (was: string) => was.slice(0, -1), 7],
  ] as const)('%s', (_, pattern, other, places) => {
    const mistakes = [...inEveryPlace(pattern, other)]
    expect(mistakes.length).toBeGreaterThan(places)
    for (const texts of mistakes) expect(lintManifests(texts, ORIGIN)).not.toEqual([])
  })
})

describe('what lint leaves to the schemas, they find', () => {
  const schemaMistakes: readonly Mistake[] = [
    [/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1', /ProviderName/],
    [/<SupportUrl[^>]*>/, '<SupportAddress DefaultValue="https://quayside.example.com"/>', /SupportAddress/],
    [/<ProviderName>.*<\/ProviderName>/, `<ProviderName>${'x'.repeat(126)}</ProviderName>`, /ProviderName/],
    [/(<SupportsPinning>true<\/SupportsPinning>)\s*(<SupportsNoItem\w+>true<\/\w+>)/, '$2$1', /SupportsPinning/],
  ]
  test.skipIf(!xmlSchemasAreThere)('in the add-in-only manifest (skipped without schemas)', async () => {
    const documents = schemaMistakes.map((mistake) => mistaken('outlook.xml', mistake)['outlook.xml'])
    const found = await xmlProblems(documents)
    schemaMistakes.forEach(([, , why], at) => {
      expect(found[at]?.join('\n')).toMatch(why)
    })
  })

  test.each([
    ['"accentColor": "#0f7a85"', '"accentColor": "teal"', /accentColor/],
    ['"manifestVersion": "1.30"', '"manifestVersion": "1.29"', /manifestVersion/],
    [/"termsOfUseUrl": .*/, '"termsUrl": "x"', /developer/],
    [/("short": )".*"/, `$1"${'x'.repeat(31)}"`, /name\/short/],
  ] as const)('in the package: %s', (was, becomes, why) => {
    const texts = mistaken('package/manifest.json', [was, becomes, why])
    expect(packageProblems(JSON.parse(texts['package/manifest.json'])).join('\n')).toMatch(why)
  })

  test('in its words in another language', () => {
    expect(wordsProblems({ 'name.short': 'x'.repeat(31) }).join('\n')).toMatch(/description\.full[\s\S]*name\.short/)
  })
})
