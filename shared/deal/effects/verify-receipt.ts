import { text } from '#shared/i18n/language.ts'
import type { Receipt } from '#shared/trade/index.ts'
import { changed, type Effect, effected } from './effect.ts'

/** Somebody has seen the money at the bank, and it is not who said whose it is: four eyes (domain 1.18). Something of it came. */
export const verifyReceipt: Effect = ({ record, view: { actorId, language } }) => {
  if (record.claimed_by !== null && record.claimed_by === actorId) {
    return { problems: [{ field: 'verified_by', code: 'four_eyes', message: FOUR_EYES[language] }] }
  }
  const { bank_charge, gross_amount } = record as unknown as Receipt
  return (bank_charge ?? 0) < gross_amount
    ? effected(changed('receipt', record, { verified_by: actorId }))
    : { problems: [{ field: 'bank_charge', code: 'too_much', message: TOO_MUCH[language] }] }
}

const TOO_MUCH = text('The bank cannot keep as much as was paid, or more.', '银行手续费必须小于汇款金额。')

const FOUR_EYES = text(
  'You have said yourself whose it is: somebody else confirms that the money is there.',
  '您已认领此款，须由他人确认到账。',
)
