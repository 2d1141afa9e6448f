import type { LetterWords } from '../words.ts'

export const en: LetterWords = {
  subject: 'Status of your order {order}',
  dear: 'Dear {name},',
  hello: 'Hello,',
  intro: 'Here is where your order {order} stands today.',
  stages: {
    not_started: { name: 'Order confirmed', sentence: 'Your order is confirmed and we are preparing it.' },
    waiting_deposit: {
      name: 'Waiting for the deposit',
      sentence: 'Your order is confirmed and ready to go into production once the deposit has arrived.',
    },
    waiting_material: { name: 'Preparing materials', sentence: 'We are getting the materials for your order ready.' },
    in_production: { name: 'In production', sentence: 'Your order is in production.' },
    inspection: { name: 'Quality inspection', sentence: 'Production is finished and the goods are being inspected.' },
    ready: { name: 'Ready for shipment', sentence: 'The goods are packed and ready for shipment.' },
    shipped: { name: 'Shipped', sentence: 'Your order has been shipped.' },
    closed: { name: 'Delivered', sentence: 'Your order has been delivered.' },
    on_hold: {
      name: 'On hold',
      sentence: 'Your order is on hold at the moment. We will write to you as soon as it goes on.',
    },
  },
  rows: {
    order: 'Our order no.',
    purchaseOrder: 'Your PO no.',
    stage: 'Status',
    materials: 'Materials complete (planned)',
    finish: 'End of production (planned)',
    inspection: 'Inspection (planned)',
    ready: 'Ready since',
    promised: 'Confirmed shipment date',
    onBoard: 'On board',
    billOfLading: 'Bill of lading no.',
    arrival: 'Estimated arrival (ETA)',
    delivered: 'Delivered on',
    terms: 'Delivery terms',
    total: 'Order value',
    payment: 'Open payment',
  },
  waits: {
    production_start: 'We start production once the deposit of {amount} has arrived.',
    loading: 'We load the goods once the payment of {amount} has arrived.',
    bl_release: 'We release the bill of lading once the payment of {amount} has arrived.',
  },
  papers: {
    quotation: { subject: 'Quotation {number}', intro: 'Please find attached our quotation {number}.' },
    proforma: { subject: 'Proforma invoice {number}', intro: 'Please find attached our proforma invoice {number}.' },
    contract: {
      subject: 'Sales contract {number}',
      intro: 'Please find attached our sales contract {number} for your signature.',
    },
  },
  validUntil: 'The quotation is valid until {date}.',
  closing: 'If you have any questions, simply reply to this e-mail.',
  regards: 'Best regards,',
}
