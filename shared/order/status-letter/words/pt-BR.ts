import type { LetterWords } from '../words.ts'

export const ptBR: LetterWords = {
  subject: 'Status do seu pedido {order}',
  dear: 'Prezado(a) {name},',
  hello: 'Prezados,',
  intro: 'Segue a situação atual do seu pedido {order}.',
  stages: {
    not_started: { name: 'Pedido confirmado', sentence: 'Seu pedido está confirmado e em preparação.' },
    waiting_deposit: {
      name: 'Aguardando o sinal',
      sentence: 'Seu pedido está confirmado e entrará em produção assim que o sinal for recebido.',
    },
    waiting_material: {
      name: 'Preparação de materiais',
      sentence: 'Estamos providenciando os materiais para o seu pedido.',
    },
    in_production: { name: 'Em produção', sentence: 'Seu pedido está em produção.' },
    inspection: {
      name: 'Inspeção de qualidade',
      sentence: 'A produção foi concluída e a mercadoria está em inspeção.',
    },
    ready: { name: 'Pronto para embarque', sentence: 'A mercadoria está embalada e pronta para embarque.' },
    shipped: { name: 'Embarcado', sentence: 'Seu pedido já foi embarcado.' },
    closed: { name: 'Entregue', sentence: 'Seu pedido foi entregue.' },
    on_hold: {
      name: 'Suspenso',
      sentence: 'Seu pedido está suspenso no momento. Escreveremos assim que for retomado.',
    },
  },
  rows: {
    order: 'Nosso nº do pedido',
    purchaseOrder: 'Seu nº da ordem de compra',
    stage: 'Situação',
    materials: 'Materiais completos (previsão)',
    finish: 'Fim da produção (previsão)',
    inspection: 'Inspeção (previsão)',
    ready: 'Pronto desde',
    promised: 'Data de embarque confirmada',
    onBoard: 'Embarcado em',
    billOfLading: 'Nº do conhecimento de embarque (B/L)',
    arrival: 'Chegada prevista (ETA)',
    delivered: 'Entregue em',
    terms: 'Condição de entrega',
    total: 'Valor do pedido',
    payment: 'Pagamento em aberto',
  },
  waits: {
    production_start: 'Iniciaremos a produção assim que recebermos o sinal de {amount}.',
    loading: 'Carregaremos a mercadoria assim que recebermos o pagamento de {amount}.',
    bl_release: 'Liberaremos o conhecimento de embarque assim que recebermos o pagamento de {amount}.',
  },
  papers: {
    quotation: { subject: 'Cotação {number}', intro: 'Segue em anexo a nossa cotação {number}.' },
    proforma: { subject: 'Fatura proforma {number}', intro: 'Segue em anexo a nossa fatura proforma {number}.' },
    contract: {
      subject: 'Contrato de venda {number}',
      intro: 'Segue em anexo o nosso contrato de venda {number} para assinatura.',
    },
  },
  validUntil: 'A cotação é válida até {date}.',
  closing: 'Em caso de dúvidas, basta responder a este e-mail.',
  regards: 'Atenciosamente,',
}
