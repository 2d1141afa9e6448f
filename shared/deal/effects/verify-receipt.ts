import { text } from '#shared/i18n/language.ts'
import { changed, type Effect, effected } from './effect.ts'

/** Somebody has seen the money at the bank, and it is not who said whose it is: four eyes (domain 1.18). */
export const verifyReceipt: Effect = ({ record, view: { actorId, language } }) =>
  record.claimed_by !== null && record.claimed_by === actorId
    ? { problems: [{ field: 'verified_by', code: 'four_eyes', message: FOUR_EYES[language] }] }
    : effected(changed('receipt', record, { verified_by: actorId }))

const FOUR_EYES = text(
  'You have said yourself whose it is: somebody else confirms that the money is there.',
  '您已认领此款，须由他人确认到账。',
)
