import type { LetterWords } from '../words.ts'

/** Names are left out of the greeting: they would have to stand in the vocative. */
export const pl: LetterWords = {
  subject: 'Status zamówienia {order}',
  dear: 'Dzień dobry,',
  hello: 'Dzień dobry,',
  intro: 'przesyłamy aktualny status Państwa zamówienia {order}.',
  stages: {
    not_started: {
      name: 'Zamówienie potwierdzone',
      sentence: 'Państwa zamówienie jest potwierdzone i przygotowywane do realizacji.',
    },
    waiting_deposit: {
      name: 'Oczekiwanie na zaliczkę',
      sentence: 'Państwa zamówienie jest potwierdzone i trafi do produkcji po wpłynięciu zaliczki.',
    },
    waiting_material: {
      name: 'Przygotowanie materiałów',
      sentence: 'Przygotowujemy materiały do Państwa zamówienia.',
    },
    in_production: { name: 'W produkcji', sentence: 'Państwa zamówienie jest w produkcji.' },
    inspection: { name: 'Kontrola jakości', sentence: 'Produkcja została zakończona, trwa kontrola towaru.' },
    ready: { name: 'Gotowe do wysyłki', sentence: 'Towar jest zapakowany i gotowy do wysyłki.' },
    shipped: { name: 'Wysłane', sentence: 'Państwa zamówienie zostało wysłane.' },
    closed: { name: 'Dostarczone', sentence: 'Państwa zamówienie zostało dostarczone.' },
    on_hold: {
      name: 'Wstrzymane',
      sentence: 'Państwa zamówienie jest chwilowo wstrzymane. Napiszemy, gdy tylko zostanie wznowione.',
    },
  },
  rows: {
    order: 'Nasz nr zamówienia',
    purchaseOrder: 'Państwa nr zamówienia',
    stage: 'Status',
    materials: 'Komplet materiałów (plan)',
    finish: 'Koniec produkcji (plan)',
    inspection: 'Kontrola (plan)',
    ready: 'Gotowe od',
    promised: 'Potwierdzony termin wysyłki',
    onBoard: 'Załadowano na statek',
    billOfLading: 'Nr konosamentu (B/L)',
    arrival: 'Przewidywane przybycie (ETA)',
    delivered: 'Dostarczono',
    terms: 'Warunki dostawy',
    total: 'Wartość zamówienia',
    payment: 'Płatność do uregulowania',
  },
  waits: {
    production_start: 'Rozpoczniemy produkcję po wpłynięciu zaliczki w wysokości {amount}.',
    loading: 'Załadujemy towar po wpłynięciu płatności w wysokości {amount}.',
    bl_release: 'Zwolnimy konosament po wpłynięciu płatności w wysokości {amount}.',
  },
  papers: {
    quotation: { subject: 'Oferta {number}', intro: 'w załączeniu przesyłamy naszą ofertę {number}.' },
    proforma: { subject: 'Faktura pro forma {number}', intro: 'w załączeniu przesyłamy fakturę pro forma {number}.' },
    contract: {
      subject: 'Umowa sprzedaży {number}',
      intro: 'w załączeniu przesyłamy umowę sprzedaży {number} do podpisu.',
    },
  },
  validUntil: 'Oferta jest ważna do: {date}.',
  closing: 'W razie pytań prosimy po prostu odpowiedzieć na tę wiadomość.',
  regards: 'Z poważaniem',
}
