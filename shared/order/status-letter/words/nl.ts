import type { LetterWords } from '../words.ts'

export const nl: LetterWords = {
  subject: 'Status van uw order {order}',
  dear: 'Beste {name},',
  hello: 'Goedendag,',
  intro: 'Hierbij de actuele status van uw order {order}.',
  stages: {
    not_started: { name: 'Order bevestigd', sentence: 'Uw order is bevestigd en wordt voorbereid.' },
    waiting_deposit: {
      name: 'Wacht op aanbetaling',
      sentence: 'Uw order is bevestigd en gaat in productie zodra de aanbetaling binnen is.',
    },
    waiting_material: {
      name: 'Materiaal in voorbereiding',
      sentence: 'Het materiaal voor uw order wordt klaargemaakt.',
    },
    in_production: { name: 'In productie', sentence: 'Uw order is in productie.' },
    inspection: {
      name: 'Kwaliteitscontrole',
      sentence: 'De productie is klaar en de goederen worden gecontroleerd.',
    },
    ready: { name: 'Klaar voor verzending', sentence: 'De goederen zijn verpakt en klaar voor verzending.' },
    shipped: { name: 'Verzonden', sentence: 'Uw order is verzonden.' },
    closed: { name: 'Geleverd', sentence: 'Uw order is geleverd.' },
    on_hold: {
      name: 'Aangehouden',
      sentence: 'Uw order is op dit moment aangehouden. Wij schrijven u zodra hij verdergaat.',
    },
  },
  rows: {
    order: 'Ons ordernr.',
    purchaseOrder: 'Uw inkoopordernr.',
    stage: 'Status',
    materials: 'Materiaal compleet (gepland)',
    finish: 'Einde productie (gepland)',
    inspection: 'Controle (gepland)',
    ready: 'Gereed sinds',
    promised: 'Bevestigde verzenddatum',
    onBoard: 'Aan boord',
    billOfLading: 'Cognossement nr. (B/L)',
    arrival: 'Verwachte aankomst (ETA)',
    delivered: 'Geleverd op',
    terms: 'Leveringsconditie',
    total: 'Orderwaarde',
    payment: 'Openstaande betaling',
  },
  waits: {
    production_start: 'Wij starten de productie zodra de aanbetaling van {amount} binnen is.',
    loading: 'Wij laden de goederen zodra de betaling van {amount} binnen is.',
    bl_release: 'Wij geven het cognossement vrij zodra de betaling van {amount} binnen is.',
  },
  papers: {
    quotation: { subject: 'Offerte {number}', intro: 'Bijgaand vindt u onze offerte {number}.' },
    proforma: { subject: 'Proformafactuur {number}', intro: 'Bijgaand vindt u onze proformafactuur {number}.' },
    contract: {
      subject: 'Verkoopcontract {number}',
      intro: 'Bijgaand vindt u ons verkoopcontract {number} ter ondertekening.',
    },
  },
  validUntil: 'De offerte is geldig tot en met {date}.',
  closing: 'Heeft u vragen, beantwoord dan gewoon deze e-mail.',
  regards: 'Met vriendelijke groet,',
}
