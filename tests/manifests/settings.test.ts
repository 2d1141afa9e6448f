import { describe, expect, test } from 'vitest'
import { originProblem } from '../../manifests/origin.ts'
import { settingsFor, settingsProblems } from '../../manifests/settings.ts'
import { ORIGIN } from './installations.ts'

describe('an origin is refused, with a sentence that says why', () => {
  test.each([
    ['', /must be an address/],
    ['quayside.example.com', /must be an address/],
    ['http://quayside.example.com', /must begin with https/],
    ['javascript:alert(1)', /must begin with https/],
    ['https://mia:secret@quayside.example.com', /user name or a password/],
    ['https://quayside.example.com/', /must be written as https:\/\/quayside\.example\.com,/],
    ['https://quayside.example.com/desk', /must be written as/],
    ['https://quayside.example.com?x=1', /must be written as/],
    ['https://quayside.example.com#x', /must be written as/],
    ['https://quayside.example.com:443', /must be written as/],
    ['https://Quayside.example.com', /must be written as/],
    [' https://quayside.example.com', /must be written as/],
    ['https://quayside.example.com\n', /must be written as/],
    ['https://码头.example', /must be written as https:\/\/xn--/],
    ['https://*.example.com', /must name one host/],
    ['https://[::1]', /must name one host/],
    ['https://quayside.example.com.', /must name one host/],
    ['https://a_b.example.com', /must name one host/],
    [`https://${'a.'.repeat(130)}example`, /must name one host/],
    ['https://localhost:8787', /this very machine/],
    ['https://127.0.0.1', /this very machine/],
    ['https://2130706433', /this very machine/],
    ['https://quay.localhost', /this very machine/],
  ])('%j', (origin, why) => {
    expect(originProblem(origin)).toMatch(why)
  })

  test('but this very machine is taken where it is meant, for trials', () => {
    expect(originProblem('https://localhost:8787', { local: true })).toBeNull()
    expect(originProblem('http://localhost:8787', { local: true })).toMatch(/https/)
  })
})

test.each([
  [{ name: '' }, /name must be written/],
  [{ name: ' Quayside' }, /no blanks around it/],
  [{ name: 'x'.repeat(31) }, /at most 30/],
  [{ name: 'Quay\u0000side' }, /cannot be shown/],
  [{ provider: 'Blue\uD800Whale' }, /cannot be shown/],
  [{ provider: 'x'.repeat(33) }, /at most 32/],
  [{ clientId: 'none' }, /client id must be a GUID/],
  [{ ids: { xml: '1', package: '11111111-2222-4333-8444-555555555555' } }, /id of the XML must be a GUID/],
  [
    { ids: { xml: '11111111-2222-4333-8444-555555555555', package: '11111111-2222-4333-8444-555555555555' } },
    /two different ones/,
  ],
])('settings such as %j give no manifests', (wishes, why) => {
  expect(settingsProblems(settingsFor(ORIGIN, wishes)).join(' ')).toMatch(why)
})
