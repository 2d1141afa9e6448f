import type { LetterWords } from '../words.ts'

export const tr: LetterWords = {
  subject: '{order} numaralı siparişinizin durumu',
  dear: 'Sayın {name},',
  hello: 'Merhaba,',
  intro: '{order} numaralı siparişinizin güncel durumu aşağıdadır.',
  stages: {
    not_started: { name: 'Sipariş onaylandı', sentence: 'Siparişiniz onaylandı, hazırlıklarını yapıyoruz.' },
    waiting_deposit: {
      name: 'Ön ödeme bekleniyor',
      sentence: 'Siparişiniz onaylandı, ön ödeme ulaştığında üretime alınacaktır.',
    },
    waiting_material: { name: 'Malzeme hazırlığı', sentence: 'Siparişinizin malzemelerini hazırlıyoruz.' },
    in_production: { name: 'Üretimde', sentence: 'Siparişiniz üretimdedir.' },
    inspection: { name: 'Kalite kontrolünde', sentence: 'Üretim tamamlandı, mallar kalite kontrolündedir.' },
    ready: { name: 'Sevkiyata hazır', sentence: 'Mallar paketlendi ve sevkiyata hazır.' },
    shipped: { name: 'Sevk edildi', sentence: 'Siparişiniz sevk edildi.' },
    closed: { name: 'Teslim edildi', sentence: 'Siparişiniz teslim edildi.' },
    on_hold: {
      name: 'Beklemede',
      sentence: 'Siparişiniz şu anda beklemededir. İşlemler sürdürüldüğünde size hemen yazacağız.',
    },
  },
  rows: {
    order: 'Sipariş numaramız',
    purchaseOrder: 'PO numaranız',
    stage: 'Durum',
    materials: 'Malzeme hazır (planlanan)',
    finish: 'Üretim bitişi (planlanan)',
    inspection: 'Kontrol (planlanan)',
    ready: 'Hazır olma tarihi',
    promised: 'Onaylanan sevk tarihi',
    onBoard: 'Gemiye yükleme',
    billOfLading: 'Konşimento no. (B/L)',
    arrival: 'Tahmini varış (ETA)',
    delivered: 'Teslim tarihi',
    terms: 'Teslim şekli',
    total: 'Sipariş tutarı',
    payment: 'Bekleyen ödeme',
  },
  waits: {
    production_start: '{amount} tutarındaki ön ödeme ulaştığında üretime başlıyoruz.',
    loading: '{amount} tutarındaki ödeme ulaştığında malları yüklüyoruz.',
    bl_release: '{amount} tutarındaki ödeme ulaştığında konşimentoyu serbest bırakıyoruz.',
  },
  papers: {
    quotation: { subject: 'Teklif {number}', intro: '{number} numaralı teklifimizi ekte bulabilirsiniz.' },
    proforma: {
      subject: 'Proforma fatura {number}',
      intro: '{number} numaralı proforma faturamızı ekte bulabilirsiniz.',
    },
    contract: {
      subject: 'Satış sözleşmesi {number}',
      intro: '{number} numaralı satış sözleşmemizi imzanız için ekte bulabilirsiniz.',
    },
  },
  validUntil: 'Teklifin son geçerlilik tarihi: {date}.',
  closing: 'Sorularınız için bu e-postayı yanıtlamanız yeterlidir.',
  regards: 'Saygılarımla,',
}
