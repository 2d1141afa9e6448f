import { instantOf, offsetMinutes } from '#shared/time/zone.ts'
import { READER, timeIn, type WrittenTime } from './clock-words.ts'
import { type Calendar, datesIn, type WrittenDate } from './dates.ts'
import { type Found, found } from './found.ts'
import type { Passage } from './passage.ts'
import { anyOf, placesOf } from './words.ts'

/** What a date of the letter is the last or wished day for; days or weeks, `reply_by` an instant where a time stands with it. */
export const DEADLINES = {
  reply_by:
    'fecha limite|data limite|date limite|deadline of quotation|scadenza offerta|offerta entro|termine offerta|entro e non oltre|reply|respond|let me know|let us know|need offer|need your offer|need quote|need prices|price by|prices by|come back to|come back|quotation to reach us|quote to reach us|reageren|reageer|laten weten|terugkoppeling|pronto riscontro|risponda|rispondeteci|risposte|repondez|nous revenir|revenir vers|votre retour|retour|nous faire parvenir|zuruckmelden|melden|rucksprache|hore|horen|contestacion|responder|confirmar|nos avisen|avisen|nos mandem|mandar a cotacao|responder ate|retornar|dar um retorno|odpisac|odpisz|informacj* zwrotn*|wycene|wycena|oferte do|cevaplan*|bilgi veriniz|teklifinizi|teklif son|prosimy o wycene|phan hoi|tra loi|hoi am|bao gia truoc|gui bao gia|balas*|mohon balasan|jawaban|tanggapan|menjawab|להשיב|תשובה|תשובתכם|להגיש|הצעה עד|הגשת|נא להחזיר|回信|賜覆|回復|お知らせ|ご提示|ご提出|お見積り|返送|알려|주시기|제출|نأمل الرد|الإجابة|إجابتكم|ارسال العرض|svara|vastaus|odpoved*|valasz*|raspuns*|відповід*|απαντ*|ตอบ|response|revert|answer|get back|hear from you|quote by|quotation by|offer by|feedback|your offer|send us your|submit|quote before|quote us by|' +
    'antwort*|ruckmeldung|angebot bis|ruckantwort|angebotsabgabe|repondre|reponse|retour avant|devis avant|respond*|respuesta|contestar|resposta|retorno|' +
    'risposta|rispondere|riscontro|antwoord*|reactie|odpowied*|ответ*|cevap*|cevab*|yanit*|donus*|geri donus*|回复|回覆|答复|回答|ご回答|返答|ご返事|お返事|返事|ご連絡|ご返信|返信|報價|报价前|报价给|회신|답변|الرد|ردكم|رد|confirm*|angebot|offerte|devis|cotizacion|cotacao|preventivo|oferte|quotation|quote|offer|报价|見積|견적|bids due|bid due|bids|quotes due|due|closing date|svar',
  requested_ship_date:
    'on the water|sail|sailing|ship|shipment|shipment required|goods ready|ready to ship|ready by|cargo ready|crd|despacho|despachar|despachado|zarpe|partenza|partire|abgang|verladung|abfahrt|depart|chargement|inscheping|vertrek|laden|zaladun*|nadani*|загрузк*|sevk|yuklen*|xuat hang|gui hang|xep hang|pengapalan|pengiriman barang|dikirim|משלוח עד|טעינה|出運|出运|开船|裝船|船出し|선적일|تحميل|ships|shipping|ship date|etd|dispatch|embark|load|ex-factory|verschiff*|versand|versandtermin|embarquement|expedition|embarqu*|embarcar|envio|fecha de embarque|' +
    'spedizione|imbarco|verzend*|verscheping|wysylk*|отгруз*|sevkiyat|yukleme|出货|出貨|装运|装船|发货|船期|出荷|船積*|선적|출하|الشحن|شحن',
  arrive_before:
    'need them here|them here by|arrive|arrives|land in|landed|must land|in the uk by|in our port|be here by|goods to reach us|reach our port|reach our warehouse|reach the port|tiba|den cang|cap cang|ve den|sampai di|להגיע|הגעה|arriber|arribo|rendu|bei uns eintreffen|einlangen|chegue*|chegar|aportar|llegue*|arribe*|giungere|pervenire|dotrzec|dotrze|doplyn*|прибыт*|придти|прийти|ulas*|varmasi|抵港|抵達|到廠|入港|入荷|입항|입고|يصل|تصل|arrival|eta|arriv*|eintreffen|ankunft|chegar|chegada|llegar|llegada|aankomst|aankomen|прибы*|varis|到港|到达|抵达|港着|着希望|到着|도착|الوصول|وصول|przyby*|bei uns sein|be with us|at our warehouse|in unserem haus',
  delivery_by:
    'dibutuhkan|diperlukan|צריכים|זקוקים|הסחורה|deliver|delivery|anlieferung*|auslieferung*|zulieferung|lieferbar|bereitstellung|beliefert|auf lager|in stock by|in the warehouse|in our warehouse by|dostarcz*|realizacj*|w magazynie|na magazynie|magazzino|in magazzino|entrega maxima|despacho entrega|reparto|cumplimiento|livrable|reception|mise a disposition|beschikbaar|in huis|magazijn|teslimat*|giao hang|thoi gian giao|pengiriman|penyerahan|diterima|אספקה|אספקת|לספק|מסירה|交付|到倉|到仓|入库|納入希望|納期希望|お納め|인도|배송|توصيل|תאריך אספקה|dodavk*|dodani|toimitus|szallit*|livrare|παραδ*|delivered|deliveries|lead time|need the goods|goods by|required by|in store|in our warehouse|lieferung|liefertermin|lieferzeit|liefer*|livraison*|livrer|livre*|envoi|' +
    'we need|brauchen|benotigen|necesitamos|precisamos|abbiamo bisogno|nous avons besoin|needed|need it|need them|receive|received|erhalten|recevoir|receber|recibir|ricevere|ontvangen|otrzyma*|получить|收到|受け取*|받|استلام|' +
    'entrega*|entregar|plazo|delai|delais|consegna*|levering|leveren|levertijd|leverdatum|geleverd|dostaw*|termin realizacji|поставк*|доставк*|teslim*|termin tarihi|交货*|交期|交貨*|到货|納期|納入|お届け|납기|납품|التسليم|تسليم|توريد|البضاعة|leverans',
  quote_valid_until:
    'valid until|validity|valid till|valid to|gultig*|valable|validite|valido|valida hasta|validez|validade|valido ate|validita|geldig*|waznosc|действ*|gecerli*|有效期|有效至|有効期限|유효기간|صالح*|ساري',
  deadline:
    'place the order|to decide|board meeting|award|zuschlag|entscheidung|entscheiden|decider|decidir|decision|tomar la decision|decidere|beslissen|beslissing|decyzj*|решени*|karar*|quyet dinh|keputusan|להחליט|החלטה|决定|決定|결정|القرار|place order|place our order|order by|decide|decision|close the deal|confirm the order|fechar*|fecharmos|bestellung bis|auftrag bis|commande avant|cerrar*|cerramos|pedido antes|conferma ordine|下单|下單|発注|발주|siparis*|заказ*|zamowien*',
} as const

