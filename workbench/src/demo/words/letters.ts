// Long, because it is nothing but what people write.

/** Where an order, or the talk before it, stands when people write to each other. */
export type Phase = 'asking' | 'confirming' | 'making' | 'shipping' | 'arriving' | 'after'

/** Subject and first words of a mail. `{no}` is the order's number. */
export type Letter = readonly [subject: string, snippet: string]
export type Letters = Readonly<Record<Phase, { readonly in: readonly Letter[]; readonly out: readonly Letter[] }>>

const en: Letters = {
  asking: {
    in: [
      [
        'Price list and MOQ',
        'Could you send your current FOB prices and the minimum per colour? We plan the spring range now.',
      ],
      ['Samples', 'Two samples each of the chairs and the 800 lm lantern, please. You may use our courier account.'],
      [
        'Re: Quotation',
        'Your price is about 6% above what we have on the table. What could you do for a full container?',
      ],
    ],
    out: [
      ['Quotation', 'Please find our offer attached, valid for 30 days. Lead time is 35 days from confirmation.'],
      [
        'Re: Samples',
        'The samples left this morning by courier. I will send the tracking number as soon as it is active.',
      ],
      [
        'Spring range: new colours',
        'We have added sand and graphite to the whole chair range. Swatches can travel with your next samples.',
      ],
    ],
  },
  confirming: {
    in: [
      [
        'PO for {no}',
        'Purchase order attached. Please confirm quantities, price and the shipping date in your proforma.',
      ],
      [
        '{no}: proforma checked',
        'The proforma is fine. Our finance will pay as agreed, please keep the shipping date.',
      ],
    ],
    out: [
      ['Proforma invoice for {no}', 'Please check the proforma invoice, above all the colours and the consignee.'],
      ['Re: {no}: proforma checked', 'Thank you. The order is with our planning now and I will keep you posted.'],
    ],
  },
  making: {
    in: [
      [
        'Artwork for {no}',
        'Carton marks and barcode labels attached. Please send a photo of the first printed carton.',
      ],
      ['{no}: how is it going?', 'Are we still on time? Our warehouse slot is booked for the week after arrival.'],
    ],
    out: [
      [
        '{no}: photos from the line',
        'First pieces are off the line, photos attached. The colour matches the approved swatch.',
      ],
      ['Re: {no}: how is it going?', 'Fabric is complete and sewing started on Monday. The finish date stands.'],
    ],
  },
  shipping: {
    in: [
      ['Inspection of {no}', 'Our inspector can come on Thursday. Please have at least 80% packed.'],
      ['{no}: forwarder', 'Please contact our forwarder for the booking and mind the cut-off.'],
    ],
    out: [
      ['Inspection of {no}', 'The final inspection is under AQL 2.5 as always. The report follows with photos.'],
      [
        '{no}: booking and ETD',
        'Space is confirmed. I will send the B/L draft for checking once the container is closed.',
      ],
    ],
  },
  arriving: {
    in: [
      ['{no}: documents', 'Our broker wants to file the entry before arrival and needs the packing list by pallet.'],
      ['{no}: arrival', 'The line says two days late. Please tell us when you hear anything else.'],
    ],
    out: [
      [
        '{no}: B/L copy, invoice and packing list',
        'Copies attached. Please tell me today if your broker needs anything changed.',
      ],
      ['Re: {no}: documents', 'The packing list by pallet is attached, weights are those of the scale.'],
    ],
  },
  after: {
    in: [
      [
        '{no}: two cartons damaged',
        'Two cartons were wet on arrival, photos attached. Nothing urgent, please add four spare chairs next time.',
      ],
      ['Next order', 'Sell-through is better than planned. We will come back with the next order soon.'],
    ],
    out: [
      ['{no}: everything in order?', 'The goods should be in your warehouse by now. Was everything as you expected?'],
      [
        'Outlook for the season',
        'Aluminium goes up next month. If you plan a repeat, the old prices hold until the end of this month.',
      ],
    ],
  },
}

