import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { SCOPES } from '../../gmail-addon/src/scopes.ts'
import * as addIn from '../../manifests/add-in.ts'
import { leavesOf } from '../../manifests/lint/json.ts'
import { allNamed, readXml, textOf, within } from '../../manifests/lint/read-xml.ts'
import { lintManifests } from '../../manifests/lint.ts'
import { type ManifestTexts, manifestTexts } from '../../manifests/manifests.ts'
import { settingsFor, settingsProblems } from '../../manifests/settings.ts'
import { schema, schemasAreThere } from '../contracts/google-schemas.ts'
import { packageProblems, wordsProblems, xmlProblems, xmlSchemasAreThere } from '../contracts/microsoft-schemas.ts'
import { firmNames, ORIGIN, origins, textsOf } from './installations.ts'

const CLIENT = '11111111-2222-4333-8444-555555555555'

const root = (texts: ManifestTexts) => {
  const found = readXml(texts['outlook.xml'])
  if (!found) throw new Error('no XML')
  return found
}

/** Every address in the manifests, namespaces, schemas and scopes aside: those are names. */
function addressesIn(texts: ManifestTexts): string[] {
  const { 'outlook.xml': _, ...files } = texts
  const inXml = within(root(texts)).flatMap(({ attributes, content }) => [
    ...Object.entries(attributes).flatMap(([key, value]) => (key.startsWith('xmlns') ? [] : [value])),
    ...(typeof content === 'string' ? [content] : []),
  ])
  const inJson = Object.values(files).flatMap((file) =>
    leavesOf(JSON.parse(file)).flatMap(({ path, value }) =>
      path === '$schema' || path.startsWith('oauthScopes') ? [] : [String(value)],
    ),
  )
  return [...inXml, ...inJson].filter((value) => value.includes('://') && !value.startsWith('api://'))
}

describe('any https origin', () => {
  test('gives manifests that lint finds nothing in, and that name no other address', () => {
    fc.assert(
      fc.property(origins, fc.boolean(), (origin, registered) => {
        const settings = settingsFor(origin, registered ? { clientId: CLIENT } : {})
        const texts = manifestTexts(settings)
        expect(settingsProblems(settings)).toEqual([])
        expect(lintManifests(texts, origin)).toEqual([])
        const addresses = addressesIn(texts)
        expect(addresses.length).toBeGreaterThan(40)
        expect(addresses.filter((address) => address !== origin && !address.startsWith(`${origin}/`))).toEqual([])
      }),
    )
  })

  test.skipIf(!xmlSchemasAreThere)(
    'gives an add-in-only manifest that is valid (skipped without schemas)',
    async () => {
      const documents = fc
        .sample(fc.tuple(origins, firmNames, fc.boolean()), 40)
        .map(
          ([origin, firm, registered]) =>
            textsOf({ provider: firm, name: firm, ...(registered ? { clientId: CLIENT } : {}) }, origin)['outlook.xml'],
        )
      expect((await xmlProblems(documents)).flat()).toEqual([])
    },
  )

  test('gives a package that Microsoft’s own schemas find valid, in both languages', () => {
    fc.assert(
      fc.property(origins, firmNames, fc.boolean(), (origin, firm, registered) => {
        const texts = textsOf({ provider: firm, name: firm, ...(registered ? { clientId: CLIENT } : {}) }, origin)
        expect(packageProblems(JSON.parse(texts['package/manifest.json']))).toEqual([])
        expect(wordsProblems(JSON.parse(texts['package/zh-cn.json']))).toEqual([])
      }),
    )
  })

  test.skipIf(!schemasAreThere)('gives a valid deployment of the Gmail add-on (skipped without schemas)', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema('deployment.schema.json'))
    fc.assert(
      fc.property(origins, firmNames, (origin, name) => {
        validate(JSON.parse(textsOf({ name }, origin)['gmail-deployment.json']))
        expect(validate.errors).toBeNull()
      }),
    )
  })
})

test('whatever a firm calls itself, it reads the same in every manifest', () => {
  fc.assert(
    fc.property(firmNames, (firm) => {
      const texts = textsOf({ name: firm, provider: firm })
      expect(textOf(root(texts), 'ProviderName')).toBe(firm)
      expect(allNamed(root(texts), 'DisplayName')[0]?.attributes.DefaultValue).toBe(firm)
      const manifest = JSON.parse(texts['package/manifest.json'])
      expect([manifest.name.short, manifest.developer.name]).toEqual([firm, firm])
      expect(JSON.parse(texts['gmail-deployment.json']).addOns.common.name).toBe(firm)
      expect(lintManifests(texts, ORIGIN)).toEqual([])
    }),
  )
})

test('every word for stores is there in both languages, and short enough for all of them', () => {
  for (const language of LANGUAGES) {
    expect(addIn.SHORT_DESCRIPTION[language].length).toBeLessThanOrEqual(80)
    expect(addIn.LONG_DESCRIPTION[language].length).toBeLessThanOrEqual(250)
    expect(addIn.BUTTON_TIP[language].length).toBeLessThanOrEqual(250)
    // What phones show of a label.
    expect(addIn.BUTTON[language].length).toBeLessThanOrEqual(16)
  }
})

test('Outlook may read the open mail, and nothing more', () => {
  const texts = textsOf()
  expect(textOf(root(texts), 'Permissions')).toBe('ReadItem')
  const { resourceSpecific } = JSON.parse(texts['package/manifest.json']).authorization.permissions
  expect(resourceSpecific.map(({ name }: { name: string }) => name)).toEqual([
    'MailboxItem.Read.User',
    'Mailbox.SharedFolder',
  ])
})

test('the Gmail add-on may be allowed all that its code asks for, and nothing that Google restricts', () => {
  const { oauthScopes } = JSON.parse(textsOf()['gmail-deployment.json'])
  expect(oauthScopes).toEqual(expect.arrayContaining(Object.values(SCOPES).flat()))
  expect(oauthScopes.join(' ')).not.toMatch(
    /gmail\.(readonly|metadata|modify|insert|compose|settings)|mail\.google\.com/,
  )
})

test('consent is asked for where there is an app registration, and only there', () => {
  const [without, registered] = [textsOf(), textsOf({ clientId: CLIENT })]
  expect(without['outlook.xml'] + without['package/manifest.json']).not.toMatch(/webApplicationInfo/i)
  expect(textOf(allNamed(root(registered), 'WebApplicationInfo')[0] ?? root(without), 'Id')).toBe(CLIENT)
  expect(JSON.parse(registered['package/manifest.json']).webApplicationInfo.id).toBe(CLIENT)
})
