import type { LetterWords } from '../words.ts'

export const de: LetterWords = {
  subject: 'Stand Ihrer Bestellung {order}',
  dear: 'Guten Tag {name},',
  hello: 'Guten Tag,',
  intro: 'hier der aktuelle Stand Ihrer Bestellung {order}.',
  stages: {
    not_started: { name: 'Auftrag bestätigt', sentence: 'Ihre Bestellung ist bestätigt und wird vorbereitet.' },
    waiting_deposit: {
      name: 'Anzahlung ausstehend',
      sentence: 'Ihre Bestellung ist bestätigt und geht nach Eingang der Anzahlung in Produktion.',
    },
    waiting_material: { name: 'Materialbeschaffung', sentence: 'Das Material für Ihre Bestellung wird beschafft.' },
    in_production: { name: 'In Produktion', sentence: 'Ihre Bestellung ist in Produktion.' },
    inspection: { name: 'Qualitätsprüfung', sentence: 'Die Produktion ist abgeschlossen, die Ware wird geprüft.' },
    ready: { name: 'Versandbereit', sentence: 'Die Ware ist verpackt und versandbereit.' },
    shipped: { name: 'Verschifft', sentence: 'Ihre Bestellung ist unterwegs.' },
    closed: { name: 'Geliefert', sentence: 'Ihre Bestellung wurde geliefert.' },
    on_hold: {
      name: 'Ausgesetzt',
      sentence: 'Ihre Bestellung ruht zurzeit. Wir melden uns, sobald es weitergeht.',
    },
  },
  rows: {
    order: 'Unsere Auftragsnr.',
    purchaseOrder: 'Ihre Bestellnr.',
    stage: 'Stand',
    materials: 'Material vollständig (geplant)',
    finish: 'Produktionsende (geplant)',
    inspection: 'Prüfung (geplant)',
    ready: 'Versandbereit seit',
    promised: 'Bestätigter Versandtermin',
    onBoard: 'An Bord',
    billOfLading: 'Konnossement Nr. (B/L)',
    arrival: 'Voraussichtliche Ankunft (ETA)',
    delivered: 'Geliefert am',
    terms: 'Lieferbedingung',
    total: 'Auftragswert',
    payment: 'Offene Zahlung',
  },
  waits: {
    production_start: 'Wir beginnen mit der Produktion, sobald die Anzahlung von {amount} eingegangen ist.',
    loading: 'Wir verladen die Ware, sobald die Zahlung von {amount} eingegangen ist.',
    bl_release: 'Wir geben das Konnossement frei, sobald die Zahlung von {amount} eingegangen ist.',
  },
  papers: {
    quotation: { subject: 'Angebot {number}', intro: 'anbei erhalten Sie unser Angebot {number}.' },
    proforma: { subject: 'Proforma-Rechnung {number}', intro: 'anbei erhalten Sie unsere Proforma-Rechnung {number}.' },
    contract: {
      subject: 'Kaufvertrag {number}',
      intro: 'anbei erhalten Sie unseren Kaufvertrag {number} zur Unterschrift.',
    },
  },
  validUntil: 'Das Angebot ist gültig bis {date}.',
  closing: 'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  regards: 'Mit freundlichen Grüßen',
}