/** One letter of each kind in the other languages; who writes in a language that is missing here writes English. */
const other = (
  asking: readonly [Letter, Letter],
  confirming: readonly [Letter, Letter],
  making: readonly [Letter, Letter],
  shipping: readonly [Letter, Letter],
  arriving: readonly [Letter, Letter],
  after: readonly [Letter, Letter],
): Letters => {
  const both = ([received, sent]: readonly [Letter, Letter]) => ({ in: [received], out: [sent] })
  return {
    asking: both(asking),
    confirming: both(confirming),
    making: both(making),
    shipping: both(shipping),
    arriving: both(arriving),
    after: both(after),
  }
}

export const LETTERS: { readonly en: Letters } & Readonly<Partial<Record<string, Letters>>> = {
  en,
  es: other(
    [
      ['Solicitud de precios', 'Nos interesan las sillas y la linterna de 800 lm. ¿Cuál es el mínimo por color?'],
      ['Cotización', 'Adjunto nuestra oferta, válida por 30 días. Plazo: 35 días desde la confirmación.'],
    ],
    [
      [
        'Proforma de {no} revisada',
        'La proforma está bien. Finanzas paga según lo acordado; por favor respeten la fecha.',
      ],
      ['Proforma de {no}', 'Adjunto la factura proforma. Favor de revisar colores y consignatario.'],
    ],
    [
      ['{no}: ¿cómo va la producción?', '¿Seguimos a tiempo? La bodega ya está reservada.'],
      ['{no}: fotos de producción', 'Ya salieron las primeras piezas, adjunto fotos.'],
    ],
    [
      ['{no}: embarque', 'Nuestro agente de carga los va a contactar para la reserva.'],
      ['{no}: reserva y fecha de salida', 'El espacio está confirmado. Le mando el borrador del B/L para revisión.'],
    ],
    [
      ['{no}: documentos', 'El agente aduanal necesita la lista de empaque por tarima.'],
      ['{no}: copia de B/L y factura', 'Van las copias. Avíseme hoy si el agente aduanal necesita algún cambio.'],
    ],
    [
      ['Próximo pedido', 'La temporada va bien, pronto les mandamos el siguiente pedido.'],
      ['{no}: ¿llegó todo bien?', 'La mercancía ya debe estar en su bodega. ¿Llegó todo en orden?'],
    ],
  ),
  de: other(
    [
      ['Preisanfrage', 'Bitte senden Sie uns Ihre aktuellen Preise und die Mindestmengen je Farbe.'],
      ['Angebot', 'Anbei unser Angebot, gültig 30 Tage. Lieferzeit 35 Tage ab Bestätigung.'],
    ],
    [
      [
        '{no}: Proforma geprüft',
        'Die Proforma ist in Ordnung. Die Zahlung erfolgt wie vereinbart, bitte halten Sie den Termin.',
      ],
      [
        'Proforma-Rechnung {no}',
        'Anbei die Proforma-Rechnung zur Prüfung. Nach Zahlungseingang bestellen wir das Material.',
      ],
    ],
    [
      ['{no}: Produktionsstand', 'Liegt die Fertigung noch im Plan? Unser Lager ist ab Ankunft eingeplant.'],
      ['{no}: Fotos aus der Fertigung', 'Die ersten Stücke sind fertig, Fotos anbei. Der Termin steht.'],
    ],
    [
      ['{no}: Verschiffung', 'Bitte stimmen Sie die Buchung mit unserem Spediteur ab.'],
      ['{no}: Buchung und ETD', 'Der Schiffsplatz ist bestätigt. Den B/L-Entwurf sende ich zur Prüfung.'],
    ],
    [
      ['{no}: Papiere', 'Für die Verzollung fehlen uns noch Packliste und Ursprungszeugnis.'],
      [
        '{no}: B/L-Kopie und Rechnung',
        'Kopien anbei. Bitte melden Sie sich heute, falls der Spediteur Änderungen braucht.',
      ],
    ],
    [
      ['Nachbestellung', 'Der Abverkauf läuft gut, wir planen eine Nachbestellung.'],
      ['{no}: alles in Ordnung?', 'Die Ware sollte bei Ihnen sein. War alles wie erwartet?'],
    ],
  ),
  pt: other(
    [
      ['Pedido de cotação', 'Qual o preço FOB das cadeiras e do lampião? Qual o mínimo por cor?'],
      ['Cotação', 'Segue nossa oferta, válida por 30 dias. Prazo: 35 dias após a confirmação.'],
    ],
    [
      [
        'Proforma do {no} conferida',
        'A proforma está certa. O financeiro paga conforme combinado; favor manter a data.',
      ],
      ['Fatura proforma {no}', 'Segue a proforma. Favor conferir as cores e o consignatário.'],
    ],
    [
      ['{no}: andamento', 'Está tudo no prazo? O armazém já está reservado.'],
      ['{no}: fotos da produção', 'As primeiras peças saíram da linha, seguem fotos.'],
    ],
    [
      ['{no}: embarque', 'Nosso agente de cargas vai falar com vocês sobre a reserva.'],
      ['{no}: reserva e ETD', 'O espaço está confirmado. Envio a minuta do BL para conferência.'],
    ],
    [
      ['{no}: documentos', 'O despachante precisa da fatura e do packing list para registrar a DUIMP.'],
      ['{no}: cópia do BL e fatura', 'Seguem as cópias. Me avise hoje se o despachante precisar de alguma correção.'],
    ],
    [
      ['Próximo pedido', 'As vendas estão boas, em breve mandamos o próximo pedido.'],
      ['{no}: chegou tudo bem?', 'A mercadoria já deve estar no seu armazém. Chegou tudo certo?'],
    ],
  ),
  fr: other(
    [
      ['Demande de prix', 'Pourriez-vous nous communiquer vos prix FOB et le minimum par coloris ?'],
      ['Offre de prix', 'Vous trouverez ci-joint notre offre, valable 30 jours. Délai : 35 jours après confirmation.'],
    ],
    [
      [
        '{no} : proforma vérifiée',
        'La proforma est correcte. Le règlement suivra comme convenu ; merci de tenir la date.',
      ],
      ['Facture proforma {no}', 'Ci-joint la proforma. Merci de vérifier les coloris et le destinataire.'],
    ],
    [
      ['{no} : avancement', 'Le planning est-il toujours tenu ? Notre entrepôt est réservé.'],
      ['{no} : photos de production', 'Les premières pièces sont sorties, photos jointes.'],
    ],
    [
      ['{no} : expédition', 'Notre transitaire vous contactera pour la réservation.'],
      ['{no} : réservation et ETD', "L'espace est confirmé. Je vous envoie le projet de connaissement."],
    ],
    [
      ['{no} : documents', 'Il nous manque la liste de colisage pour la douane.'],
      [
        '{no} : copie du B/L et facture',
        'Copies jointes. Merci de me dire ce jour si votre transitaire souhaite une correction.',
      ],
    ],
    [
      ['Prochaine commande', 'Les ventes sont bonnes, nous préparons la suite.'],
      ['{no} : tout est en ordre ?', 'La marchandise doit être arrivée. Tout est-il conforme ?'],
    ],
  ),
  ar: other(
    [
      ['طلب أسعار', 'نرجو إرسال الأسعار وأقل كمية لكل لون.'],
      ['Quotation', 'Please find our offer attached, valid for 30 days.'],
    ],
    [
      ['الفاتورة المبدئية {no}', 'راجعنا الفاتورة المبدئية وهي صحيحة. سيتم الدفع حسب الاتفاق، نرجو الالتزام بالموعد.'],
      ['Proforma invoice {no}', 'Please check the proforma invoice and confirm.'],
    ],
    [
      ['{no}: حالة الإنتاج', 'هل الإنتاج في الموعد؟ المستودع محجوز.'],
      ['{no}: photos from the line', 'First pieces are ready, photos attached.'],
    ],
    [
      ['{no}: الشحن', 'سيتواصل معكم وكيل الشحن بخصوص الحجز.'],
      ['{no}: booking and ETD', 'Space is confirmed. The B/L draft follows for checking.'],
    ],
    [
      ['{no}: المستندات', 'نحتاج شهادة المنشأ مصدقة قبل الوصول.'],
      ['{no}: B/L copy and invoice', 'Copies attached. Please check the consignee and the certificate of origin.'],
    ],
    [
      ['الطلب القادم', 'المبيعات جيدة، سنرسل الطلب القادم قريبا.'],
      ['{no}: everything in order?', 'Did the goods arrive safely?'],
    ],
  ),
  ja: other(
    [
      ['見積りのお願い', '価格表と色別の最小ロットをお送りください。'],
      ['Quotation', 'Please find our offer attached, valid for 30 days.'],
    ],
    [
      [
        '{no} プロフォーマの件',
        'プロフォーマを確認いたしました。お支払いは条件どおり進めます。納期の厳守をお願いいたします。',
      ],
      ['Proforma invoice {no}', 'Please check the proforma invoice and confirm.'],
    ],
    [
      ['{no} 生産状況の件', '納期に変更はございませんか。倉庫の手配を進めております。'],
      ['{no}: photos from the line', 'First pieces are ready, photos attached.'],
    ],
    [
      ['{no} 船積みの件', '船積みについては当社の乙仲よりご連絡いたします。'],
      ['{no}: booking and ETD', 'Space is confirmed. The B/L draft follows for checking.'],
    ],
    [
      ['{no} 書類の件', '通関用にパレット別のパッキングリストをお送りください。'],
      ['{no}: B/L copy and invoice', 'Copies attached.'],
    ],
    [
      ['次回注文の件', '販売は順調です。次回のご注文を準備しております。'],
      ['{no}: everything in order?', 'Did the goods arrive safely?'],
    ],
  ),
}

