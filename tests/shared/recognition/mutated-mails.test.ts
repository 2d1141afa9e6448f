import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReceivedMail, readMail } from '#shared/recognition/mail.ts'
import { dateOfDay } from '#shared/time/civil-date.ts'
import { read, SAMPLE_MAILS, sampleMail, valuesOf } from '../../fixtures/inquiry-mails.ts'

/** The same mail with some of its words exchanged, wherever they stand. */
function exchanged(mail: ReceivedMail, changes: Readonly<Record<string, string>>): ReceivedMail {
  const change = (text: string) => Object.entries(changes).reduce((all, [from, to]) => all.replaceAll(from, to), text)
  const box = (one: ReceivedMail['from']) => one && { name: change(one.name), address: one.address }
  return {
    ...mail,
    text: change(mail.text),
    html: change(mail.html),
    subject: change(mail.subject),
    from: box(mail.from),
  }
}

const grouped = (count: number, separator: string): string => String(count).replace(/\B(?=(\d{3})+$)/g, separator)
const arabicIndic = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
const count = fc.integer({ min: 100, max: 99_999 })
const cents = fc.integer({ min: 101, max: 99_999 }).map((amount) => (amount / 100).toFixed(2))

describe('other numbers are read as such', () => {
  test('in the table of 01, with commas', () => {
    fc.assert(
      fc.property(count, count, cents, (first, annual, price) => {
        fc.pre(first !== annual)
        const mail = exchanged(sampleMail('01_us'), {
          '6,000 pcs': `${grouped(first, ',')} pcs`,
          '24,000 pcs': `${grouped(annual, ',')} pcs`,
          '8.90': price,
        })
        const [line] = read(mail).lines
        expect([line?.qty?.value, line?.annual_qty?.value]).toEqual([first, annual])
        expect(line?.target_price?.value).toBe(price)
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    ['02_de', '1.200 St.', (one: number) => `${grouped(one, '.')} St.`, 0],
    ['07_fr', '5 000 bouteilles', (one: number) => `${grouped(one, ' ')} bouteilles`, 0],
    ['06_ar', '٤٬٠٠٠ قطعة', (one: number) => `${arabicIndic(grouped(one, '٬'))} قطعة`, 0],
    ['03_br', '3.500 pçs', (one: number) => `${grouped(one, '.')} pçs`, 0],
    ['04_mx', '10,000 termos', (one: number) => `${grouped(one, ',')} termos`, 0],
    ['ja_mitsumori', '1,200脚', (one: number) => `${grouped(one, ',')}脚`, 0],
    ['zh_xunjia', '3,200把', (one: number) => `${one}把`, 0],
    ['de_ch', "1'200 Stk", (one: number) => `${grouped(one, "'")} Stk`, 0],
  ] as const)('%s: %s', (name, written, as, line) => {
    fc.assert(
      fc.property(count, (one) => {
        const mail = exchanged(sampleMail(name), { [written]: as(one) })
        expect(read(mail).lines[line]?.qty?.value).toBe(one)
      }),
      { numRuns: 20 },
    )
  })

  test('a price with a comma in Portuguese', () => {
    fc.assert(
      fc.property(cents, (price) => {
        const mail = exchanged(sampleMail('03_br'), { 'USD 5,40': `USD ${price.replace('.', ',')}` })
        expect(read(mail).lines[0]?.target_price?.value).toBe(price)
      }),
      { numRuns: 20 },
    )
  })
})

describe('other days are read as such', () => {
  const day = fc.integer({ min: 20_700, max: 20_900 }).map(dateOfDay)
  const words = (language: string, options: Intl.DateTimeFormatOptions) => (date: string) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const

  test.each([
    ['01_us', 'November 20, 2026', words('en-US', long), 'requested_ship_date'],
    ['02_de', '12.08.2026', words('de', { day: '2-digit', month: '2-digit', year: 'numeric' }), 'reply_by'],
    ['02_de', '30.09.2026', words('de', long), 'quote_valid_until'],
    ['03_br', '10/12', words('pt-BR', { day: '2-digit', month: '2-digit', year: 'numeric' }), 'arrive_before'],
    ['04_mx', '30 de septiembre de 2026', words('es', long), 'delivery_by'],
    ['06_ar', '15 نوفمبر 2026', words('ar-EG', long), 'delivery_by'],
    ['ja_mitsumori', '2026年9月30日', words('ja', long), 'arrive_before'],
    ['zh_xunjia', '2026年9月15日', words('zh', long), 'delivery_by'],
    ['ko_gyeonjeok', '2026년 7월 31일', words('ko', long), 'delivery_by'],
    ['ru_zapros', '20 февраля 2027 г.', words('ru', long), 'delivery_by'],
    ['it_richiesta', '31 gennaio 2027', words('it', long), 'delivery_by'],
    ['tr_teklif', '15 Ocak 2027', words('tr', long), 'delivery_by'],
    ['nl_aanvraag', '1 maart 2027', words('nl', long), 'delivery_by'],
    ['pl_forward', '30 października 2026', words('pl', long), 'reply_by'],
    ['fr_semicolon', '16/10/2026 à 17h00', words('fr', long), 'reply_by'],
  ] as const)('%s: %s', (name, written, as, field) => {
    fc.assert(
      fc.property(day, (date) => {
        expect(read(exchanged(sampleMail(name), { [written]: as(date) }))[field]?.value).toBe(date)
      }),
      { numRuns: 12 },
    )
  })
})

describe('other names are read as such', () => {
  const first = fc.constantFrom('Rachel', 'Nadia', 'Tomás', 'Zoë', 'Ewa', 'Sunil', 'Ingrid', 'Ömer')
  const last = fc.constantFrom('Kowalski', 'Lindqvist', 'O’Brien', 'van den Berg', 'Nguyen', 'Castellanos', 'Yıldırım')
  const firm = fc.constantFrom(
    'Bluebird Camping Ltd',
    'Peak & Valley, LLC',
    'Tienda del Norte S.L.',
    'Holz und Feuer GmbH',
    'Sato Trading Co., Ltd.',
    'Biwak Sp. z o.o.',
  )

  test('the person and the firm of 01, 02 and 07', () => {
    const samples = [
      ['01_us', 'Rachel Kowalski', 'Ridgeline Outfitters, Inc.'],
      ['02_de', 'Jürgen Brüggemann', 'Gartenwelt Baumann GmbH & Co. KG'],
      ['07_fr', 'Hélène Chauvière', 'Les Comptoirs du Ponant SAS'],
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...samples), first, last, firm, ([file, person, company], first, last, firm) => {
        const sample = sampleMail(file)
        const named = { ...sample, from: sample.from && { ...sample.from, name: `${first} ${last}` } }
        const { contact, company: read1 } = read(exchanged(named, { [person]: `${first} ${last}`, [company]: firm }))
        expect(contact?.value).toBe(`${first} ${last}`)
        expect(read1?.value).toBe(firm)
      }),
      { numRuns: 50 },
    )
  })

  test('ports', () => {
    const ports = fc.constantFrom(
      ['Hamburg', 'DEHAM'],
      ['Felixstowe', 'GBFXT'],
      ['Veracruz', 'MXVER'],
      ['横浜', 'JPYOK', 'Yokohama'],
      ['Gdańsk', 'PLGDN'],
      ['Pusan', 'KRPUS'],
    )
    fc.assert(
      fc.property(ports, ([place = '', locode, latin]) => {
        const terms = read(exchanged(sampleMail('03_br'), { 'CIF Santos': `CIF ${place}` })).incoterms
        expect(terms.map((term) => [term.code.value, term.place?.value, term.locode?.value])).toEqual([
          ['CIF', latin ?? place, locode],
        ])
      }),
    )
  })
})

test('lines in another order are the same lines in that order', () => {
  const sample = sampleMail('02_de')
  const lines = sample.text.split('\n')
  const items = lines.flatMap((line, at) => (line.startsWith('Pos.') ? [at] : []))
  const before = read(sample).lines.map(({ qty }) => qty?.value)
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
      const text = lines.map((line, at) => lines[items[order[items.indexOf(at)] ?? -1] ?? -1] ?? line).join('\n')
      expect(read({ ...sample, text }).lines.map(({ qty }) => qty?.value)).toEqual(order.map((one) => before[one]))
    }),
  )
})

