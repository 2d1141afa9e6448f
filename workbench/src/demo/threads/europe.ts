import { formatMoney } from '#shared/money/amount.ts'
import type { Party } from './mime.ts'
import { type Book, type Draft, staff } from './thread.ts'

const KATRIN: Party = ['Katrin Baumann', 'k.baumann@gartenwelt-baumann.example']
const PHILIPPA: Party = ['Philippa Garside', 'philippa.garside@thornfield-leisure.example']
const NORA: Party = ['Nora Lam', 'nora.lam@harbourlane-sourcing.example']
const SOLENE: Party = ['Solène Carpentier', 'solene@bivouac-lumiere.example']
const ELOISE: Party = ['Éloïse Maréchal', 'eloise.marechal@cabane-vercors.example']
const PACKAGING_MAIL = '<20261014083100.BG@bluewhale-outdoor.example>'

export function europe(book: Book): Draft[] {
  return [...germany(book), ...france(book), ...agent(book)]
}

/** Baumann: a question in the middle of production. */
function germany({ no }: Book): Draft[] {
  const order = no('baumann-garten/production')
  return [
    {
      id: 'baumann-production-photos',
      folder: 'sent',
      ago: 6,
      minute: 8 * 60 + 31,
      charset: 'iso-8859-1',
      from: staff('mia.zhao'),
      to: [KATRIN],
      subject: `${order}: Fotos aus der Fertigung`,
      messageId: PACKAGING_MAIL,
      text: `Sehr geehrte Frau Baumann,

die Gestelle für Ihre 1.200 Klappsessel sind fertig, das Nähen hat am Montag begonnen. Die Isolierflaschen werden ab Freitag pulverbeschichtet.

Können Sie uns bitte noch die LUCID-Nummer für den Kartonaufdruck bestätigen?

Mit freundlichen Grüßen
Mia Zhao
`,
    },
    {
      id: 'baumann-liefertermin',
      ago: 4,
      minute: 9 * 60 + 12,
      timezone: 'Europe/Berlin',
      charset: 'iso-8859-1',
      from: KATRIN,
      to: [staff('mia.zhao')],
      subject: `AW: ${order}: Fotos aus der Fertigung – Liefertermin`.replace('–', '-'),
      messageId: '<b1f7-1016@mail.gartenwelt-baumann.example>',
      references: [PACKAGING_MAIL],
      text: `Guten Tag Frau Zhao,

vielen Dank für die Fotos, das Anthrazit gefällt uns gut. Die LUCID-Nummer bleibt wie beim letzten Auftrag.

Eine Bitte: Unser Lagerumbau wird früher fertig. Könnten Sie die Sessel eine Woche eher verschiffen und die Flaschen mit der nächsten Abfahrt nachschicken? Falls das nur gegen Aufpreis geht, bleiben wir beim vereinbarten Termin.

Geben Sie mir bitte bis Mittwoch Bescheid, ich muss den Spediteur einplanen.

Mit freundlichen Grüßen
Katrin Baumann

Baumann Garten GmbH · Hövelhofer Straße 118 · 33104 Paderborn
`,
    },
  ]
}

/** Cabane du Vercors: one day over the date, and paid, they say. Bivouac Lumière: the plan for the next year. */
function france({ no, order }: Book): Draft[] {
  const { currency } = order('cabane-vercors/overdue').order
  const balance = order('cabane-vercors/overdue').installments.at(-1)?.amount ?? 0
  return [
    {
      id: 'cabane-solde',
      ago: 1,
      minute: 16 * 60 + 40,
      timezone: 'Europe/Paris',
      charset: 'windows-1252',
      from: ELOISE,
      to: [staff('leo.sun')],
      cc: [['Transit Cabane du Vercors', 'transit@cabane-vercors.example']],
      subject: `Solde ${no('cabane-vercors/overdue')} – télex release`,
      messageId: '<4c0e9d-1019@smtp.cabane-vercors.example>',
      text: `Bonjour Leo,

Le virement du solde (${formatMoney(balance, currency)}) est parti cet après-midi, vous devriez le voir d’ici mercredi. Je vous envoie l’avis dès que la banque me le donne.

Pourriez-vous préparer le télex release pour que notre transitaire puisse dédouaner à l’arrivée ? Il nous faut aussi la liste de colisage avec le poids par palette, celle que nous avons reçue n’indique que le total.

Merci d’avance et bonne soirée,

Éloïse Maréchal
Responsable achats — Cabane du Vercors
`,
    },
    {
      id: 'bivouac-plan-2027',
      ago: 1,
      minute: 17 * 60 + 20,
      timezone: 'Europe/Paris',
      charset: 'iso-8859-1',
      from: SOLENE,
      to: [staff('david.chen')],
      subject: 'Plan 2027 : lanternes',
      messageId: '<plan27-1019@mail.bivouac-lumiere.example>',
      text: `Bonjour David,

Nous bouclons le plan d'achat du printemps : environ 4 000 lanternes, un peu plus que cette année, en deux départs (février et avril). Avant de passer commande, deux questions.

Pouvez-vous tenir les prix du ${no('bivouac-lumiere/d75')} jusqu'à la mi-novembre ? Et accepteriez-vous 60 jours pour la totalité, au lieu de 30 et 60 ? Un autre fabricant nous le propose.

Je suis au bureau demain toute la journée si vous préférez en parler de vive voix.

Cordialement,

Solène Carpentier
Directrice des achats, Bivouac Lumière
`,
    },
  ]
}

/** Nora writes for two firms, and does not say for which. */
function agent({ no, order }: Book): Draft[] {
  const {
    installments,
    order: { currency },
  } = order('thornfield/overdue')
  return [
    {
      id: 'thornfield-reminder',
      folder: 'sent',
      ago: 5,
      minute: 16 * 60 + 15,
      from: staff('leo.sun'),
      to: [PHILIPPA],
      cc: [NORA],
      subject: `${no('thornfield/overdue')} (TL 4630): balance`,
      messageId: '<20261015081500.TL4630@bluewhale-outdoor.example>',
      text: `Dear Philippa,

a friendly reminder: the balance of ${formatMoney(installments.at(-1)?.amount ?? 0, currency)} for ${no('thornfield/overdue')} was due on ${installments.at(-1)?.due_date}. The goods reach Felixstowe in about two weeks, and we can release the B/L as soon as the payment is in.

If it has crossed with this mail, please just send me the slip.

Kind regards,
Leo Sun
`,
    },
    {
      id: 'agent-carton-marks',
      unfiled: true,
      ago: 1,
      minute: 10 * 60 + 25,
      timezone: 'Asia/Hong_Kong',
      from: NORA,
      to: [staff('leo.sun')],
      cc: [staff('kevin.wang')],
      subject: 'carton marks + booking, both clients',
      messageId: '<1019-0225.nl@mx.harbourlane-sourcing.example>',
      text: `Hi Leo, hi Kevin,

two things before I fly tomorrow:

1) carton marks: please print the PO number on two sides, not four, same for both clients. New files next week.
2) booking: the forwarder asks for cargo ready dates again. Can you each send me one line per order with ready date, cartons and CBM?

On the open payment I am chasing them, they say it is with accounts.

Thx
Nora
--
Harbour Lane Sourcing (HK)
`,
    },
  ]
}
