import { LABELS } from './labels.ts'
import { finder } from './words.ts'

/** What a column of a buyer's table holds. */
export type Column =
  | 'annual'
  | 'buyer_sku'
  | 'our_sku'
  | 'price'
  | 'qty'
  | 'unit'
  | 'currency'
  | 'sku'
  | 'desc'
  | 'pos'
  | 'note'

/** In the order in which a heading is asked: `Annual qty` is no quantity of the order, `Our SKU` no article of ours. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = (
  [
    [
      'annual',
      'annual*|yearly|per year|jahresmenge|jahresbedarf|quantite annuelle|annuel*|anual*|annua*|jaarlijks*|roczn*|в год|годов*|yillik|年需求*|年用量|年采购量|年間*|연간*|سنوي*',
    ],
    [
      'buyer_sku',
      'our sku|our p/n|our pn|our item*|our code|our ref*|our part*|our article*|our no*|customer sku|buyer sku|unsere art*|unser art*|notre ref*|notre code|nuestro codigo|nuestra referencia|nuestra ref*|nuestro sku|nosso codigo|nossa ref*|nostro codice|nostro cod*|ons artikel*|onze code|nasz kod|nasz indeks|наш артикул|наш код|bizim kod*|我司货号|我司编号|我方货号|我们的货号|弊社品番|当社品番|自社品番|자사 코드|자사코드|رمزنا|كودنا',
    ],
    [
      'our_sku',
      'your sku|your item*|your code|your ref*|your model|your art*|supplier code|ihre art*|ihr art*|votre ref*|su codigo|su referencia|vuestra ref*|seu codigo|sua ref*|vostro codice|vostro cod*|uw artikel*|wasz kod|panstwa kod|ваш артикул|ваш код|sizin kod*|贵司货号|贵司型号|型号|型號|model|model no*|貴社品番|型番|귀사 코드|모델|모델명|الموديل',
    ],
    ['price', `${LABELS.price}|target*|цел*|目标价*|目標價*|単価|objetivo|alvo|obiettivo|docelow*|hedef*|ziel*|budget`],
    [
      'qty',
      `${LABELS.quantity}|first po|first order|trial order|erstbestellung|premiere commande|commande initiale|primer pedido|pedido inicial|primeiro pedido|primo ordine|eerste bestelling|eerste order|pierwsze zamowienie|первый заказ|ilk siparis|首单|首次订单|首订|初回*|초도*|الطلب الأول|order qty|po qty|erstauftrag|pcs|q'ty`,
    ],
    [
      'unit',
      'unit|uom|und|unid|unid.|units|u/m|meins|vpe|ud.|ud|um|j. m.|ед.изм.|ед.изм|don vi|dvt|satuan|יחידה|יח. מידה|יחידת מידה|단위|j.m.|jm|einheit|me|unite|unidad|unidade|un.|unita|u.m.|eenheid|jednostka|ед.|ед. изм.|birim|单位|單位|単位|단위|الوحدة|وحدة',
    ],
    ['currency', 'currency|wahrung|devise|moneda|moeda|valuta|waluta|валюта|para birimi|币种|通貨|통화|العملة'],
    [
      'sku',
      'sku|ma hang|ma san pham|kode|kode barang|no. artikel|מקט|מק"ט|קוד|קוד פריט|품목코드|自社コード|商品コード|コード|料号|料號|物料号|编码|编号|編號|ref.|refer*|item#|item #|part #|p/n|pn|part number|mpn|sku|item no*|item code|item number|article no*|art.-nr*|art. nr*|artikelnummer|artikelnr*|code|ref|reference|codigo|cod.|codice|kod|артикул|код|货号|貨號|品番|품번|코드|رقم الصنف|رمز|part no*',
    ],
    [
      'desc',
      `${LABELS.product}|description|bezeichnung|artikelbezeichnung|beschreibung|designation|libelle|descripcion|descricao|descrizione|nazwa|nazwa towaru|opis|omschrijving|наименование|описание|tanim|aciklama|urun adi|品名|名称|名稱|货品|品目|项目|상품명|품명|품목|الصنف|الوصف|البيان`,
    ],
    [
      'pos',
      'pos|pos.|stt|no urut|מס|מסד|poz|poz.|sira|sira no|item nr|ln|順番|순번|no|no.|nr|nr.|lp.|lp|line|#|№|n|序号|番号|번호|sr|sr.|s.no|s/n|م',
    ],
    [
      'note',
      'remark*|note*|packing|packaging|verpackung|emballage|empaque|embalagem|imballo|verpakking|opakowanie|упаковка|ambalaj|quy cach|ghi chu|keterangan|spesifikasi|הערות|אריזה|צבע|imagen|foto|total|amount|gesamtpreis|montant|importe|valor total|totale|totaal|wartosc|сумма|tutar|thanh tien|금액|金額|金额|总价|總價|المبلغ|الإجمالي|material|finish|brand|marke|bemerkung*|remarque*|observacion*|observac*|备注|備考|비고|ملاحظات|colour|color|spec*|farbe|couleur|颜色|規格|规格|규격|size|photo|picture|image',
    ],
  ] as const
).map(([column, words]) => [column, finder(words)])

const DESCRIBED = finder(
  'description|bezeichnung|beschreibung|designation|descripcion|descricao|descrizione|omschrijving|opis|описание|aciklama|描述|说明|說明|説明|설명|الوصف',
)

/** The columns by their headings, null where nobody knows a heading. Null for a row that is no head of lines. */
export function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  if (cells.length < 2 || cells.length > 20 || cells.some((cell) => cell.length > 80)) return null
  const columns: (Column | null)[] = []
  for (const cell of cells) {
    const column = COLUMNS.find(
      ([column, pattern]) =>
        pattern.test(cell) && (column === 'note' || column === 'annual' || !columns.includes(column)),
    )
    columns.push(column?.[0] ?? null)
  }
  // Beside a description, `Item` or `Product` is what the goods are called by.
  const second = cells.findIndex((cell, at) => columns[at] === null && DESCRIBED.test(cell))
  const first = columns.indexOf('desc')
  if (second > first && first >= 0 && !columns.includes('sku')) {
    columns[first] = 'sku'
    columns[second] = 'desc'
  }
  const known = columns.filter((column) => column !== null)
  const has = (column: Column) => columns.includes(column)
  const lines =
    (has('qty') || has('annual') || has('price')) && (has('desc') || has('sku') || has('our_sku') || has('buyer_sku'))
  return lines && known.length * 2 >= cells.length ? columns : null
}