export type Deadline = keyof typeof DEADLINES
export type Deadlines = Partial<Record<Deadline, Found<string>>>

const CUES = (Object.entries(DEADLINES) as [Deadline, string][]).map(
  ([kind, words]) => [kind, new RegExp(anyOf(words), 'u')] as const,
)
/** Holidays and opening hours: a date in such a sentence is no deadline. */
const CLOSED = new RegExp(
  anyOf(
    'closed|geschlossen|holiday*|betriebsferien|ferme*|cerrad*|fechad*|chius*|gesloten|放假|休業|休み|휴무|zamkniet*|закрыт*|dated|schrieb|invoice date|rechnungsdatum',
  ),
  'u',
)

/** Each kind of deadline at its first date; `zone` is the clock of the writer. */
export function deadlinesIn(clauses: readonly Passage[], calendar: Calendar, zone: string | null): Deadlines {
  const deadlines: Deadlines = {}
  for (const clause of clauses) {
    const dates = datesIn(clause.folded, calendar)
    if (dates.length === 0 || CLOSED.test(clause.folded)) continue
    const cues = CUES.flatMap(([kind, pattern]) =>
      [...placesOf(pattern, clause.folded, 10)].map(({ index, end }) => ({ kind, index, end })),
    )
    const nearest = new Map<Deadline, { readonly date: WrittenDate; readonly far: number }>()
    for (const date of joined(dates, clause.folded)) {
      const cue = cueOf(date, cues, clause)
      const known = cue && nearest.get(cue.kind)
      if (cue && (!known || cue.far < known.far)) nearest.set(cue.kind, { date, far: cue.far })
    }
    for (const [kind, { date }] of nearest) {
      const read = withTime(kind, date, clause, zone, calendar.readerZone ?? null)
      const known = deadlines[kind]
      if (!known || (!known.certain && read.certain)) deadlines[kind] = read
    }
  }
  return deadlines
}