/** What staff write down for themselves, in their own language. */
export const NOTES = {
  call: [
    ['电话：确认交期', '客户确认按原交期出货，颜色不变，唛头下周给。'],
    ['电话：价格', '客户说同行报价低3%左右，希望整柜再让一点。'],
    ['电话：付款', '财务已安排，客户说本周内付款，付完发水单。'],
    ['电话：样品反馈', '样品椅背偏软，客户要求加一根横管，费用可以谈。'],
    ['电话：到货情况', '货已入仓，外观没有问题，抽检结果下周给。'],
    ['电话：未接通', '秘书说在展会，周四以后再联系。'],
  ],
  chat: [
    ['WhatsApp：样品照片', '样品颜色客户已确认，按封样生产。'],
    ['WhatsApp: packaging', 'Buyer agrees with the brown box, label on the short side.'],
    ['微信：货代信息', '客户指定货代联系方式已收到，截关前要提前订舱。'],
    ['WhatsApp: carton photo', 'Asked for a photo of the carton marks before loading; sent within the hour.'],
    ['微信：付款水单', '水单已发，金额对得上，转财务确认到账。'],
    ['WhatsApp: holiday', 'They are closed next week, urgent matters to the assistant.'],
  ],
  note: [
    ['备注：包装要求', '外箱五层加硬，箱唛印三面，不要打包带。'],
    ['备注：采购节奏', '每年三月和九月集中下单，提前一个月跟进。'],
    ['备注：单证要求', '产地证要商会认证，发票品名须与合同完全一致。'],
    ['备注：联系时间', '上午不接电话，当地时间下午三点以后联系最好。'],
    ['备注：价格底线', '报过的价格不再往上调，涨价前要提前一个季度通知。'],
    ['备注：竞争对手', '同时在跟越南一家工厂比价，交期是我们的优势。'],
  ],
  meeting: [
    ['视频会议：明年新品', '客户看中新款躺椅和800流明露营灯，月底前给报价。'],
    ['Showroom visit', 'Looked at the new cook sets; wants prices for 2 and 4 persons.'],
    ['来访：验厂', '客户看了缝制线和检测室，整体满意，要求补充整改照片。'],
    ['视频会议：年度计划', '明年预计增加两成，希望账期从30天放到45天，需报批。'],
    [
      'Video call: quality review',
      'Went through the last inspection together; zips to be changed to the stronger type.',
    ],
  ],
} as const satisfies Readonly<Record<string, readonly Letter[]>>

/** What can be answered to any mail. */
export const ANSWERS = [
  'Thank you, received. I have passed it on and will come back to you with the details this week.',
  'Thank you for the quick word. Everything is noted on our side; you will hear from me as soon as there is news.',
  'Many thanks, that is clear. We go on as agreed.',
  'Understood. I have checked with our production and documents team: no problem for us.',
] as const
