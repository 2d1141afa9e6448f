import { expect, test } from 'vitest'
import { BOARD_STAGES } from '#shared/desk/board.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { allowedAtAll } from '../../fixtures/posts.ts'
import { aLargeFirm } from './large-firm.ts'
import { leaks, sees } from './oracle.ts'

const firm = await aLargeFirm()

/** Every order on somebody's board, read to the end of each column. */
async function wholeBoard(role: Role): Promise<string[]> {
  const found: string[] = []
  for (const stage of BOARD_STAGES) {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = new URLSearchParams({ stage, ...(cursor ? { cursor } : {}) })
      const answer = await firm.ask(role, { method: 'GET', path: `/v1/board?${query}` })
      expect([role, answer.status, leaks(firm, role, answer.whole)]).toEqual([role, 200, []])
      const [column] = answer.body.columns
      found.push(...column.cards.map(({ id }: { id: string }) => id))
      cursor = column.next
    }
  }
  return found
}

test('a board read to its end holds every open order that its reader sees, once, and no other', async () => {
  const orders = firm.plants.filter(({ type }) => type === 'order')
  for (const role of ROLES.filter((one) => allowedAtAll(one, 'order', 'view'))) {
    const theirs = orders.filter((plant) => sees(role, plant)).map(({ id }) => id)
    expect([role, (await wholeBoard(role)).sort()]).toEqual([role, theirs.sort()])
  }
})