describe('what is added below a letter changes nothing that is read in it', () => {
  const plain = SAMPLE_MAILS.filter(({ mail }) => mail.html === '' && !/^(?:fwd?|vb|wg)\s?:/i.test(mail.subject))
  const values = (mail: ReceivedMail) =>
    valuesOf(read(mail))
      .filter(({ path }) => path !== 'thread_of')
      .map(({ path, value }) => [path, value])
  const history = fc
    .tuple(count, cents, fc.constantFrom('pcs', 'sets', 'St.', '件'))
    .map(
      ([qty, price, unit]) =>
        `\n\nOn 3 March 2026, Lin <lin@seller.example> wrote:\n> We offer ${qty} ${unit} of LED lamp at USD ${price}, FOB Ningbo.\n> 40% deposit, 60% before shipment.`,
    )
  const disclaimer = fc.constantFrom(
    '\n\nThis e-mail and any attachments are confidential. 500 pcs of nothing are meant.',
    '\n\nDisclaimer: prices of USD 1.00 in this mail are not binding.',
    '\n\nSent from my iPhone',
  )

  test('a history that is quoted, a notice of lawyers, other line ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.oneof(history, disclaimer), fc.boolean(), ({ mail }, added, crlf) => {
        const text = mail.text + added
        expect(values({ ...mail, text: crlf ? text.replace(/\r?\n/g, '\r\n') : text })).toEqual(values(mail))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the same letter in another charset says the same', () => {
  const CHARSETS = [
    'utf-8',
    'utf-16le',
    'gb18030',
    'big5',
    'shift_jis',
    'euc-jp',
    'euc-kr',
    'koi8-r',
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'windows-1254',
    'windows-1256',
    'iso-8859-2',
    'iso-8859-15',
  ] as const
  const letters = SAMPLE_MAILS.filter(({ mail }) => mail.html === '' && mail.attachments.length === 0)
  const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>()

  test.each(CHARSETS)('%s', async (charset) => {
    let tried = 0
    for (const { name, mail } of letters) {
      const bytes = encode(mail.text, charset, encoders)
      if (!bytes) continue
      tried++
      const head = `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`
      const { text } = await readMail(head + Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'))
      const values = (one: ReceivedMail) => valuesOf(read(one)).map(({ path, value }) => [path, value])
      expect(values({ ...mail, text }), name).toEqual(values(mail))
    }
    expect(tried).toBeGreaterThan(0)
  })
})

/** A text in a charset, by asking the decoder what each one or two bytes mean; null where it has a letter too many. */
function encode(
  text: string,
  charset: string,
  made: Map<string, ReadonlyMap<string, readonly number[]>>,
): number[] | null {
  if (charset === 'utf-8') return [...new TextEncoder().encode(text)]
  if (charset === 'utf-16le')
    return [...new Uint8Array(Uint16Array.from([...Array(text.length).keys()], (at) => text.charCodeAt(at)).buffer)]
  let letters = made.get(charset)
  if (!letters) {
    const decoder = new TextDecoder(charset)
    const map = new Map<string, readonly number[]>()
    for (let high = 0x80; high < 0x100; high++)
      for (let low = 0x40; low < 0xff; low++) {
        const letter = decoder.decode(Uint8Array.of(high, low))
        if ([...letter].length === 1 && !map.has(letter)) map.set(letter, [high, low])
      }
    for (let byte = 0; byte < 0x100; byte++) {
      const letter = decoder.decode(Uint8Array.of(byte))
      if (letter.length === 1 && letter !== '\ufffd') map.set(letter, [byte])
    }
    letters = map
    made.set(charset, map)
  }
  const bytes: number[] = []
  for (const letter of text) {
    const code = letters.get(letter)
    if (!code) return null
    bytes.push(...code)
  }
  return bytes
}
