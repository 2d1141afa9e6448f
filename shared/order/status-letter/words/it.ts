import type { LetterWords } from '../words.ts'

export const it: LetterWords = {
  subject: 'Stato del Suo ordine {order}',
  dear: 'Gentile {name},',
  hello: 'Buongiorno,',
  intro: 'di seguito lo stato attuale del Suo ordine {order}.',
  stages: {
    not_started: { name: 'Ordine confermato', sentence: 'Il Suo ordine è confermato e lo stiamo preparando.' },
    waiting_deposit: {
      name: 'In attesa dell’acconto',
      sentence: 'Il Suo ordine è confermato ed entrerà in produzione al ricevimento dell’acconto.',
    },
    waiting_material: {
      name: 'Preparazione dei materiali',
      sentence: 'Stiamo preparando i materiali per il Suo ordine.',
    },
    in_production: { name: 'In produzione', sentence: 'Il Suo ordine è in produzione.' },
    inspection: {
      name: 'Controllo qualità',
      sentence: 'La produzione è terminata e la merce è in fase di controllo.',
    },
    ready: { name: 'Pronto per la spedizione', sentence: 'La merce è imballata e pronta per la spedizione.' },
    shipped: { name: 'Spedito', sentence: 'Il Suo ordine è stato spedito.' },
    closed: { name: 'Consegnato', sentence: 'Il Suo ordine è stato consegnato.' },
    on_hold: {
      name: 'Sospeso',
      sentence: 'Il Suo ordine è al momento sospeso. Le scriveremo non appena riprenderà.',
    },
  },
  rows: {
    order: 'Nostro n. d’ordine',
    purchaseOrder: 'Vostro n. d’ordine',
    stage: 'Stato',
    materials: 'Materiali completi (previsto)',
    finish: 'Fine produzione (prevista)',
    inspection: 'Controllo (previsto)',
    ready: 'Pronto dal',
    promised: 'Data di spedizione confermata',
    onBoard: 'A bordo',
    billOfLading: 'N. polizza di carico (B/L)',
    arrival: 'Arrivo previsto (ETA)',
    delivered: 'Consegnato il',
    terms: 'Resa',
    total: 'Valore dell’ordine',
    payment: 'Pagamento aperto',
  },
  waits: {
    production_start: 'Avvieremo la produzione non appena ricevuto l’acconto di {amount}.',
    loading: 'Caricheremo la merce non appena ricevuto il pagamento di {amount}.',
    bl_release: 'Rilasceremo la polizza di carico non appena ricevuto il pagamento di {amount}.',
  },
  papers: {
    quotation: { subject: 'Offerta {number}', intro: 'in allegato la nostra offerta {number}.' },
    proforma: { subject: 'Fattura proforma {number}', intro: 'in allegato la nostra fattura proforma {number}.' },
    contract: {
      subject: 'Contratto di vendita {number}',
      intro: 'in allegato il nostro contratto di vendita {number} per la firma.',
    },
  },
  validUntil: 'L’offerta è valida fino al {date}.',
  closing: 'Per qualsiasi domanda può semplicemente rispondere a questa e-mail.',
  regards: 'Cordiali saluti,',
}
