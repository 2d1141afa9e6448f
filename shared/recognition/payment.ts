import { type Found, found } from './found.ts'
import type { Passage } from './passage.ts'
import { anyOf, finder } from './words.ts'

const CUE = finder(
  'payment|pay|paid|we pay|thanh toan|dat coc|tra truoc|pembayaran|dp|uang muka|pelunasan|תשלום|תנאי תשלום|מקדמה|entrada|sinal|a vista|arras|abono|vooruit*|aconto|avans|zadatek|zaplat*|przelew*|vorkasse|vorauskasse|vorauszahlung|prepaid|prepayment|balance|advance|telegraphic|remit*|virement|comptant|contado|contanti|bonifico|预付款|余款|尾款|電匯|电汇|汇款|預付|訂金|前受|手付|송금|계약금|선지급|预付|payons|payer|bezahl*|pagamos|paghiamo|betalen|placimy|оплачив*|oduyoruz|deposit|terms of payment|zahlung*|anzahlung|paiement|acompte|reglement|pago|anticipo|pagamento|adiantad*|acconto|anticipo|saldo|betaling|aanbetaling|platnosc*|zaliczk*|przedplat*|оплат*|предоплат*|odeme|pesin*|付款|定金|订金|预付|支付|支払*|前払*|前金|残金|결제|선금|선수금|지불|잔금|الدفع|دفع|دفعة|t/t|tt|l/c|lc|o/a|net 30|net 60|netto|oa|open account|d/p|d/a|cad|wire transfer|letter of credit|carta de credito|akkreditiv|letra de credito|lettre de credit|credoc|信用证|信用證|信用状|신용장|اعتماد مستندي|аккредитив*|akreditif|akredytyw*|lettera di credito|carta di credito|kredietbrief|月结|月締*|deposito|platbe|faktury',
)
const LC = finder(
  'l/c|lc|letter of credit|letters of credit|irrevocable lc|l.c.|akkreditief|thu tin dung|tin dung thu|surat kredit|אשראי דוקומנטרי|מכתב אשראי|accreditif|accreditief|akredytywa|akkreditiv|carta de credito|letra de credito|lettre de credit|credit documentaire|credoc|lettera di credito|信用证|信用證|信用状|신용장|اعتماد مستندي|аккредитив*|akreditif|akredytyw*|dlc',
)
const SIGHT = finder(
  'at sight|l/c sight|sight|tra ngay|atas unjuk|op zicht|za okazaniem|a la vue|a vue|gorulduğunde|ibrazinda|במראה|見票即付|即期|sight|a la vista|a vista|bei sicht|auf sicht|a vue|即期|一覧払い|일람불|بالاطلاع|عند الاطلاع|по предъявлении|gorulduğunde',
)
const IRREVOCABLE = finder(
  'irrevocable|unwiderruflich*|irrevogavel|irrevocabile|不可撤销|取消不能|취소불능|غير قابل للإلغاء|غير قابل للالغاء|безотзывн*|gayrikabili rucu',
)
const AGAINST: readonly (readonly [string, RegExp])[] = [
  [
    'against copy B/L',
    finder(
      'copy of b/l|copy of bl|scan of b/l|scan bl|b/l scan|bl scan|copy docs|copy of documents|copy of shipping documents|copy of docs|against b/l|against bl|contra bl|contra b/l|contra copia de bl|contre bl|contre b/l|gegen bl|gegen b/l|bl copies|copy of bills of lading|copy bill of lading|copia conosc*|copia conocimiento de embarque|copia del conocimiento|copia do conhecimento|copia del conocimiento de embarque|copia da bl|copie connaissement|copie de bl|copie du connaissement|konnossementkopie|frachtbriefkopie|copia di b/l|copia della polizza di carico|copia polizza|kopie van b/l|kopie bl|kopie van de bl|kopia konosamentu|skan b/l|skanu b/l|копи* b/l|копи* коносамент*|скан* коносамента|bl kopyasi|konsimento kopyasi|ban sao b/l|ban sao van don|ban scan bl|salinan b/l|salinan bl|copy bl|העתק שטר מטען|צילום שטר מטען|copy b/l|见提单|見提單|凭提单|提单传真件|提單副本|b/lの写し|船荷証券の写し|copy of bl|copy b/l|copy bl|bl copy|b/l copy|copia del bl|copia de bl|copia do bl|copia bl|copia del b/l|copia do b/l|copie du bl|copie du b/l|copie bl|kopie b/l|b/l-kopie|bl-kopie|kopie des konnossement*|konnossementskopie|kopii b/l|kopii konosamentu|kopia b/l|copia polizza di carico|копии коносамента|коносамент*|konsimento*|提单复印件|提單影本|提单副本|提单|b/lコピー|blコピー|船荷証券*|b/l 사본|bl 사본|선하증권 사본|نسخة البوليصة|صورة بوليصة الشحن|نسخة بوليصة*|copy of the b/l|copy of the bl|copy of bill of lading',
    ),
  ],
  [
    'before shipment',
    finder(
      "before goods leave|before dispatch|before ex-factory|when goods are ready|when ready|upon completion|on completion|before despatch|before embark*|contra aviso de embarque|previo al embarque|previo embarque|previo a embarque|previo al despacho|antes del despacho|antes de despachar|antes do envio|antes da entrega|prima della partenza|prima della consegna|alla spedizione|prima spedizione|alla consegna merce pronta|merce pronta|a merce pronta|voor vertrek|voor levering|bij verzending|przed dostawa|przed zaladunkiem|przed nadaniem|przy wysylce|до отправки|перед отправкой|по готовности|yukleme oncesi|yuklemeden once|sevk oncesi|gonderim oncesi|truoc khi giao hang|truoc khi gui hang|truoc khi xuat hang|truoc giao hang|truoc khi tau chay|sebelum pengiriman|sebelum kirim|sebelum dikirim|sebelum shipment|לפני המשלוח|לפני משלוח|לפני הטעינה|לפני שילוח|avant le depart|avant chargement|avant livraison|avant l'embarquement|vor abfahrt|vor auslieferung|vor abgang|vor verladung|bei verschiffung|装船前|裝船前|发货之前|出貨之前|出厂前|出荷時|선적전|출고 전|قبل التحميل|قبل الشحنة|before shipment|before shipping|before delivery|prior to shipment|before loading|vor versand|vor verschiffung|vor lieferung|avant expedition|avant embarquement|avant l'expedition|antes del embarque|antes de embarque|antes do embarque|antes de embarcar|antes del envio|prima della spedizione|prima dell'imbarco|voor verzending|voor verscheping|przed wysylka|перед отгрузкой|до отгрузки|sevkiyat oncesi|sevkiyattan once|发货前|出货前|出貨前|装运前|船積み前|船積前|出荷前|선적 전|출하 전|قبل الشحن",
    ),
  ],
  [
    'against documents',
    finder('against documents|against docs|contra documentos|gegen dokumente|contre documents|vesaik karsiligi'),
  ],
]
const BALANCE = finder(
  'balance|remainder|rest*|remaining|saldo|solde|reste|resto|остаток|остальн*|reszta|pozostal*|kalan*|bakiye|pelunasan|sisanya|con lai|phan con lai|יתרה|היתרה|余款|尾款|餘款|残金|残額|잔금|잔액|الباقي|المتبقي',
)
const DEPOSIT = finder(
  'deposit|advance|upfront|down payment|prepay*|anzahlung*|acompte*|anticip*|adelanto|entrada|sinal|adiantamento|acconto|caparra|aanbetaling|voorschot|zaliczk*|przedplat*|предоплат*|аванс*|pesin*|avans|on odeme|kapora|dat coc|coc|tra truoc|dp|uang muka|מקדמה|定金|订金|訂金|预付|預付|前払*|前金|手付*|선금|선수금|계약금|مقدم*|عربون',
)
const AFTER_BL = finder(
  'after b/l|from b/l|days b/l|nach b/l*|ab b/l*|nach bl*|ab bl*|b/l-datum|bl-datum|apres b/l|apres bl|date de b/l|date de bl|date du bl|date b/l|date bl|fecha de b/l|fecha de bl|fecha bl|fecha b/l|fecha de embarque|dias bl|dias b/l|data do bl|data do b/l|data da bl|apos bl|apos o bl|data b/l|data bl|data polizza|na b/l|na bl|na b/l-datum|po dacie b/l|od daty b/l|od b/l|после даты коносамента|от даты коносамента|с даты коносамента|b/l tarih*|bl tarih*|konsimento tarih*|tu ngay b/l|sau ngay b/l|setelah b/l|setelah tanggal b/l|after bill of lading|from bill of lading|提单日*|提單日*|b/l日*|b/l 날짜|선적일|of b/l|of bl|b/l date|bl date|from bl date|after bl',
)
const EOM = finder(
  'end of month|eom|mes vencido|fin de mes|einde maand|koniec miesiaca|fm|d.f.f.m.|dffm|fin de mois|fin de mes|monatsende|fine mese|月末|月底|конца месяца|ultimo',
)
const INVOICE = finder(
  'invoice|rechnung*|facture|factura|fatura|fattura|faktury|faktura|factuur*|счет*|发票|請求|송장|الفاتورة',
)
const NET = finder('net|nets|netos|netti|nett|netto|neto|net de')
const OPEN = finder(
  'oa|cuenta abierta|conto aperto|compte ouvert|offene rechnung|conta aberta|открытый счет|acik hesap|mal mukabili|o/a|open account|月结|assurance-credit',
)
const TT = finder(
  't/t|tt|wire transfer|telegraphic transfer|bank transfer|uberweisung|virement|transferencia*|bonifico|电汇|電匯|電信送金|przelew*|havale',
)
const ASKS = finder(
  'can you do|can you offer|can you accept|could you|do you accept|would you accept|possible|is it possible|wenn moglich|moglich|denkbar|possible de|acceptez-vous|aceptan|aceitam|podem|accettate|是否接受|可以接受|可否|能否|でしょうか|가능*|هل',
)
const FIRST_ORDER = finder(
  'first order|initial order|erstauftrag|erstbestellung|premiere commande|primer pedido|primeiro pedido|primo ordine|首单|首次订单|初回',
)
const ORDINAL = new RegExp(
  `${anyOf('after the|after our|after|nach der|ab der|apres la|despues del|apos o')} (\\p{L}{2,10}|\\d(?:st|nd|rd|th)) ${anyOf('order|bestellung|commande|pedido')}`,
  'u',
)
const WAS = finder(
  'was|were|nu|teraz|obecnie|aktuell|atualmente|currently|today|now|hoje|hoje esta|bisher|derzeit|actuellement|actualmente|hoy|attualmente|目前|现在|原来|現在|기존|сейчас|şu an',
)
const DAYS = new RegExp(
  `(?<!\\d)(\\d{2,3})[ -]{0,2}(?:${anyOf('gg|gg.|days|day|d|hari|ngay|יום|ימים|tage|tagen|dney|يوم|يوما|gunluk|gun|dniowy|dniowa|dnevi|tage|tagen|jours|jour|dias|giorni|dagen|dni|дней|дня|gun|天|日|일')})|(?<!\\p{L})(?:net|netto|oa|o/a) ?(\\d{2,3})(?!\\d|%)`,
  'u',
)
const SPLIT = /(?<![\d./])(\d{1,2}) ?\/ ?(\d{2})(?![\d/]|\.\d)/gu
const PERCENT = /(?<![\d.,])(?:(\d{1,3})(?:[.,]0)? ?(?:%|percent|prozent|pct)|% ?(\d{1,3}))(?!\d)/gu
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  dritten: '3rd',
  zweiten: '2nd',
  troisieme: '3rd',
  tercer: '3rd',
  terceiro: '3rd',
}

