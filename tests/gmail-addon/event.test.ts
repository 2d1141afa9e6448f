import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvent } from '../../gmail-addon/src/event.ts'
import { AUTHORISED, anEvent, aPress, COMMON, MAIL } from './events.ts'

describe('what Google sends', () => {
  test('is read as one request: the mail’s ids, the tokens, and where the reader is', () => {
    const common = { ...COMMON, userLocale: 'zh-CN', timeZone: { id: 'Asia/Shanghai', offset: '28800000' } }
    expect(readEvent(anEvent({ commonEventObject: common }), 'message')).toEqual({
      kind: 'read',
      request: {
        scopes: AUTHORISED.authorizedScopes,
        platform: 'web',
        locale: 'zh-CN',
        timezone: 'Asia/Shanghai',
        tokens: { user: 'eyJ.usr', system: 'eyJ.sys', access: 'ya29.fake', message: 'xedf241' },
        messageId: 'msg-f:1234567',
        threadId: 'thread-f:2345678',
        pressed: null,
        inputs: {},
      },
    })
  })

  test('may hold members that Google adds later', () => {
    expect(readEvent({ ...anEvent(), later: 1, gmail: { ...MAIL, later: [] } }, 'message').kind).toBe('read')
  })

  test('on the homepage has no mail', () => {
    expect(readEvent(anEvent({ gmail: undefined }), 'home')).toMatchObject({
      kind: 'read',
      request: { messageId: null, threadId: null, tokens: { message: null } },
    })
  })

  test('a time zone that nobody knows is none', () => {
    const common = { ...COMMON, timeZone: { id: 'Moon/Tycho' } }
    expect(readEvent(anEvent({ commonEventObject: common }), 'home')).toMatchObject({ request: { timezone: null } })
  })
})

describe('what was typed', () => {
  const inputs = (formInputs: object) => {
    const reading = readEvent(aPress(formInputs), 'press')
    return reading.kind === 'read' ? reading.request.inputs : reading
  }

  test('is text by the input’s name', () => {
    expect(inputs({ note: { stringInputs: { value: ['hello\nthere'] } } })).toEqual({ note: 'hello\nthere' })
  })

  test('a day is the day that was picked, whether its moment comes as text or number, alone or with a time', () => {
    expect(
      inputs({
        due: { dateInput: { msSinceEpoch: '1795392000000' } },
        eta: { dateInput: { msSinceEpoch: 1_795_392_000_000 } },
        at: { dateTimeInput: { msSinceEpoch: '1795435200000', hasDate: true, hasTime: true } },
        born: { dateInput: { msSinceEpoch: '-86400000' } },
      }),
    ).toEqual({ due: '2026-11-23', eta: '2026-11-23', at: '2026-11-23', born: '1969-12-31' })
  })

  test('every day of the calendar comes back as it went out', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const read = inputs({ due: { dateInput: { msSinceEpoch: String(day * 86_400_000) } } })
        expect(read).toEqual({ due: new Date(day * 86_400_000).toISOString().slice(0, 10) })
      }),
    )
  })

  test('an empty input is as one that was not sent', () => {
    expect(inputs({ a: { stringInputs: { value: [''] } }, b: { stringInputs: {} }, c: { dateInput: {} } })).toEqual({})
  })

  test('a name such as __proto__ harms nothing', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"stringInputs": {"value": ["x"]}}, "a": {"stringInputs": {"value": ["y"]}}}',
    )
    expect(inputs(hostile)).toEqual({ a: 'y' })
    expect({}).not.toHaveProperty('stringInputs')
  })
})

describe('an event with a missing or wrong part is refused by that part’s name', () => {
  test.each<[string, unknown, 'home' | 'message' | 'press']>([
    ['event', null, 'home'],
    ['event', 'text', 'home'],
    ['commonEventObject', { authorizationEventObject: AUTHORISED }, 'home'],
    ['authorizationEventObject', { commonEventObject: COMMON }, 'home'],
    ['commonEventObject.hostApp', anEvent({ commonEventObject: { ...COMMON, hostApp: 'SHEETS' } }), 'home'],
    ['commonEventObject.platform', anEvent({ commonEventObject: { hostApp: 'GMAIL' } }), 'home'],
    ['authorizationEventObject.userIdToken', anEvent({ authorizationEventObject: {} }), 'home'],
    ['authorizationEventObject.userOAuthToken', anEvent({ authorizationEventObject: { userIdToken: 'x' } }), 'message'],
    ['gmail.messageId', anEvent({ gmail: {} }), 'message'],
    ['gmail.messageId', anEvent({ gmail: undefined }), 'message'],
    ['gmail.messageId', anEvent({ gmail: { ...MAIL, messageId: '../../drafts' } }), 'message'],
    ['gmail.accessToken', anEvent({ gmail: { messageId: 'msg-f:1' } }), 'message'],
    ['commonEventObject.parameters.token', anEvent(), 'press'],
    [
      'commonEventObject.parameters.token',
      anEvent({ commonEventObject: { ...COMMON, parameters: { token: 7 } } }),
      'press',
    ],
    [
      'commonEventObject.formInputs.due.dateInput.msSinceEpoch',
      aPress({ due: { dateInput: { msSinceEpoch: 'soon' } } }),
      'press',
    ],
    [
      'commonEventObject.formInputs.due.dateInput.msSinceEpoch',
      aPress({ due: { dateInput: { msSinceEpoch: '9e99' } } }),
      'press',
    ],
    [
      'commonEventObject.formInputs.due.dateInput.msSinceEpoch',
      aPress({ due: { dateInput: { msSinceEpoch: '999999999999999' } } }),
      'press',
    ],
  ])('%s (%#)', (part, body, occasion) => {
    expect(readEvent(body, occasion)).toEqual({ kind: 'refused', part })
  })

  test('whatever comes, nothing is thrown', () => {
    const anything = fc.oneof(
      fc.json().map((json) => JSON.parse(json)),
      fc.anything(),
    )
    fc.assert(
      fc.property(anything, anything, (body, part) => {
        expect(readEvent(body, 'press').kind).toBe('refused')
        const pressed = { ...COMMON, parameters: part, formInputs: part }
        expect(['read', 'refused']).toContain(readEvent(anEvent({ commonEventObject: pressed }), 'press').kind)
      }),
    )
  })
})

describe('consent', () => {
  const needed = [
    'https://www.googleapis.com/auth/gmail.addons.execute',
    'https://www.googleapis.com/auth/userinfo.email',
  ]

  test('what the reader has not allowed is named, before anything else is missed', () => {
    const event = anEvent({ authorizationEventObject: { authorizedScopes: [needed[0]] }, gmail: {} })
    expect(readEvent(event, 'message', needed)).toEqual({ kind: 'consent', scopes: [needed[1]] })
  })

  test('a deployment that asks for all at once tells no list, and nothing is withheld', () => {
    const { authorizedScopes: _, ...tokens } = AUTHORISED
    expect(readEvent(anEvent({ authorizationEventObject: tokens }), 'message', needed).kind).toBe('read')
  })
})
