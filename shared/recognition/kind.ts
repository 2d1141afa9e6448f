import type { Passage } from './passage.ts'
import { anyOf } from './words.ts'

export type Kind = 'new_inquiry' | 'quotation_reply' | 'order' | 'payment_advice' | 'risk' | 'delivery_notice'

const ORDER = new RegExp(
  anyOf(
    'purchase order attached|attached po|attached purchase order|our po|please find our order|find our order|our order below|order confirmation needed|herewith order|we order|hiermit erteilen|unsere bestellung|bestellen wir|wir erteilen|veuillez trouver notre commande|notre commande|nuestra orden de compra|adjuntamos orden|adjunto orden de compra|orden de compra|nosso pedido de compra|segue pedido|ordem de compra|nostro ordine|ordine acquisto|vi passiamo ordine|onze bestelling|bijgaand onze order|nasze zamowienie|skladamy zamowienie|наш заказ|размещаем заказ|направляем заказ|siparisimiz|siparis veriyoruz|don dat hang|pesanan kami|surat pesanan|הזמנת רכש|下订单|采购订单|採購單|採購訂單|下單|ご注文|발주합니다|주문합니다|أمر شراء|طلب شراء|we hereby order|wir bestellen|hiermit bestellen|nous commandons|bon de commande|orden de compra adjunta|pedido de compra anexo|付发采购订单|正式下单|注文書|発注書|발주서',
  ),
  'u',
)
const SWIFT = new RegExp(
  anyOf(
    'swift copy|payment slip|bank slip|remittance advice|payment advice|zahlungsbeleg|zahlungsavis|comprobante de pago|comprovante de pagamento|avis de virement|水单|付款凭证|送金明細|송금증',
  ),
  'u',
)
const BOUNCE = new RegExp(
  anyOf(
    'undeliverable|delivery status notification|delivery failure|mail delivery failed|returned mail|delivery has failed|unzustellbar|mailer-daemon|out of office|automatic reply|auto-reply|abwesenheit*',
  ),
  'u',
)
const ASKS = new RegExp(
  anyOf(
    'quote|quotation|bao gia|hoi gia|penawaran|permintaan|הצעת מחיר|מחיר|הצעה|poptavk*|nabidk*|offert|pris|tarjous|arajanlat|cerere|цін*|προσφορ*|quote|pricing|offer|price|prices|inquiry|enquiry|rfq|sourcing|interested in|moq|angebot|anfrage|offerte|preis*|devis|offre|demande de prix|tarif*|prix|cotiza*|cotacao|oferta|presupuesto|consulta|preco*|precio*|orcamento|offerta|preventivo|richiesta|offerteaanvraag|prijs*|aanvraag|oferte|ofertow*|zapytanie|cene|цен*|предложение|запрос*|fiyat|teklif|询价|询盘|報價|报价|詢價|见积|見積*|お見積*|견적|عرض أسعار|عرض سعر|السعر|اسعار',
  ),
  'u',
)

export interface Signs {
  readonly subject: Passage
  readonly clauses: readonly Passage[]
  readonly answers: boolean
  readonly hasLines: boolean
  readonly hasReference: boolean
  readonly isForm: boolean
  readonly warned: boolean
  readonly transferred: boolean
}

/** What a mail is for; null for one that says nothing that one could tell it by. */
export function kindOf({
  subject,
  clauses,
  answers,
  hasLines,
  hasReference,
  isForm,
  warned,
  transferred,
}: Signs): Kind | null {
  const says = (pattern: RegExp) =>
    pattern.test(subject.folded) || clauses.slice(0, 60).some(({ folded }) => pattern.test(folded))
  if (warned) return 'risk'
  if (BOUNCE.test(subject.folded)) return 'delivery_notice'
  if (transferred || SWIFT.test(subject.folded)) return 'payment_advice'
  if (says(ORDER)) return 'order'
  if (
    answers &&
    hasReference &&
    /(?<![a-z])(?:qt|qtn|quo|q|offer)-/.test(subject.folded + clauses.map(({ folded }) => folded).join(' '))
  )
    return 'quotation_reply'
  return isForm || hasLines || says(ASKS) ? 'new_inquiry' : null
}
