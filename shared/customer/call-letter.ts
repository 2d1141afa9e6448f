import { dateFor } from '#shared/order/status-letter/dates-and-amounts.ts'
import type { LetterLanguage, LetterLocale } from '#shared/order/status-letter/language.ts'
import { type BuyerLetter, filled } from '#shared/order/status-letter/letter.ts'
import type { Letters } from '#shared/order/status-letter/words/index.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'

interface Told {
  /** Null where nobody in particular is written to. */
  readonly name: string | null
  /** How the sender signs. */
  readonly alias: string
  readonly lastOrderOn: CivilDate | null
}

/**
 * A letter to a buyer of whom nothing was heard: that somebody will call. It tells nothing of how the house counts. Buyers of
 * other languages than these are written to in English.
 */
export function callLetter(told: Told, wished: LetterLocale, letters: Letters): BuyerLetter {
  const locale: LetterLocale = WORDS[wished.language] ? wished : { language: 'en', tag: 'en', direction: 'ltr' }
  const words = WORDS[locale.language] ?? ENGLISH
  const { dear, hello, regards } = letters[locale.language]
  const { name, alias, lastOrderOn } = told
  return {
    ...locale,
    subject: [words.subject],
    greeting: name ? filled(dear, { name }) : [hello],
    sentences: [
      ...(lastOrderOn ? [filled(`${words.last} `, { date: dateFor(lastOrderOn, locale) })] : []),
      [words.question],
    ],
    rows: [],
    closing: words.call,
    regards,
    alias: { value: alias },
  }
}

interface CallWords {
  readonly subject: string
  /** With the `{date}` of their last order. */
  readonly last: string
  readonly question: string
  readonly call: string
}

const ENGLISH: CallWords = {
  subject: 'Your next order',
  last: 'Your last order with us was on {date}.',
  question: 'Were you satisfied with the goods and the documents, and is there anything we should do better?',
  call: 'I would like to call you this week about what you need next. Which day and time would suit you?',
}

const WORDS: Readonly<Partial<Record<LetterLanguage, CallWords>>> = {
  en: ENGLISH,
  'zh-CN': {
    subject: '关于贵司的下一笔订单',
    last: '贵司上一次下单是在{date}。',
    question: '货物和单证是否令您满意？有哪些地方需要我们改进？',
    call: '本周想致电了解贵司接下来的需求，请问哪天什么时间方便？',
  },
  de: {
    subject: 'Ihre nächste Bestellung',
    last: 'Ihre letzte Bestellung bei uns war am {date}.',
    question: 'Waren Sie mit der Ware und den Papieren zufrieden, und was sollten wir besser machen?',
    call: 'Gern rufe ich Sie diese Woche an, um zu hören, was Sie als Nächstes brauchen. Welcher Tag und welche Uhrzeit passen Ihnen?',
  },
  fr: {
    subject: 'Votre prochaine commande',
    last: 'Votre dernière commande chez nous date du {date}.',
    question: 'Avez-vous été satisfait de la marchandise et des documents, et que devrions-nous améliorer ?',
    call: 'J’aimerais vous appeler cette semaine pour parler de vos prochains besoins. Quel jour et quelle heure vous conviendraient ?',
  },
  es: {
    subject: 'Su próximo pedido',
    last: 'Su último pedido con nosotros fue el {date}.',
    question: '¿Quedó satisfecho con la mercancía y los documentos? ¿Hay algo que debamos mejorar?',
    call: 'Me gustaría llamarle esta semana para hablar de lo que necesita próximamente. ¿Qué día y a qué hora le viene bien?',
  },
  'pt-BR': {
    subject: 'Seu próximo pedido',
    last: 'Seu último pedido conosco foi em {date}.',
    question: 'A mercadoria e os documentos atenderam às suas expectativas? Há algo que devemos melhorar?',
    call: 'Gostaria de ligar esta semana para conversar sobre as suas próximas necessidades. Que dia e horário seriam melhores para você?',
  },
}
