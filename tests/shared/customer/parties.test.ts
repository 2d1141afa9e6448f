import { describe, expect, test } from 'vitest'
import { domainOf, normalisedAddress } from '#shared/customer/address.ts'
import { partiesOf } from '#shared/customer/parties.ts'

const OURS = ['bluewhale-outdoor.example']
const at = (address: string, name?: string) => ({ address, ...(name ? { name } : {}) })

describe('whom a mail is with', () => {
  test('the sender, when they are outside the firm', () => {
    const parties = partiesOf(
      { from: at('Thiago@TrilhaSul.example'), to: [at('wendy@bluewhale-outdoor.example')] },
      OURS,
    )
    expect(parties).toMatchObject({
      fromUs: false,
      addresses: ['thiago@trilhasul.example'],
      domains: ['trilhasul.example'],
    })
  })

  test('whom we wrote to when the sender is one of us; those in Cc only when nobody outside is in To', () => {
    const parties = partiesOf(
      {
        from: at('mia@bluewhale-outdoor.example'),
        to: [at('david@bluewhale-outdoor.example'), at('a@one.example')],
        cc: [at('b@two.example')],
      },
      OURS,
    )
    expect(parties.counterpart?.address).toBe('a@one.example')
    expect(parties.addresses).toEqual(['a@one.example'])
    const copied = partiesOf({ from: at('mia@bluewhale-outdoor.example'), cc: [at('b@two.example')] }, OURS)
    expect(copied.addresses).toEqual(['b@two.example'])
  })

  test('nobody outside, when only colleagues take part', () => {
    const parties = partiesOf(
      { from: at('mia@sales.bluewhale-outdoor.example'), to: [at('david@bluewhale-outdoor.example')] },
      OURS,
    )
    expect(parties).toMatchObject({ fromUs: true, counterpart: null, addresses: [] })
  })

  test('a stranger whose address is broken is shown, but nothing is looked for', () => {
    const parties = partiesOf({ from: at('not an address', 'Somebody') }, OURS)
    expect(parties).toMatchObject({ counterpart: { name: 'Somebody' }, addresses: [], domains: [] })
  })

  test('a mail without a sender is with nobody known', () => {
    expect(partiesOf({}, OURS)).toMatchObject({ counterpart: null, fromUs: false, addresses: [] })
  })

  test.each(['gmail.com', 'qq.com', '163.com', 'freemail.example'])(
    'a mail provider such as %s names no company',
    (domain) => {
      expect(partiesOf({ from: at(`somebody@${domain}`) }, OURS).domains).toEqual([])
    },
  )

  test('a mail to hundreds looks for a bounded number of addresses', () => {
    const to = Array.from({ length: 500 }, (_, index) => at(`a${index}@c${index}.example`))
    expect(partiesOf({ from: at('mia@bluewhale-outdoor.example'), to }, OURS).addresses).toHaveLength(4)
  })
})

describe('addresses', () => {
  test.each([
    [' A@B.Example ', 'a@b.example'],
    ['ｊ＠ｂ.example', 'j@b.example'],
    ['no-at', null],
    ['a@b@c', null],
    ['', null],
    ['<a@b.example>', null],
  ])('%j is compared as %j', (given, compared) => expect(normalisedAddress(given)).toBe(compared))

  test.each([
    ['j@mail.gartenwelt-baumann.example', 'gartenwelt-baumann.example'],
    ['j@sales.acme.co.uk', 'acme.co.uk'],
    ['j@acme.com.br', 'acme.com.br'],
    ['j@localhost', null],
    ['j@192.0.2.1', null],
  ])('%s belongs to %s', (address, domain) => expect(domainOf(address)).toBe(domain))
})
