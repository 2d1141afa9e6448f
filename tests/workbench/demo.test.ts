import { describe, expect, it } from 'vitest'
import type { Order } from '#shared/trade/index.ts'
import { BATCH_ROWS, demoBatches, demoFirm } from '../../workbench/src/demo/demo-firm.ts'
import { PLANTED } from '../../workbench/src/demo/planted/index.ts'
import { staffAddresses } from '../../workbench/src/demo/staff.ts'
import { firm, must, NOW, ordersOf, type Row, records, rowsOf, TYPE_NAMES } from './demo-reading.ts'

describe('the demo firm is the same every time', () => {
  it('is made again from the same input, to the last character', () => {
    expect(demoFirm({ now: NOW })).toEqual(firm)
  })

  it('has other ids for another tenant key, and no other difference in what people read', () => {
    const other = demoFirm({ now: NOW, tenantKey: 'other' })
    const ids = new Set(TYPE_NAMES.flatMap((type) => rowsOf(type).map(({ id }) => id)))
    expect(TYPE_NAMES.flatMap((type) => rowsOf(type, other.records)).filter(({ id }) => ids.has(id))).toEqual([])
    expect(other.records.order.map((one) => [one.doc_no, one.total, one.exec_status])).toEqual(
      records.order.map((one) => [one.doc_no, one.total, one.exec_status]),
    )
    const subjects = new Set(firm.identities.map(({ subject }) => subject))
    expect(other.identities.filter(({ subject }) => subjects.has(subject))).toEqual([])
  })

  it('comes in batches of a bearable size that add up to the same firm', () => {
    const batches = [...demoBatches({ now: NOW })]
    expect(Math.max(...batches.map(({ rows }) => rows.length))).toBeLessThanOrEqual(BATCH_ROWS)
    for (const type of TYPE_NAMES) {
      const rows = batches.filter((batch) => batch.type === type).flatMap((batch) => batch.rows as readonly Row[])
      expect(rows).toEqual(rowsOf(type))
    }
  })
})

describe('everybody', () => {
  it('is known to the local issuer and to Google, who has another name for them than their address', () => {
    const known = (issuer: string) => firm.identities.filter((one) => one.issuer === issuer)
    for (const issuer of ['local', 'google']) {
      expect(known(issuer).map(({ userId }) => userId)).toEqual(records.user.map(({ id }) => id))
    }
    const addresses = records.user.map(({ email }) => email)
    expect(known('local').map(({ subject }) => subject)).toEqual(addresses)
    expect(known('google').filter(({ subject }) => addresses.includes(subject))).toEqual([])
  })

  it('has a mailbox', () => {
    expect(staffAddresses()).toEqual(records.user.map(({ email }) => email))
  })
})

describe('a firm of another size', () => {
  it('has three times everything but what is planted, which stays as it is', () => {
    const large = demoFirm({ now: NOW, scale: 3 }).records
    expect([large.customer.length, large.contact.length, large.order.length]).toEqual([720, 1_560, 1_200])
    for (const [index, { name }] of PLANTED.entries()) {
      const [small, same] = [must(records.customer[index]), must(large.customer[index])]
      expect([small.name, same.name]).toEqual([name, name])
      expect(same).toEqual(small)
      const withoutNumber = ({ doc_no: _, bl_no: __, ...order }: Order) => order
      expect(ordersOf(same, large).map(withoutNumber)).toEqual(ordersOf(small).map(withoutNumber))
    }
    const names = large.customer.slice(PLANTED.length).map((one) => one.domains?.[0])
    expect(new Set(names).size).toBe(names.length)
  })

  it('is the planted customers alone when it is very small', () => {
    expect(demoFirm({ now: NOW, scale: 0.01 }).records.customer.map((one) => one.name)).toEqual(
      PLANTED.map((one) => one.name),
    )
  })
})
