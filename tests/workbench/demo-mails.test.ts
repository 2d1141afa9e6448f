import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { demoFirm, demoMails } from '../../workbench/src/demo/demo-firm.ts'
import { bytesOf } from '../../workbench/src/demo/threads/charset.ts'
import { firm, NOW, records } from './demo-reading.ts'

const { mails } = firm
const parsed = new Map<string, Email>(
  await Promise.all(mails.map(async ({ id, raw }): Promise<[string, Email]> => [id, await PostalMime.parse(raw)])),
)
const mail = (id: string): Email => {
  const found = parsed.get(id)
  if (!found) throw new Error('no such mail')
  return found
}
const customersOf = (address: string | undefined): string[] =>
  records.contact.filter((one) => one.emails?.includes(address ?? '')).map((one) => one.customer_id)

describe('the running threads of the demo', () => {
  it('are honest messages: ASCII, CRLF, lines of at most 78 characters, an id of their own', () => {
    expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length)
    for (const { id, raw } of mails) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(raw).toMatch(/^[\r\n\t\x20-\x7e]*$/)
      expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(Math.max(...raw.split('\r\n').map((line) => line.length)), id).toBeLessThanOrEqual(78)
    }
  })

  it('were all sent before the day of the demo, the oldest first', () => {
    const sent = mails.map(({ id }) => Date.parse(mail(id).date ?? ''))
    expect(sent).toEqual(sent.toSorted((a, b) => a - b))
    expect(sent.at(-1)).toBeLessThan(NOW)
  })

  it('carry the clock of whoever wrote', () => {
    const raw = mails.find(({ id }) => id === 'trilha-sul-saldo')?.raw
    expect(raw).toContain('Date: Mon, 19 Oct 2026 17:48:00 -0300\r\n')
  })

  it('speak of orders that their customer has', () => {
    const orders = new Map(records.order.map((one) => [one.doc_no, one.customer_id]))
    for (const { id, folder } of mails) {
      const { subject, from, to } = mail(id)
      const customers = customersOf(folder === 'sent' ? to?.[0]?.address : from?.address)
      for (const [no] of (subject ?? '').matchAll(/SO-\d{4}-\d+/g)) expect(customers, id).toContain(orders.get(no))
    }
  })

  it('answer what was written before', () => {
    const known = new Set([...parsed.values()].map((one) => one.messageId))
    const answers = [...parsed.values()].filter((one) => one.inReplyTo)
    expect(answers.length).toBeGreaterThanOrEqual(3)
    for (const answer of answers) {
      expect(known).toContain(answer.inReplyTo)
      expect(answer.references?.split(/\s+/).at(-1)).toBe(answer.inReplyTo)
    }
  })

  it('come out in their own letters', () => {
    expect(mail('baumann-liefertermin').text).toContain('das Anthrazit gefällt uns gut')
    expect(mail('cabane-solde').from?.name).toBe('Éloïse Maréchal')
    expect(mail('cabane-solde').text).toContain('d’ici mercredi')
    expect(mail('wahat-alrimal-order').subject).toMatch(/^موعد شحن الطلب SO-/)
    expect(mail('yamakaze-payment').text).toContain('10月22日（木）に送金いたします')
    expect(mail('colleague-baumann').text).toContain('确认之前我先不报价')
    expect(mail('trilha-sul-saldo').text).toContain('Conseguem liberar o BL por telex')
  })

  it('have the cases that a mailbox has', () => {
    expect(customersOf(mail('agent-carton-marks').from?.address)).toHaveLength(2)
    expect(mail('sierra-alta-pago').messageId).toBeUndefined()
    expect(customersOf(mail('newsletter-freight').from?.address)).toEqual([])
    expect(mail('colleague-baumann').from?.address).toBe('kevin.wang@bluewhale-outdoor.example')
    expect(mail('colleague-baumann').to?.[0]?.address).toBe('david.chen@bluewhale-outdoor.example')
    expect(mail('markup-labels').html).toContain('<script>')
    expect(mail('trilha-sul-bl-copy').attachments).toHaveLength(1)
  })

  it('has two mails of the Trilha Sul thread in the timeline already, and the newest not yet', () => {
    const filed = new Set(records.interaction.map((one) => one.message_id))
    expect(
      ['trilha-sul-bl-copy', 'trilha-sul-cambio', 'trilha-sul-saldo'].map((id) => filed.has(mail(id).messageId ?? '')),
    ).toEqual([true, true, false])
  })

  it('name the orders by the numbers of a firm of that size', () => {
    const large = demoFirm({ now: NOW, scale: 2 })
    expect(large.mails).toEqual(demoMails({ now: NOW, scale: 2 }))
    const subject = /SO-\d{4}-\d+/.exec(large.mails[0]?.raw ?? '')?.[0]
    const order = large.records.order.find((one) => one.doc_no === subject)
    expect(order?.customer_id).toBe(large.records.customer[0]?.id)
  })
})

describe('a charset', () => {
  it('refuses a letter it does not have rather than writing another', () => {
    expect(() => bytesOf('€', 'iso-8859-1')).toThrow()
    expect(() => bytesOf('山', 'windows-1252')).toThrow()
    expect([...bytesOf('’\n', 'windows-1252')]).toEqual([0x92, 0x0d, 0x0a])
  })
})
