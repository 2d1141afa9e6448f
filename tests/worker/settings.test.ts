import { describe, expect, test } from 'vitest'
import type { SignInEnv } from '../../worker/src/env.ts'
import { readSettings } from '../../worker/src/settings.ts'

const SECRET = btoa('s'.repeat(32))
const MICROSOFT = { MICROSOFT_CLIENT_ID: '0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b' }
const GOOGLE = {
  GOOGLE_CLIENT_IDS: '1-a.apps.googleusercontent.com, 1-b.apps.googleusercontent.com',
  GOOGLE_SERVICE_ACCOUNT: 'service-1234567890@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
  ORIGIN: 'https://quayside.example',
  CARD_SECRET: SECRET,
}

test('what is set is read: one id, a list of ids, an address, a secret', () => {
  expect(readSettings({ ...MICROSOFT, ...GOOGLE })).toEqual({
    settings: {
      microsoft: { clientId: MICROSOFT.MICROSOFT_CLIENT_ID },
      google: {
        clientIds: ['1-a.apps.googleusercontent.com', '1-b.apps.googleusercontent.com'],
        serviceAccount: GOOGLE.GOOGLE_SERVICE_ACCOUNT,
        origin: 'https://quayside.example',
        cardSecret: new Uint8Array(32).fill('s'.charCodeAt(0)),
        gmailApi: 'https://gmail.googleapis.com',
      },
    },
    wrong: [],
  })
})

test('each of Microsoft and Google may be left out, and both; empty is left out', () => {
  expect(Object.keys(readSettings(MICROSOFT).settings)).toEqual(['microsoft'])
  expect(Object.keys(readSettings(GOOGLE).settings)).toEqual(['google'])
  const empty = { MICROSOFT_CLIENT_ID: '', GOOGLE_CLIENT_IDS: ' ', GOOGLE_SERVICE_ACCOUNT: '' }
  for (const env of [{}, empty, { ORIGIN: GOOGLE.ORIGIN, CARD_SECRET: SECRET }]) {
    expect(readSettings(env)).toEqual({ settings: {}, wrong: [] })
  }
})

test('a line end that came with a value does no harm, nor do capitals in Microsoft’s id', () => {
  const { settings, wrong } = readSettings({
    MICROSOFT_CLIENT_ID: `${MICROSOFT.MICROSOFT_CLIENT_ID.toUpperCase()}\n`,
    ...Object.fromEntries(Object.entries(GOOGLE).map(([name, value]) => [name, `${value}\n`])),
  })
  expect(settings).toEqual(readSettings({ ...MICROSOFT, ...GOOGLE }).settings)
  expect(wrong).toEqual([])
})

describe('what is not as it must be is named, and its value is never told', () => {
  const malformed: [keyof SignInEnv, string[]][] = [
    [
      'MICROSOFT_CLIENT_ID',
      ['quayside', 'api://0f4c9d6a-3b1e-4f7a-9a52-6f0c8e7d1a2b', '0f4c9d6a3b1e4f7a9a526f0c8e7d1a2b'],
    ],
    [
      'GOOGLE_CLIENT_IDS',
      [
        '1-a',
        '1-a.apps.googleusercontent.com,',
        'evil.example/.apps.googleusercontent.com',
        '1-a.apps.googleusercontent.com.evil.example',
      ],
    ],
    [
      'GOOGLE_SERVICE_ACCOUNT',
      [
        'quayside@quayside.iam.gserviceaccount.com',
        'service-@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
        'service-1@gcp-sa-gsuiteaddons.iam.gserviceaccount.com.evil.example',
      ],
    ],
    [
      'ORIGIN',
      [
        'quayside.example',
        'http://quayside.example',
        'https://quayside.example/',
        'https://quayside.example/v1',
        'https://QUAYSIDE.example',
        'https://a@quayside.example',
        'https://',
      ],
    ],
    [
      'CARD_SECRET',
      [btoa('s'.repeat(31)), 'not base64 at all, and yet longer than thirty-two', `${SECRET}%`, 'a'.repeat(43)],
    ],
  ]
  const cases = malformed.flatMap(([name, values]) => values.map((value) => [name, value] as const))
  test.each(cases)('%s as %s', (name, value) => {
    const { settings, wrong } = readSettings({ ...MICROSOFT, ...GOOGLE, [name]: value })
    expect(wrong).toEqual([`${name} is malformed`])
    expect(Object.keys(settings)).toEqual(name === 'MICROSOFT_CLIENT_ID' ? ['google'] : ['microsoft'])
  })

  test('an address that only manifests are made with is read as strictly', () => {
    const { settings, wrong } = readSettings({ ...MICROSOFT, ORIGIN: 'https://quayside.example/' })
    expect(wrong).toEqual(['ORIGIN is malformed'])
    expect(Object.keys(settings)).toEqual(['microsoft'])
  })

  test('Google half set is not set, and what is missing is said', () => {
    const { GOOGLE_CLIENT_IDS, GOOGLE_SERVICE_ACCOUNT } = GOOGLE
    expect(readSettings({ GOOGLE_CLIENT_IDS })).toEqual({
      settings: {},
      wrong: ['GOOGLE_SERVICE_ACCOUNT is missing', 'ORIGIN is missing', 'CARD_SECRET is missing'],
    })
    expect(readSettings({ GOOGLE_SERVICE_ACCOUNT, CARD_SECRET: 'x' })).toEqual({
      settings: {},
      wrong: ['GOOGLE_CLIENT_IDS is missing', 'ORIGIN is missing', 'CARD_SECRET is malformed'],
    })
  })
})