/** `Friday, July 10` is one day said twice, and its number says it more surely. */
function joined(dates: readonly WrittenDate[], text: string): WrittenDate[] {
  const near = (one: WrittenDate, other: WrittenDate) =>
    other.start - one.end <= 6 &&
    one.start - other.end <= 6 &&
    // `周五前回复，12月15日` are two.
    !/[\u3040-\u9fff가-힣]{2}/.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))
  return dates.filter(
    (date) => !date.weekday || !dates.some((other) => other !== date && !other.weekday && near(date, other)),
  )
}

interface Cue {
  readonly kind: Deadline
  readonly index: number
  readonly end: number
}

/** The nearest cue; one behind the date counts as farther, for most languages say first what is due. */
function cueOf(date: WrittenDate, cues: readonly Cue[], { folded }: Passage): { kind: Deadline; far: number } | null {
  const parted = (from: number, to: number) => (/[,，]/.test(folded.slice(from, to)) ? 12 : 0)
  const distance = ({ index, end, kind }: Cue) => {
    const behind = index - date.end
    // `10月底前出货`: in Chinese, Japanese and Korean the verb stands right behind, and says more than a label before.
    const verb = behind >= 0 && behind <= 3 && /[\u3040-\u9fff가-힣]/.test(folded.charAt(index))
    const far =
      index < date.start
        ? Math.max(0, date.start - end) + parted(end, date.start)
        : verb
          ? 0
          : behind + 8 + parted(date.end, index)
    // That goods arrive at a port is said beside the word for delivery, and says more.
    return kind === 'arrive_before' ? far - 20 : kind === 'requested_ship_date' ? far - 4 : far
  }
  const [first] = cues
    .filter((cue) => cue.index < date.start || cue.index >= date.end)
    .map((cue) => ({ kind: cue.kind, far: distance(cue) }))
    .sort((one, other) => one.far - other.far)
  return first && first.far < 120 ? first : null
}

/** An answer is wanted by an hour; goods come on a day. */
function withTime(
  kind: Deadline,
  date: WrittenDate,
  { text, folded }: Passage,
  zone: string | null,
  readerZone: string | null,
): Found<string> {
  const from = Math.max(0, date.start - 24)
  const time = kind === 'reply_by' ? timeNear(folded, date) : null
  const clock = time?.zone === READER ? readerZone : (time?.zone ?? zone)
  const end = time ? Math.max(date.end, time.end) : date.end
  const start = time ? Math.min(date.start, time.start) : date.start
  const words = text.slice(time && time.start < from ? time.start : start, end)
  if (!time || !clock || date.value.includes('W')) return found(date.value, words, date.certain && !time)
  return found(withOffset(date.value, time.time, clock), words, date.certain && time.certain)
}

/** A time that stands right behind the date, or before it; the date itself is no time. */
function timeNear(text: string, date: WrittenDate): WrittenTime | null {
  const blank = ' '.repeat(date.end - date.start)
  const from = Math.max(0, date.start - 30)
  const near = text.slice(from, date.start) + blank + text.slice(date.end, date.end + 45)
  const time = timeIn(near)
  return time && { ...time, start: time.start + from, end: time.end + from }
}

/** RFC 3339 with the offset of that clock on that day. */
function withOffset(date: string, time: string, zone: string): string {
  const offset = offsetMinutes(instantOf(date, time, zone), zone)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${date}T${time}:00${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}
