import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import type { InquiryLine } from './line.ts'
import type { Passage } from './passage.ts'
import { anyOf, placesOf } from './words.ts'

const LOGO = anyOf(
  'logo|logos|logotipo*|our brand|brand name|unser* marke|notre marque|nuestra marca|nossa marca|nostro marchio|ons merk|nasza marka|naszym nadrukiem|логотип*|logomuz*|לוגו|شعارنا|商标|标志|ロゴ|로고',
)
/** A logo in a way of putting it on: the words of both, in either order and not far apart. */
const by = (words: string): string => {
  const way = anyOf(words)
  return `${LOGO}[^.;\\n]{0,24}?${way}|${way}[^.;\\n]{0,24}?${LOGO}`
}

/** What buyers have made their own, as it is named in the form. A thing that says more stands before one that says less. */
const WISHES: readonly (readonly [string, RegExp])[] = (
  [
    [
      'laser logo',
      by('laser*|engrav*|grav*|grabad*|incis*|graveer*|grawer*|гравир*|kazima|激光|镭雕|刻印|각인|חריטה|khac|ukir'),
    ],
    [
      'embroidered logo',
      by(
        'embroider*|bestick*|gestickt*|stick*|brod*|bordad*|ricam*|geborduur*|haft*|вышив*|nakis*|刺绣|刺繡|刺繍|자수|רקמת|theu|bordir',
      ),
    ],
    [
      'embossed logo',
      by('emboss*|deboss*|prage*|gepragt|gaufr*|relieve|relevo|rilievo|tloczon*|тиснен*|压印|浮雕|型押し|엠보싱'),
    ],
    [
      'printed logo',
      by(
        'print*|imprint|druck*|bedruck*|imprim*|impres*|stamp*|serigraf*|nadruk*|opdruk|bedrukking|печат*|baski*|印刷|丝印|印|인쇄|הדפסת|طباعة|in logo|cetak|sablon',
      ),
    ],
    [
      'private label',
      anyOf(
        'private label|private-label|own label|own brand|eigenmarke*|handelsmarke*|marque propre|marque de distributeur|mdd|marca propia|marca blanca|marca propria|marchio privato|marca privata|huismerk|marka wlasna|marki wlasnej|собственн* марк*|сво* торгов* марк*|private-label|贴牌|代工|oem|odm|自有品牌|プライベートブランド|pb商品|pb|자체 브랜드|מותג פרטי|علامتنا التجارية',
      ),
    ],
    [
      'gift box',
      anyOf(
        'gift box*|giftbox*|geschenkbox*|geschenkkarton*|geschenkverpackung*|coffret* cadeau|boite* cadeau|caja* de regalo|caja* individual* de regalo|caixa* de presente|scatol* regalo|geschenkdoos|geschenkdozen|pudelk* prezentow*|подарочн* упаков*|подарочн* короб*|hediye kutu*|礼盒|禮盒|ギフトボックス|化粧箱|선물 상자|선물상자|קופסת מתנה|hop qua|kotak hadiah|علبة هدايا',
      ),
    ],
    [
      'colour box',
      anyOf(
        'color box*|colour box*|colorbox*|farbkarton*|farbbox*|boite* couleur|caja* a color|caixa* colorida*|scatol* a colori|kleurendoos|kartonik* kolorow*|цветн* короб*|renkli kutu*|彩盒|カラーボックス|カラー箱|칼라박스|컬러박스|hop mau|علبة ملونة',
      ),
    ],
    [
      'neutral packaging',
      anyOf(
        'neutral pack*|neutral* verpackung*|neutral* karton*|emballage neutre|embalaje neutro|embalagem neutra|imballo neutro|neutrale verpakking|opakowani* neutraln*|нейтральн* упаков*|中性包装|白箱',
      ),
    ],
    [
      'individual packaging',
      anyOf(
        'individual pack*|individually packed|einzelverpack*|einzeln verpackt|emballage individuel|embalaje individual|embalagem individual|imballo singolo|individueel verpakt|pakowan* pojedynczo|индивидуальн* упаков*|单独包装|個包装|개별포장|개별 포장',
      ),
    ],
    [
      'sewn label',
      anyOf(
        'sewn label*|woven label*|sew in label*|eingenaht* etikett*|webetikett*|etiquette* cousue*|etiqueta* cosida*|etiqueta* costurada*|etichett* cucit*|织唛|織ネーム',
      ),
    ],
    ['hang tag', anyOf('hang tag*|hangtag*|swing tag*|anhangeetikett*|吊牌|下げ札|행택')],
    ['logo', LOGO],
  ] as const
).map(([name, source]) => [name, new RegExp(source, 'u')] as const)

const LIDS = new RegExp(
  `(?<!\\d)(\\d{1,2}) (?:${anyOf('lid colours|lid colors|deckelfarben|couleurs de couvercle|colores de tapa|cores de tampa')})`,
  'u',
)

/** Every wish of a sentence, with the words that say it; `logo` alone only where no way of putting it on is named. */
function wishesIn({ text, folded }: Passage): Found<string>[] {
  const wishes = WISHES.flatMap(([name, pattern]) =>
    [...placesOf(pattern, folded, 1)].map(({ index, end }) => found(name, text.slice(index, end))),
  )
  const lids = LIDS.exec(folded)
  const plain = wishes.filter(({ value }) => value !== 'logo' || !wishes.some((other) => / logo$/.test(other.value)))
  return lids ? [...plain, found(`${lids[1]} lid colours`, text.slice(lids.index, lids.index + lids[0].length))] : plain
}

/**
 * Lines with what shall be made their own of them. A wish belongs to the line whose goods its sentence names, or to the
 * only one; else it may be meant for all of them, and is uncertain.
 */
export function customised(lines: readonly InquiryLine[], clauses: readonly Passage[]): InquiryLine[] {
  const wishes = clauses.flatMap((clause) => wishesIn(clause).map((wish) => ({ wish, of: namedBy(clause, lines) })))
  return lines.map((line) => {
    const own = wishes.filter(({ of }) => of.length === 0 || of.includes(line))
    const [first, ...others] = [...new Map(own.map((one) => [one.wish.value, one])).values()]
    if (!first) return line
    const certain = lines.length === 1 || [first, ...others].every(({ of }) => of.length > 0)
    const value = [first, ...others].map(({ wish }) => wish.value).join(', ')
    return { ...line, customisation: found(value, first.wish.words, certain) }
  })
}

const namedBy = (clause: Passage, lines: readonly InquiryLine[]): InquiryLine[] =>
  lines.length === 1
    ? [...lines]
    : lines.filter(({ desc }) => {
        const [head = ''] = folded(desc?.value ?? '')
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 3)
        return head !== '' && clause.folded.includes(head.slice(0, 6))
      })
