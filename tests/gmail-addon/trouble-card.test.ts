import { expect, test } from 'vitest'
import { troubleCard } from '../../gmail-addon/src/trouble-card.ts'
import { aDeck, allPieces, intentsOf } from '../shared/panel/cards.ts'

test('a card of trouble says what happened, what to do, and whom to tell it by', async () => {
  const card = await troubleCard('gmail_busy', { language: 'en', reference: '01K5', deck: aDeck() })
  expect(allPieces(card).map(({ text }) => text)).toEqual([
    'Quayside',
    'Gmail asks for a little patience.',
    'Wait a minute, then try again.',
    'Reference: 01K5',
    'Try again',
  ])
  expect(intentsOf(card)).toEqual([{ kind: 'panel' }])
})

test('nothing can be pressed by somebody who is not known', async () => {
  const card = await troubleCard('not_invited', { language: 'zh-CN' })
  expect(intentsOf(card)).toEqual([])
  expect(allPieces(card).map(({ text }) => text)).toContain('Quayside 不认识此 Google 账号。')
})
