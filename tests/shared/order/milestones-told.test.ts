import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestonesTold, type ToldEvent, toldKey } from '#shared/order/milestones-told.ts'
import { REFERENCES, shipmentFound } from '#shared/order/shipment-found.ts'
import type { Shipment } from '#shared/trade/index.ts'
import { a } from '../../fixtures/road.ts'

const NOW = Date.parse('2026-10-20T01:00:00Z')
const source = { id: 'S', name: 'Ocean Line', kind: 'carrier' } as const
const view = { now: NOW, timezone: 'Asia/Shanghai', language: 'en', newId: () => 'M' } as const
const SHIPMENT = a.shipment({
  id: 'SH',
  status: 'booked',
  pol: 'CNYTN',
  pod: 'BRSSZ',
  etd: '2026-10-25',
  eta: '2026-11-25',
})

/** A few days and places, so that some are told twice. */
const event: fc.Arbitrary<ToldEvent> = fc.record({
  type: fc.constantFrom('DEPA', 'ARRI', 'LOAD'),
  classifier: fc.constantFrom('PLN', 'EST', 'ACT'),
  at: fc.constantFrom('2026-10-18T23:30:00+08:00', '2026-10-18T15:30:00Z', '2026-10-19T04:00:00-03:00'),
  location: fc.constantFrom('CNYTN', 'BRSSZ', 'SGSIN', null),
})

/** Tells in several calls; what is stored in the end. */
function tell(calls: readonly (readonly ToldEvent[])[]) {
  let shipment: Shipment = SHIPMENT
  const known = new Set<string>()
  for (const events of calls) {
    const told = milestonesTold({ source, shipment, events, known }, view)
    if ('problems' in told) throw new Error(told.problems[0]?.message)
    for (const change of told.changes) {
      if (change.kind === 'create') {
        const { type, classifier, at } = change.values
        const key = toldKey(String(type), String(classifier), Number(at))
        expect(known.has(key)).toBe(false)
        known.add(key)
      } else if (change.kind === 'update') shipment = { ...shipment, ...change.values }
    }
  }
  const { etd, atd, eta, ata } = shipment
  return { known: [...known].sort(), etd, atd, eta, ata }
}

test('it makes no difference how what was told is divided into calls, or whether a call comes again', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), fc.nat(12), (events, at) => {
      const whole = tell([events])
      expect(tell(events.map((one) => [one]))).toEqual(whole)
      expect(tell([events.slice(0, at), events.slice(at), events.slice(0, at)])).toEqual(whole)
    }),
  )
})

test('each moves the one date that it is of, at the shipment’s own ports alone', () => {
  fc.assert(
    fc.property(event, (one) => {
      const { known: _, ...dates } = tell([[one]])
      const { etd, atd, eta, ata } = SHIPMENT
      const moved = Object.entries(dates).filter(([key, day]) => day !== { etd, atd, eta, ata }[key])
      const port = { DEPA: 'CNYTN', ARRI: 'BRSSZ' }[one.type as string]
      const applies = port !== undefined && (one.location ?? port) === port
      const key = `${one.classifier === 'ACT' ? 'at' : 'et'}${one.type === 'DEPA' ? 'd' : 'a'}`
      expect(moved.map(([name]) => name)).toEqual(applies ? [key] : [])
    }),
  )
})

test('which shipment is meant does not depend on the order in which they are found', () => {
  const status = fc.constantFrom<Shipment['status']>('booked', 'in_transit', 'closed', 'cancelled')
  const fitting = fc.array(status, { maxLength: 4 }).map((all) => all.map((status, id) => ({ id, status })))
  fc.assert(
    fc.property(fitting, fc.constantFrom(...REFERENCES), (all, by) => {
      const found = shipmentFound(all, { [by]: 'X' })
      const other = shipmentFound(all.toReversed(), { [by]: 'X' })
      expect(other).toEqual(found)
      const underway = all.filter(({ status }) => status === 'booked' || status === 'in_transit')
      if (underway.length === 1) expect(found).toBe(underway[0])
      if (underway.length > 1) expect(found).toBe('several')
      if (underway.length === 0 && by === 'container_no') expect(found).toBe('none')
      if (underway.length === 0 && by !== 'container_no') {
        const closed = all.filter(({ status }) => status === 'closed')
        if (closed.length === 1) expect(found).toBe(closed[0])
      }
    }),
  )
})