/** How the buyer pays or wants to pay, in the words of the trade; what they only ask for stands behind it. */
export function paymentIn(clauses: readonly Passage[]): Found<string> | null {
  const about = clauses.filter(({ folded }) => CUE.test(folded))
  for (const [at, clause] of about.entries()) {
    const term = termOf(clause, about[at + 1])
    if (term) return term
  }
  return null
}

function termOf(clause: Passage, next: Passage | undefined): Found<string> | null {
  const { folded, text } = clause
  const asked = /[?？]\s*$/.test(text)
  if (LC.test(folded)) return letterOfCredit(folded, text, asked)
  const split = splitOf(folded)
  if (split) {
    const followed = next && ASKS.test(next.folded) ? asks(next.folded) : ''
    return found(split + followed, text, !asked)
  }
  const days = DAYS.exec(folded)
  if (days) {
    const rest = folded.slice(days.index)
    const deposit = depositWish(rest)
    return found(dayTerm(folded, days[1] ?? days[2] ?? '') + deposit, text, !asked)
  }
  if (/(?<!\d)100 ?%|% ?100(?!\d)/.test(folded)) {
    const before = AGAINST.find(([, pattern]) => pattern.test(folded))?.[0]
    return found(before ? `T/T 100% ${before}` : 'T/T 100% in advance', text, !asked)
  }
  if (/(?<![a-z])d\/p(?![a-z])/.test(folded)) return found('D/P at sight', text, !asked)
  if (/(?<![a-z])cad(?![a-z])/.test(folded)) return found('CAD', text, !asked)
  return null
}

