import { anyOf } from './words.ts'

/** What forms, platforms and tables call their fields, in the languages of the buyers. */
export const LABELS = {
  contact:
    'name|your name|full name|contact|contact name|contact person|buyer|buyer name|purchaser|ansprechpartner|kontakt|nom|contacto|comprador|nombre|nombre y apellido|nome|nome completo|contatto|referente|naam|contactpersoon|imie i nazwisko|osoba kontaktowa|имя|фио|контактное лицо|ad soyad|yetkili|联系人|姓名|买家|買家|聯絡人|お名前|氏名|ご担当者|ご担当者名|担当者|担当|담당자|성함|이름|الاسم|اسم المشتري|jmeno',
  company:
    'company|company name|firm|organisation|organization|firma|firmenname|unternehmen|societe|entreprise|raison sociale|empresa|compania|razon social|azienda|societa|ditta|bedrijf|bedrijfsnaam|nazwa firmy|компания|организация|название компании|sirket|firma adi|公司|公司名称|公司名稱|单位|会社名|貴社名|御社名|회사|회사명|업체명|الشركة|اسم الشركة|المؤسسة',
  email:
    'email|e-mail|e mail|mail|email address|correo|correo electronico|courriel|邮箱|电子邮件|メール|メールアドレス|이메일|البريد الإلكتروني|эл. почта|почта|eposta|e-posta',
  phone:
    'phone|telephone|fone|fono|tfno|telf|telf.|tlf|cel|cel.|celu|wa|ph|ph.|mobiltelefon|gsm.|gsm nr|dt|sdt|dien thoai|di dong|hotline|telp|telp.|telepon|hp|no hp|טל|טלפון|נייד|連絡電話|手机号|行動電話|聯絡電話|携帯電話|휴대전화|هاتف جوال|موبايل|محمول|telefonszam|puhelin|tlf.|τηλ|tel|tel.|mobile|mob|cell|phone number|phone / whatsapp|phone/whatsapp|whatsapp|telefon|mobil|handy|telephone|portable|telefono|movil|celular|telefone|tel/whatsapp|cellulare|telefoon|mobiel|komorka|телефон|тел.|тел|моб.|моб|cep|gsm|电话|手机|電話|電話番号|携帯|전화|fon|연락처|휴대폰|هاتف|الهاتف|جوال|الجوال|fono',
  country:
    'country|country/region|land|pays|pais|paese|kraj|страна|ulke|国家|国家/地区|國家|国名|국가|الدولة|البلد|region',
  city: 'city|stadt|ville|ciudad|cidade|citta|stad|miasto|город|sehir|城市|都市|도시|المدينة',
  title:
    'title|job title|position|funktion|fonction|poste|cargo|puesto|ruolo|functie|stanowisko|должность|unvan|职位|职务|役職|직책|المنصب',
  product:
    'product|product name|goods|style|style name|ware|warenbezeichnung|reference produit|designation|article demande|articulo|articulos|descripcion del producto|item descricao|descricao do produto|articoli|descrizione articolo|productomschrijving|artikelomschrijving|asortyment|wyrob|towar|наименование товара|продукция|номенклатура|malzeme|urun adi|san pham|ten san pham|ten hang|hang hoa|mo ta|barang|nama barang|nama produk|uraian|פריט|תיאור|מוצר|שם המוצר|תאור|품목명|제품 명|品目名|アイテム|物品|货物|货品名称|貨品|品項|品名规格|品名及规格|الصنف المطلوب|اسم الصنف|اسم المنتج|vyrobok|zbozi|nazev|produs|termek|tuote|προϊον|products|product of interest|item|article|produkt|artikel|produit|producto|producto consultado|produto|prodotto|articolo|product consulted|товар|продукт|urun|产品|产品名称|商品|製品|製品名|商品名|제품|제품명|المنتج',
  quantity:
    'quantity|qty|cant|cantid|q.ty|qnty|pieces|pcs required|stuckzahl|st.|mge|nombre|nb|unites|cantidades|unidades|qtde.|quant.|pezzi|n. pezzi|stuks|liczba|sztuk|кол.|к-во|miktari|so luong|sl|jumlah|kuantitas|banyaknya|qty order|כמות|כמות נדרשת|발주수량|주문수량|필요수량|注文数|必要数量|ご注文数|個数|数|數量|需求量|订购量|العدد|كمية|pocet|antal|maara|mennyiseg|cantitate|ποσοτητα|จำนวน|order quantity|quantity required|required quantity|purchase quantity|menge|bestellmenge|anzahl|quantite|qte|cantidad|cant.|quantidade|qtd|qtde|quantita|q.ta|qta|aantal|hoeveelheid|ilosc|количество|кол-во|miktar|adet|数量|采购数量|需求数量|訂購數量|購入数量|수량|الكمية|kolicina|mnozstvi',
  incoterm:
    'incoterm|incoterms|trade term|trade terms|delivery terms|terms of delivery|shipping terms|price terms|lieferbedingung|lieferbedingungen|conditions de livraison|terminos de entrega|resa|leveringsvoorwaarde*|warunki dostawy|условия поставки|teslim sekli|贸易术语|貿易条件|取引条件|条件|인도조건|조건|شروط التسليم',
  payment:
    'payment|payment terms|payment term|terms of payment|zahlung|zahlungsbedingung*|zahlungsziel|paiement|conditions de paiement|pago|forma de pago|condiciones de pago|pagamento|condicoes de pagamento|betaling|platnosc|termin platnosci|warunki platnosci|оплата|условия оплаты|odeme|odeme sekli|付款|付款方式|支付方式|お支払い|支払条件|お支払条件|결제|결제조건|지불조건|الدفع|طريقة الدفع',
  price:
    'target price|price|preisvorstellung|wunschpreis|prix unitaire|prix souhaite|prix objectif|precio unitario|precio meta|p. unit|preco unitario|preco unit|prezzo unitario|stukprijs|eenheidsprijs|cena jedn*|cena jednostkowa|цена за ед*|birim fiyat|gia|don gia|gia muc tieu|harga|harga satuan|harga target|מחיר|מחיר יעד|מחיר ליחידה|목표가|목표가격|희망가|희망단가|희망 단가|가격|指値|希望価格|目標価格|單價|价格|價格|目標單價|سعر الوحدة|السعر المطلوب|cena za kus|pret|ar|hinta|τιμη|unit price|zielpreis|preis|prix|prix cible|precio|precio objetivo|preco|preco alvo|prezzo|prezzo obiettivo|prijs|richtprijs|cena|cena docelowa|цена|целевая цена|fiyat|hedef fiyat|目标价|目標價|单价|目标单价|希望単価|目標単価|単価|목표 단가|목표단가|단가|السعر المستهدف|السعر|target',
  reference:
    'inquiry id|enquiry id|inquiry no|inquiry no.|rfq no|rfq id|request id|reference|ref|n.o de consulta|no de consulta|numero de consulta|anfrage-nr|anfragenummer|询盘编号|询价单号|ref.|lead id|id',
  message:
    'message|your message|buyer message|mensaje|mensaje del comprador|mensagem|nachricht|ihre nachricht|votre message|messaggio|bericht|wiadomosc|сообщение|mesaj|留言|询盘内容|内容|お問い合わせ内容|メッセージ|문의내용|الرسالة|details|comments|requirements',
  attachments: 'attachments|archivos adjuntos del comprador|archivos adjuntos|anhange|anexos|pieces jointes|附件',
  processing: 'consent to data processing|data processing consent|einwilligung*|consent',
  marketing: 'marketing consent|newsletter|marketing',
} as const

export type Label = keyof typeof LABELS

const BY_LABEL = (Object.entries(LABELS) as [Label, string][]).map(
  ([label, words]) => [label, new RegExp(`^${anyOf(words)}$`, 'u')] as const,
)

/** Which field a folded word is the label of; null for other words. */
export function labelNamed(word: string): Label | null {
  const plain = word.replace(/^[\s*•·\-_.#]{1,6}|[\s*•·\-_.#()]{1,6}$/g, '')
  if (plain === '' || plain.length > 40) return null
  return BY_LABEL.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
