import { unitNamed } from '#shared/trade/unit.ts'
import { folded } from './fold.ts'
import { anyOf, NOT_BEHIND } from './words.ts'

/** What goods are counted and measured in by buyers of many tongues, by the codes of UN/ECE Recommendation 20. */
const UNITS: Readonly<Record<string, string>> = {
  H87:
    "יח'|장|매|자루|벌|병|통|본|unites|unite|exemplaires|ud|unid|unids|kos|pcs|pc|pce|ea|each|pcs.|pces|piece|pieces|nos|no.s|units|unit|stuck|stucke|stk|st.|stck|piece*|pzs|pzas|pza|pz|piezas|pieza|" +
    'unidades|unidade|unidad|uds|unds|pcas|pecas|peca|pezzi|pezzo|unita|stuks|stuk|szt|sztuk|sztuki|шт|штук|штуки|ед|' +
    'adet|tane|ks|kusu|styck|個|个|個|只|支|把|台|件|脚|本|枚|顶|頂|张|張|條|条|隻|盏|盞|개|대|점|قطعة|قطع|حبة|حبه|وحدة|buah|chiec|cai|vien|qua|cay|biji|unit|bh|יחידות|יחידה|יח|ชิ้น|kusov|kom|komada|buc|bucati|τεμ*',
  SET: 'sets|set|kpl|kompl|komplecie|компл|к-т|kit|kits|bo|סט|סטים|garnitur*|satze|satz|jeux|juegos|juego|jogos|jogo|conj|conjuntos|conjunto|komplet|komplety|kompletow|комплект*|takim|套|組|组|セット|세트|طقم|أطقم',
  PR: 'pairs|doi|pasang|זוג|זוגות|pair|prs|paar|paires|pares|paia|paio|par.|pary|пар|пары|cift|双|雙|对|對|対|켤레|زوج',
  DZN: 'dozens|lusin|תריסר|דזינות|ダース|다스|دزينة|دستة|dozen|doz|dz|dutzend|douzaines|docenas|duzias|dozzine|tuzin*|дюжин*|duzine|打',
  CT: 'cartons|cartones|cartonnages|doos|thung|karton|dus|koli|colis|קרטונים|קרטון|cx|cxs|carton|ctns|ctn|kartons|karton|cajas|caixas|cartoni|kartonow|kartony|короб*|箱|ケース|박스|كرتون|كراتين',
  PK: 'packs|pak|pakken|packet*|blister*|goi|bungkus|חבילות|חבילה|paczek|paczki|pacote|pacchi|pack|pkts|packungen|pakete|paquets|paquetes|pacotes|confezioni|opakowan*|упаков*|paket|包|팩',
  RO: 'rolls|rol|rollo|rolo|rouleau|rotolo|cuon|gulung|גלילים|גליל|bobinas|bobine|bobines|رول|لفة|roll|rollen|rouleaux|rollos|rolos|rotoli|rolek|рулон*|rulo|卷|롤',
  KGM: 'kg|קג|ק"ג|kilograms|kilogramos|quilos|kilogramm|kilogrammes|公斤|килограмм*|كغم|كغ|kgs|kilos|kilo|кг|公斤|千克|キロ|킬로|كجم|كيلو',
  TNE: 'tons|tn|tonelad*|tan|טון|ton|tonnellate|公吨|公噸|噸|ton|tonnes|tonne|mt|tonnen|toneladas|tonellate|тонн*|吨|トン|톤|طن',
  MTR: 'meters|м|m|lfm|laufmeter|lfdm|metros lineales|metres lineaires|п.м|пог.м|погон* метр*|mtul|מטר|公尺|미터|meter|metro|metre|metraj|metres|mtrs|mtr|metros|metri|метр*|米|メートル|متر',
  MTK: 'm2|m²|㎡|sqm|sq.m|sq m|sq.m.|qm|mq|mtq|mts2|metros cuadrados|metros quadrados|metri quadri|metres carres|quadratmeter|vierkante meter|кв.м|кв. м|м2|м²|평|제곱미터|平方米|平米|平方メートル|متر مربع|מ"ר|met vuong|meter persegi|metrekare',
  MTQ: 'm3|m³|cbm|立方米',
  BX: 'boxes|box|kutu|boites|boite|schachteln|schachtel|scatole|scatola|pudelek|pudelka|pudelko|kotak|קופסאות|קופסה|盒|علبة|علب|коробок*',
  BG: 'bags|bag|sacs|sac|sacos|saco|sacks|sack|sacche|sacchi|zakken|workow|worki|мешк*|cuval|torba|karung|袋|שקים|شوال|كيس|أكياس',
  ST: 'sheets|sheet|blatt|bogen|feuilles|hojas|folhas|fogli|vellen|arkuszy|lembar|листов|листа|tabaka',
  YRD: 'yards|yard|yds|yd|码|碼|ヤード|야드|yarda|yardas',
  LTR: 'litres|liters|litros|litri|литр*',
}

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS).flatMap(([code, words]) => words.split('|').map((word) => [key(word), code] as const)),
)

function key(word: string): string {
  return folded(word).replace(/[*.]/g, '')
}

/** A unit in any of its words, with the full stop that may end it. */
export const UNIT = `(?:${anyOf(...Object.values(UNITS)).replaceAll(NOT_BEHIND, '(?<![a-zß-ÿ\\u0100-\\u024f\\u0400-\\u052f])')}\\.?)`

/** What is measured may be a part of one; what is counted is whole, so `1.200` of it are 1200. */
const MEASURED: ReadonlySet<string> = new Set(['KGM', 'TNE', 'MTR', 'MTK', 'MTQ', 'LTR', 'YRD'])

export const isMeasured = (code: string): boolean => MEASURED.has(code)

/** The code of a word in a folded text; null for what is no unit. */
export function unitCode(word: string): string | null {
  const plain = key(word.trim())
  // Before the words of offers, among which are the bare codes: `St.` in a German mail is no sheet.
  const known = BY_WORD.get(plain) ?? unitNamed(plain)
  if (known) return known
  for (const [stem, code] of STEMS) if (plain.startsWith(stem)) return code
  return null
}

const STEMS = Object.entries(UNITS).flatMap(([code, words]) =>
  words
    .split('|')
    .filter((word) => word.endsWith('*'))
    .map((word) => [key(word), code] as const),
)