function letterOfCredit(folded: string, text: string, asked: boolean): Found<string> {
  const days = DAYS.exec(folded)?.[1]
  const kind = `${IRREVOCABLE.test(folded) ? 'Irrevocable ' : ''}L/C`
  const when = SIGHT.test(folded) ? ' at sight' : days ? ` ${days} days` : ''
  return found(kind + when, text, !asked)
}

/** `30/70`, or `30% deposit ... 70% ...`, together a hundred; with what it was before, in the short way. */
function splitOf(folded: string): string | null {
  const percents = [...folded.matchAll(PERCENT)].map((match) => ({
    value: Number(match[1] ?? match[2]),
    index: match.index,
  }))
  const pairs = [...folded.matchAll(SPLIT)]
    .map((match) => ({ first: Number(match[1]), second: Number(match[2]), index: match.index }))
    .filter(({ first, second }) => first + second === 100)
  const against = AGAINST.find(([, pattern]) => pattern.test(folded))?.[0]
  const [first, second] = percents
  if (first && second && first.value + second.value === 100) {
    const was = pairs.find(({ index }) => WAS.test(folded.slice(Math.max(0, index - 20), index)))
    if (was) return `T/T ${first.value}/${second.value}${against ? ` ${against}` : ''} (was ${was.first}/${was.second})`
    return `T/T ${first.value}% deposit, ${second.value}% ${against ?? 'balance'}`
  }
  const isWas = ({ index }: { index: number }) => WAS.test(folded.slice(Math.max(0, index - 20), index))
  const pair = pairs.find((one) => !isWas(one)) ?? pairs[0]
  const was = pairs.find((one) => one !== pair && isWas(one))
  if (pair && (TT.test(folded) || CUE.test(folded)))
    return `T/T ${pair.first}/${pair.second}${against ? ` ${against}` : ''}${was ? ` (was ${was.first}/${was.second})` : ''}`
  // A deposit alone: the balance is what is left, before which event the words say.
  const rest = BALANCE.test(folded) && first && DEPOSIT.test(folded) && !DAYS.test(folded)
  if (rest && first.value < 100 && !against && percents.length === 1)
    return `T/T ${first.value}% deposit, ${100 - first.value}% balance`
  if (first && first.value < 100 && against && !DAYS.test(folded))
    return `T/T ${first.value}% deposit, ${100 - first.value}% ${against}`
  return null
}

function dayTerm(folded: string, days: string): string {
  if (EOM.test(folded)) return `OA ${days} days end of month`
  if (NET.test(folded)) return `${days} days net${INVOICE.test(folded) ? ' from invoice' : ''}`
  if (OPEN.test(folded)) return `OA ${days} days`
  if (AFTER_BL.test(folded)) return `${days} days after B/L`
  return `${days} days${INVOICE.test(folded) ? ' from invoice' : ''}`
}

function depositWish(folded: string): string {
  const [, percent] = /(\d{1,3}) ?%/.exec(folded) ?? []
  if (!percent) return ''
  return `; ${percent} % deposit ${ASKS.test(folded) ? 'possible' : 'paid'}${FIRST_ORDER.test(folded) ? ' on first order' : ''}`
}

function asks(folded: string): string {
  const days = /(?:oa|o\/a|open account|net) {0,2}(\d{2,3})/.exec(folded)?.[1]
  if (!days) return ''
  const after = ORDINAL.exec(folded)?.[1]
  return `; asks OA ${days}${after ? ` after ${ORDINALS[after] ?? after} order` : ''}`
}
