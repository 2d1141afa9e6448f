import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../../worker/src/mail/outline.ts'
import { partBytes } from '../../../worker/src/mail/part-bytes.ts'
import { readMail } from '../../../worker/src/mail/read-mail.ts'

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)

interface Leaf {
  readonly name: string
  readonly encoding: 'base64' | 'quoted-printable' | '7bit'
  readonly bytes: Uint8Array
}

type Tree = Leaf | { readonly boundary: string; readonly parts: readonly Tree[]; readonly preamble: string }

const word = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/)
const leaf: fc.Arbitrary<Tree> = fc
  .record({
    name: word,
    encoding: fc.constantFrom<Leaf['encoding']>('base64', 'quoted-printable', '7bit'),
    content: fc.uint8Array({ maxLength: 300 }),
  })
  .map(({ name, encoding, content }) => ({
    name,
    encoding,
    bytes: encoding === '7bit' ? content.map((byte) => 97 + (byte % 26)) : content,
  }))
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      boundary: word,
      parts: fc.array(tie('tree'), { maxLength: 4 }),
      preamble: fc.constantFrom('', 'See below'),
    }),
  ),
}))

const hex = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`

function written(one: Tree, path: string, end: string): string {
  if ('parts' in one) {
    const boundary = `${path}-${one.boundary}`
    const parts = one.parts.map((part, index) => `--${boundary}${end}${written(part, `${path}${index}`, end)}${end}`)
    return `Content-Type: multipart/mixed;${end} boundary="${boundary}"${end}${end}${one.preamble}${end}${parts.join('')}--${boundary}--${end}`
  }
  const { name, encoding, bytes } = one
  const body =
    encoding === 'base64'
      ? btoa(String.fromCharCode(...bytes)).replace(/.{40}/g, `$&${end}`)
      : encoding === '7bit'
        ? String.fromCharCode(...bytes)
        : [...bytes].map(hex).join('').replace(/.{60}/g, `$&=${end}`)
  return (
    `Content-Type: application/octet-stream; name="${name}.bin"${end}Content-Transfer-Encoding: ${encoding}${end}` +
    `Content-Disposition: attachment${end}${end}${body}`
  )
}

describe('the outline of a mail', () => {
  test('names the same files with the same bytes as the whole mail, however it is nested', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.constantFrom('\r\n', '\n'), async (root, end) => {
        const raw = latin1(`From: a@b.example${end}Subject: x${end}${written(root, 'B', end)}`)
        const whole = await PostalMime.parse(raw)
        const outline = outlineOf(raw)
        const found = (await PostalMime.parse(outline.bytes)).attachments.map(({ filename, content }) => {
          const cut = outline.cuts.get(new TextDecoder().decode(content as ArrayBuffer).trim())
          return [filename, cut ? [...partBytes(raw, cut)] : []]
        })
        // An unencoded file may end with the line that ends it.
        const trimmed = (bytes: readonly number[]) => String.fromCharCode(...bytes).replace(/[\r\n]+$/, '')
        const said = (files: unknown[][]) => files.map(([name, bytes]) => [name, trimmed(bytes as number[])])
        expect(said(found)).toEqual(
          said(
            whole.attachments.map(({ filename, content }) => [filename, [...new Uint8Array(content as ArrayBuffer)]]),
          ),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('stays small, whatever is attached', () => {
    const body = 'QUJD'.repeat(500_000)
    const raw = latin1(
      `From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`,
    )
    const { bytes, cuts } = outlineOf(raw)
    expect(bytes.length).toBeLessThan(200)
    expect([...cuts.values()].map((cut) => partBytes(raw, cut).length)).toEqual([1_500_000])
    const letter = outlineOf(latin1(`From: a@b.example\r\n\r\n${'line\r\n'.repeat(1_000_000)}`))
    expect(letter.bytes.length).toBe(2 * 1024 * 1024)
  })

  test('of any bytes at all is an outline, in time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await readMail(Uint8Array.from(bytes))
      }),
      { numRuns: 200 },
    )
    const nested = Array.from(
      { length: 20_000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    )
    const before = performance.now()
    outlineOf(latin1(nested.join('')))
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe('a mail that is read', () => {
  test('has pictures of its text apart from what is attached', async () => {
    const raw = latin1(
      [
        'From: a@b.example',
        'Date: Mon, 19 Oct 2026 09:05:00 -0300',
        'Content-Type: multipart/related; boundary=r',
        '',
        '--r',
        'Content-Type: text/html',
        '',
        '<p>Hello<img src="cid:logo@x"></p>',
        '--r',
        'Content-Type: image/png; name=logo.png',
        'Content-ID: <logo@x>',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0K',
        '--r--',
      ].join('\r\n'),
    )
    const mail = await readMail(raw)
    expect(mail?.attachments).toEqual([])
    expect(mail?.pictures).toMatchObject([{ contentId: 'logo@x', mime: 'image/png', bytes: 6 }])
    expect(mail?.text.trim()).toContain('Hello')
  })

  test('that is forwarded as a file is a file', async () => {
    const inner = 'From: c@d.example\r\nSubject: inner\r\n\r\nsecret words\r\n'
    const raw = latin1(
      `From: a@b.example\r\nSubject: Fwd\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nSee.\r\n--m\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--m--\r\n`,
    )
    const mail = await readMail(raw)
    expect(mail?.attachments).toMatchObject([{ name: '1.eml', mime: 'message/rfc822' }])
    expect(mail?.text).not.toContain('secret')
  })
})
