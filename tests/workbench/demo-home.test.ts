import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { claimDue, isUnclaimed } from '#shared/customer/claim.ts'
import { isOpen, nextStep } from '#shared/order/execution.ts'
import type { Customer, Interaction } from '#shared/trade/index.ts'
import { teamOf } from '../../workbench/src/demo/staff.ts'
import { firm, isPaid, must, NOW, partsOf, records, TODAY } from './demo-reading.ts'

const HOUR_MS = 3_600_000
const idOf = (key: string): string => must(records.user.find(({ email }) => email.startsWith(`${key}@`))).id

/** The last thing that went out to a customer, or the last mail of theirs. */
const timelines = Map.groupBy(records.interaction, (one) => one.customer_id)
function lastTurn(customer: Customer): Interaction | undefined {
  const turns = (timelines.get(customer.id) ?? []).filter(
    ({ kind, direction }) => direction === 'out' || (direction === 'in' && kind === 'mail'),
  )
  return turns.toSorted((a, b) => a.occurred_at - b.occurred_at || (a.direction < b.direction ? -1 : 1)).at(-1)
}
const waiting = records.customer.flatMap((customer) => {
  const turn = lastTurn(customer)
  return turn?.direction === 'in' ? [{ customer, mail: turn }] : []
})

describe('whoever has no mail open finds something to do', () => {
  it.each(['mia.zhao', 'leo.sun', 'kevin.wang', 'david.chen'] as const)('%s', (key) => {
    const id = idOf(key)
    const due = records.order.filter((order) => {
      const open = partsOf(order).filter((part) => !isPaid(part))
      const date = order.owner_id === id && isOpen(order) ? nextStep(order, open)?.due(order, open) : null
      return date && date <= TODAY
    })
    expect(waiting.filter(({ customer }) => customer.owner_id === id)).not.toEqual([])
    expect(due).not.toEqual([])
    const team = records.team.find((one) => one.key === teamOf(key))
    const unclaimed = records.inquiry.filter(
      (one) =>
        isUnclaimed(one) &&
        (one.owner_id === id || (one.owner_id === null && (one.team_id === null || one.team_id === team?.id))),
    )
    expect(unclaimed.length).toBeGreaterThan(1)
    expect(records.interaction.some((one) => one.filed_by === id)).toBe(true)
  })

  it('with claims that are late, that are urgent, and that have time', () => {
    const left = records.inquiry.filter(isUnclaimed).map((one) => (claimDue(one) - NOW) / HOUR_MS)
    expect(left.filter((hours) => hours < 0)).toHaveLength(3)
    expect(left.filter((hours) => hours >= 0 && hours < 5).length).toBeGreaterThan(1)
    expect(left.filter((hours) => hours >= 5).length).toBeGreaterThan(1)
  })

  it('with every open inquiry in the pool of its region, and nobody’s only where the country is not known', () => {
    for (const { doc_no, country, team_id } of records.inquiry)
      expect([doc_no, team_id === null]).toEqual([doc_no, country === null])
  })
})

describe('a mail that waits for an answer', () => {
  it('came in the last day, or is the last of its thread in the mailbox', async () => {
    const mailbox = await Promise.all(firm.mails.map(({ raw }) => PostalMime.parse(raw)))
    const subjects = mailbox.map(({ subject }) => subject)
    for (const { customer, mail } of waiting) {
      const recent = NOW - mail.occurred_at <= 24 * HOUR_MS
      expect([customer.name, recent || subjects.includes(mail.subject)]).toEqual([customer.name, true])
    }
  })

  it('is every mail in the mailbox that a customer of ours wrote and nobody answered', async () => {
    const names = new Set(waiting.map(({ customer }) => customer.short_name))
    for (const name of [
      'Trilha Sul',
      'Baumann Garten',
      'Sierra Alta',
      'Cabane du Vercors',
      '山風アウトドア',
      'Bivouac Lumière',
    ]) {
      expect(names).toContain(name)
    }
    // They got the last mail of theirs from us.
    expect(names).not.toContain('Thornfield')
  })
})
