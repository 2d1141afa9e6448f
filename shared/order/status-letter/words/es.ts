import type { LetterWords } from '../words.ts'

export const es: LetterWords = {
  subject: 'Estado de su pedido {order}',
  dear: 'Estimado/a {name}:',
  hello: 'Buenos días:',
  intro: 'Le informamos del estado actual de su pedido {order}.',
  stages: {
    not_started: { name: 'Pedido confirmado', sentence: 'Su pedido está confirmado y lo estamos preparando.' },
    waiting_deposit: {
      name: 'A la espera del anticipo',
      sentence: 'Su pedido está confirmado y entrará en producción al recibir el anticipo.',
    },
    waiting_material: {
      name: 'Preparación de materiales',
      sentence: 'Estamos reuniendo los materiales para su pedido.',
    },
    in_production: { name: 'En producción', sentence: 'Su pedido está en producción.' },
    inspection: {
      name: 'Control de calidad',
      sentence: 'La producción ha terminado y la mercancía se está inspeccionando.',
    },
    ready: { name: 'Listo para embarque', sentence: 'La mercancía está embalada y lista para su embarque.' },
    shipped: { name: 'Embarcado', sentence: 'Su pedido ya ha sido embarcado.' },
    closed: { name: 'Entregado', sentence: 'Su pedido ha sido entregado.' },
    on_hold: {
      name: 'En pausa',
      sentence: 'Su pedido está en pausa por el momento. Le escribiremos en cuanto se reanude.',
    },
  },
  rows: {
    order: 'Nuestro n.º de pedido',
    purchaseOrder: 'Su n.º de orden de compra',
    stage: 'Estado',
    materials: 'Materiales completos (previsto)',
    finish: 'Fin de producción (previsto)',
    inspection: 'Inspección (prevista)',
    ready: 'Listo desde',
    promised: 'Fecha de embarque confirmada',
    onBoard: 'A bordo',
    billOfLading: 'N.º de conocimiento de embarque (B/L)',
    arrival: 'Llegada estimada (ETA)',
    delivered: 'Entregado el',
    terms: 'Condiciones de entrega',
    total: 'Importe del pedido',
    payment: 'Pago pendiente',
  },
  waits: {
    production_start: 'Iniciaremos la producción en cuanto recibamos el anticipo de {amount}.',
    loading: 'Cargaremos la mercancía en cuanto recibamos el pago de {amount}.',
    bl_release: 'Liberaremos el conocimiento de embarque en cuanto recibamos el pago de {amount}.',
  },
  papers: {
    quotation: { subject: 'Cotización {number}', intro: 'Adjuntamos nuestra cotización {number}.' },
    proforma: { subject: 'Factura proforma {number}', intro: 'Adjuntamos nuestra factura proforma {number}.' },
    contract: {
      subject: 'Contrato de venta {number}',
      intro: 'Adjuntamos nuestro contrato de venta {number} para su firma.',
    },
  },
  validUntil: 'La cotización es válida hasta el {date}.',
  closing: 'Si tiene alguna pregunta, basta con responder a este correo.',
  regards: 'Saludos cordiales,',
}
